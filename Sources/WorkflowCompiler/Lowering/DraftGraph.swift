/// States under construction among which control goes: a whole machine, a branch, or what is done
/// with an element.
struct DraftGraph {
  /// The first state.
  var start: Int

  /// The states in the order of the text.
  var states: [DraftState]

  /// The variable that holds the element, in what is done with one.
  var item: String?

  /// The position of the state `id`.
  func position(of id: Int) -> Int? { states.firstIndex { $0.id == id } }

  /// The state `id`.
  func state(_ id: Int) -> DraftState? { states.first { $0.id == id } }

  /// The graph without the states that no way leads to, such as those of a workflow's own catch where
  /// every step has one.
  var withoutUnreachable: DraftGraph {
    var seen: Set<Int> = []
    var pending = [start]
    while let id = pending.popLast() {
      guard seen.insert(id).inserted, let state = state(id) else { continue }
      pending += state.successors
    }
    var graph = self
    graph.states.removeAll { !seen.contains($0.id) }
    return graph
  }

  /// Calls `visit` with each state, outer ones before those inside them.
  func visitStates(_ visit: (DraftState) -> Void) {
    for state in states {
      visit(state)
      for graph in state.kind.graphs { graph.visitStates(visit) }
    }
  }
}

extension DraftState.Kind {
  /// The graphs inside of such a state.
  var graphs: [DraftGraph] {
    switch self {
    case .map(_, _, _, let graph): [graph]
    case .parallel(let graphs): graphs
    default: []
    }
  }

  /// The same with each graph inside of it replaced by what `transform` makes of it.
  func mapGraphs(_ transform: (DraftGraph) -> DraftGraph) -> DraftState.Kind {
    switch self {
    case .map(let items, let concurrency, let tolerance, let graph):
      .map(items: items, concurrency: concurrency, tolerance: tolerance, transform(graph))
    case .parallel(let graphs): .parallel(graphs.map(transform))
    default: self
    }
  }
}
