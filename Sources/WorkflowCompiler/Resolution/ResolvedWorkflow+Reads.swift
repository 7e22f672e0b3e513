import SessionLanguage

extension ResolvedStep {
  /// The expressions of the step itself, without those of the steps inside of it.
  var expressions: [Expression] {
    switch kind {
    case .call(let call): call.expressions + [call.call.reshape].compactMap(\.self)
    case .value(let expression), .wait(.until(let expression)): [expression]
    case .wait(.duration), .return(nil): []
    case .conditional(let branches): branches.compactMap(\.condition)
    case .map(let map, _): [map.items]
    case .parallel: []
    case .fail(let error, let cause): error.expressions + (cause?.expressions ?? [])
    case .return(let value?): [value]
    }
  }

  /// The variables that the step and those inside of it read, and do not assign themselves.
  var reads: Set<String> {
    var reads = expressions.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
    if case .conditional(let branches) = kind {
      for branch in branches { reads.formUnion(branch.body.freeReads) }
    }
    for body in innerBodies { reads.formUnion(body.freeReads) }
    for handler in catches { reads.formUnion(handler.body.freeReads.subtracting(["error"])) }
    if case .map(let map, _) = kind { reads.remove(map.item.text) }
    reads.remove("states")
    return reads
  }
}

extension ResolvedBody {
  /// The variables that its steps read, whoever assigns them.
  var reads: Set<String> {
    steps.reduce(into: yield?.variables ?? []) { $0.formUnion($1.reads) }
  }

  /// The variables that its steps read and do not assign.
  var freeReads: Set<String> { reads.subtracting(names) }

  /// Whether a catch in this scope reads the error that it caught.
  var hasCatchReadingError: Bool {
    steps.contains { step in
      step.catches.contains { $0.body.reads.contains("error") }
        || step.ownBodies.contains(where: \.hasCatchReadingError)
    }
  }
}

extension ResolvedWorkflow {
  /// Whether a catch outside of all blocks reads the error that it caught.
  var hasCatchReadingError: Bool {
    guard let handler = `catch` else { return body.hasCatchReadingError }
    return body.hasCatchReadingError || handler.body.reads.contains("error")
      || handler.body.hasCatchReadingError
  }
}
