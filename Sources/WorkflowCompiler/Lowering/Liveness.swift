/// Finds which variables may still be read, by walking the graph backwards.
struct Liveness {
  /// The graph.
  let graph: DraftGraph

  /// The variables that count as read everywhere.
  let kept: Set<String>

  /// The variables that are read in or after each state, before it has given its own.
  private var entering: [Int: Set<String>] = [:]

  /// Finds what is read in `graph`.
  init(_ graph: DraftGraph, kept: Set<String> = []) {
    self.graph = graph
    self.kept = kept
    let reads = graph.states.map { $0.reads.union($0.innerReads).subtracting(["states"]) }
    var isChanging = true
    while isChanging {
      isChanging = false
      for (index, state) in graph.states.enumerated().reversed() {
        var live = reads[index].union(leaving(state).subtracting(state.names))
        for handler in state.handlers { live.formUnion(entering(handler: handler)) }
        if entering[state.id] != live {
          entering[state.id] = live
          isChanging = true
        }
      }
    }
  }

  /// The variables that are read in or after the state `id`.
  func entering(_ id: Int) -> Set<String> { (entering[id] ?? []).union(kept) }

  /// The variables that are read after `handler` has caught an error, without that of the error.
  func entering(handler: DraftState.Handler) -> Set<String> {
    entering(handler.next).subtracting([handler.variable])
  }

  /// The variables that are read after `state` when it is done.
  func leaving(_ state: DraftState) -> Set<String> {
    var ids: [Int] = []
    if case .choice(let rules) = state.kind { ids += rules.map(\.next) }
    if case .state(let id) = state.next { ids.append(id) }
    return ids.reduce(into: kept) { $0.formUnion(entering($1)) }
  }

  /// The variables that the graph reads from the scopes around it.
  var free: Set<String> {
    var names = entering(graph.start)
    if let item = graph.item { names.remove(item) }
    return names
  }
}

extension DraftState {
  /// The variables that the graphs inside of the state read from outside of them.
  var innerReads: Set<String> {
    kind.graphs.reduce(into: []) { $0.formUnion(Liveness($1).free) }
  }
}
