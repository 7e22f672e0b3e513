/// Finds whose output is used: as the output of the graph, or as `$states.input` of a later state.
struct DataFlow {
  /// The graph.
  let graph: DraftGraph

  /// Whether anything uses what `state` hands on.
  func usesOutput(of state: DraftState) -> Bool {
    var ids: [Int] = []
    if case .choice(let rules) = state.kind { ids += rules.map(\.next) }
    guard case .state(let id) = state.next else { return state.kind.isLeading }
    return (ids + [id]).contains { usesInput(of: $0) }
  }

  /// Whether the state `id` uses what it is handed.
  func usesInput(of id: Int) -> Bool {
    guard let state = graph.state(id) else { return false }
    if state.reads.contains("states") { return true }
    guard state.handsOnInput else { return false }
    if case .succeed = state.kind { return true }
    return usesOutput(of: state)
  }
}

extension DraftState {
  /// Whether the state hands on what it was handed.
  fileprivate var handsOnInput: Bool {
    switch kind {
    case .pass, .choice, .wait, .waitUntil, .succeed: results.isEmpty && output == nil
    case .task, .fail, .map, .parallel: false
    }
  }
}

extension DraftState.Kind {
  /// Whether such a state hands on anything.
  fileprivate var isLeading: Bool {
    switch self {
    case .succeed, .fail: false
    default: true
    }
  }
}
