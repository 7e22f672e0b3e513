import StatesLanguage

extension DraftState {
  /// The states to which it may lead, each as often as it does.
  var successors: [Int] {
    var ids = handlers.map(\.next)
    if case .choice(let rules) = kind { ids += rules.map(\.next) }
    if case .state(let id) = next { ids.append(id) }
    return ids
  }

  /// The expressions that are evaluated before the state is done.
  var argumentReads: Set<String> {
    switch kind {
    case .task(_, let payload, _, _): payload.reads
    case .choice(let rules): rules.reduce(into: []) { $0.formUnion($1.condition.reads) }
    case .waitUntil(let time): time.reads
    case .fail(let error, let cause): error.reads.union(cause?.reads ?? [])
    case .map(let items, _, _, _): items.reads
    case .pass, .wait, .succeed, .parallel: []
    }
  }

  /// The variables that its expressions read, without those that the state itself gives.
  var reads: Set<String> {
    var reads = argumentReads
    var given: Set<String> = []
    for result in results {
      reads.formUnion(result.formula.reads.subtracting(given))
      if let name = result.name { given.insert(name) }
    }
    return reads.union((output?.reads ?? []).subtracting(given))
  }

  /// The variables that the state gives.
  var names: Set<String> { Set(results.compactMap(\.name)) }

  /// Whether errors of its results would be tried again or caught.
  var takesEvaluationErrors: Bool {
    let names = [ErrorName.all, ErrorName.taskFailed, ErrorName.queryEvaluation]
    return (retriers.map(\.errors) + handlers.map(\.errors)).joined().contains(
      where: names.contains)
  }
}
