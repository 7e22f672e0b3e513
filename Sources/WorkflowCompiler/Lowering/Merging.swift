/// Puts values and ends into the state before them, where nothing but the number of states changes.
struct Merging {
  /// Whether each outermost step keeps states of its own.
  let isOpen: Bool

  /// The states that went into others, and into which.
  private(set) var merged: [Int: Int] = [:]

  /// Creates a pass.
  init(isOpen: Bool) {
    self.isOpen = isOpen
  }

  /// `graph` with as few states as may be.
  mutating func merge(_ graph: DraftGraph) -> DraftGraph {
    var graph = graph
    for index in graph.states.indices {
      graph.states[index].kind = merge(graph.states[index].kind)
    }
    var index = 0
    while index < graph.states.count {
      while let next = mergeable(after: graph.states[index], in: graph) {
        graph.states[index].absorb(next)
        merged[next.id] = graph.states[index].id
        let id = graph.states[index].id
        graph.states.removeAll { $0.id == next.id }
        index = graph.position(of: id) ?? index
      }
      index += 1
    }
    return graph
  }

  /// A kind of state with the graphs inside of it merged.
  private mutating func merge(_ kind: DraftState.Kind) -> DraftState.Kind {
    switch kind {
    case .map(let items, let concurrency, let tolerance, let graph):
      .map(items: items, concurrency: concurrency, tolerance: tolerance, merge(graph))
    case .parallel(let graphs): .parallel(graphs.map { merge($0) })
    default: kind
    }
  }

  /// The state after `state`, if it can go into it.
  private func mergeable(after state: DraftState, in graph: DraftGraph) -> DraftState? {
    guard state.kind.canAbsorb, case .state(let id) = state.next, let next = graph.state(id),
      next.kind.canBeAbsorbed, entries(to: id, in: graph) == 1
    else { return nil }
    if isOpen, state.step.topLevel != next.step.topLevel { return nil }
    if state.takesEvaluationErrors, !next.isEmpty { return nil }
    return canBind(state, in: next) ? next : nil
  }

  /// In how many ways the state `id` is entered.
  private func entries(to id: Int, in graph: DraftGraph) -> Int {
    graph.states.reduce(graph.start == id ? 1 : 0) { count, state in
      count + state.successors.count { $0 == id }
    }
  }

  /// Whether the expressions of `next` mean the same when they are evaluated with `state`.
  private func canBind(_ state: DraftState, in next: DraftState) -> Bool {
    if state.results.contains(where: { !$0.isTotal && $0.name == nil }) { return false }
    let reads = next.reads
    if reads.contains("states") { return false }
    return state.results.allSatisfy { result in
      guard let name = result.name, reads.contains(name) else { return true }
      return result.formula.isRepeatable && result.formula.isPlainValue
        && !result.formula.reads.contains("states")
    }
  }
}

extension DraftState {
  /// Takes over what `next` gives, and where it leads.
  fileprivate mutating func absorb(_ next: DraftState) {
    results += next.results
    output = next.output
    self.next = next.next
  }

  /// Whether the state evaluates nothing.
  fileprivate var isEmpty: Bool { results.isEmpty && output == nil }
}

extension DraftState.Kind {
  /// Whether results of later states can be given by such a state.
  fileprivate var canAbsorb: Bool {
    switch self {
    case .task, .pass, .wait, .waitUntil, .map, .parallel: true
    case .choice, .succeed, .fail: false
    }
  }

  /// Whether such a state does nothing but give results.
  fileprivate var canBeAbsorbed: Bool {
    switch self {
    case .pass, .succeed: true
    case .task, .choice, .wait, .waitUntil, .fail, .map, .parallel: false
    }
  }
}

extension String {
  /// The first part of a step's id: the outermost step.
  var topLevel: Substring { prefix { $0 != "/" } }
}

extension Formula {
  /// Whether evaluating the expression twice gives the same value.
  var isRepeatable: Bool {
    !["$random", "$uuid", "$now", "$millis", "$shuffle"].contains { source.contains($0) }
  }

  /// Whether a later part of an expression sees the value as it would see it in a variable of the
  /// machine.
  ///
  /// Within an expression, lists made by `[]` after a path or by `.[` keep marks by which paths
  /// treat them otherwise than lists out of JSON.
  fileprivate var isPlainValue: Bool {
    let text = source.filter { !$0.isWhitespace }
    return !text.contains("[]") && !text.contains(".[")
  }
}
