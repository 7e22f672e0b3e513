package import SessionLanguage

extension Step {
  /// The word that says what the step does.
  package var keyword: String {
    switch kind {
    case .call(let call): call.verb.text
    case .value: "value"
    case .wait: "wait"
    case .conditional: "if"
    case .map: "for"
    case .parallel: "parallel"
    case .fail: "fail"
    case .return: "return"
    }
  }

  /// The text of its label.
  var label: String? {
    clauses.lazy.compactMap {
      if case .label(let text) = $0.kind { text } else { nil }
    }.first
  }

  /// The steps directly inside it, with those of its catches.
  var children: [Step] {
    let inside: [Step] =
      switch kind {
      case .conditional(let branches): branches.flatMap(\.body)
      case .map(let map): map.body
      case .parallel(let branches): branches.flatMap(\.body)
      default: []
      }
    let caught = clauses.flatMap { clause in
      if case .catch(let clause) = clause.kind { clause.body } else { [Step]() }
    }
    return inside + caught
  }

  /// The names that it may give values to, seen from the steps after it.
  var assignedNames: Set<String> {
    var names: Set<String> = name.map { [$0.text] } ?? []
    if case .conditional(let branches) = kind {
      for step in branches.flatMap(\.body) { names.formUnion(step.assignedNames) }
    }
    for case .catch(let clause) in clauses.map(\.kind) {
      for step in clause.body { names.formUnion(step.assignedNames) }
    }
    return names
  }

  /// The services that it, or a step inside it, calls.
  var calledServices: Set<String> {
    var services: Set<String> = []
    if case .call(let call) = kind { services.insert(call.service.text) }
    for child in children { services.formUnion(child.calledServices) }
    return services
  }

  /// Whether it ends the workflow whenever it is reached.
  var isEnding: Bool {
    switch kind {
    case .fail, .return: true
    default: false
    }
  }
}
