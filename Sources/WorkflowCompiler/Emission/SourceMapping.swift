import SessionLanguage

/// Makes the map between steps and states.
struct SourceMapping {
  /// The states.
  let graph: DraftGraph

  /// Their names.
  let names: StateNames

  /// Where each step is entered.
  let entries: [String: DraftState.Target]

  /// The states that went into others, and into which.
  let merged: [Int: Int]

  /// How the result of each step is found.
  let results: [String: SourceMap.Result]

  /// The map of `workflow`.
  func map(of workflow: ResolvedWorkflow) -> SourceMap {
    var states: [String: SourceMap.State] = [:]
    var owned: [(step: String, name: String)] = []
    graph.visitStates { state in
      let name = names[state.id]
      owned.append((state.step, name))
      states[name] = SourceMap.State(
        step: state.step, role: state.role, label: state.label, conditions: state.conditions)
    }
    let steps = workflow.allSteps.map { step in
      SourceMap.Step(
        id: step.id, entry: entry(of: step.id),
        states: owned.filter { $0.step == step.id || $0.step.hasPrefix("\(step.id)/") }.map(\.name),
        result: results[step.id] ?? .none, reads: step.reads)
    }
    return SourceMap(steps: steps, states: states)
  }

  /// The name of the state where the step `id` begins.
  private func entry(of id: String) -> String? {
    guard case .state(var state)? = entries[id] else { return nil }
    while let next = merged[state] { state = next }
    return names[state]
  }
}

extension DraftState {
  /// The conditions of a Choice as they were written.
  fileprivate var conditions: [String] {
    guard case .choice(let rules) = kind else { return [] }
    return rules.map(\.label)
  }
}
