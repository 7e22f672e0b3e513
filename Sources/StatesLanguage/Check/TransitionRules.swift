import Diagnostics

extension StateMachineCheck {
  /// Transitions lead to states, every state is the target of one, and the machine ends somewhere.
  mutating func checkTransitions() {
    machine.graph.visitGraphs(at: .root) { checkTargets(of: $0, at: $1) }
    guard hasEnd else {
      return refuse(
        DefinitionFinding(
          code: .missingEndState, message: "Workflow has no terminal state",
          path: .root.member("States"), place: .nowhere))
    }
    machine.graph.visitGraphs(at: .root) { checkReachability(of: $0, at: $1) }
  }

  /// Whether the machine has a state with which it ends.
  private var hasEnd: Bool {
    machine.graph.states.isEmpty || machine.graph.states.contains(where: \.isTerminal)
  }

  /// Every transition leads to a state of the same graph.
  private mutating func checkTargets(of graph: StateGraph, at path: DefinitionPath) {
    checkTarget(graph.startAt, at: path.member("StartAt"), in: graph)
    for state in graph.states {
      let statePath = path.member("States").member(state.name)
      for target in state.targetFields {
        checkTarget(
          target.name, at: DefinitionPath(steps: statePath.steps + target.field), in: graph)
      }
    }
  }

  /// The state `name` is there, if a name is given.
  private mutating func checkTarget(
    _ name: String, at path: DefinitionPath, in graph: StateGraph
  ) {
    guard !name.isEmpty, graph.states[name] == nil else { return }
    let near = nearName(to: name, in: graph)
    refuse(
      DefinitionFinding(
        code: .missingTarget, message: "Missing 'Next' target: \(name)", path: path,
        help: near.map { "did you mean '\($0)'?" }))
  }

  /// The name of a state of `graph` that is like `name`.
  ///
  /// It is no longer looked for once many names have been compared, for which a machine with very
  /// many mistakes would take very long.
  private mutating func nearName(to name: String, in graph: StateGraph) -> String? {
    guard comparisonsLeft > 0 else { return nil }
    comparisonsLeft -= graph.states.count
    return nearestName(to: name, among: graph.states.names)
  }

  /// Every state but the first is the target of another one.
  ///
  /// The service looks no further: states that only lead to each other pass.
  private mutating func checkReachability(of graph: StateGraph, at path: DefinitionPath) {
    var reached: Set = [graph.startAt]
    for state in graph.states { reached.formUnion(state.targets.filter { $0 != state.name }) }
    for state in graph.states where !reached.contains(state.name) {
      let path = path.member("States").member(state.name)
      add(.missingTarget, "State \"\(state.name)\" is not reachable.", at: path)
    }
  }
}

extension StateGraph {
  /// Calls `body` with the graph and those inside it, and where they stand.
  func visitGraphs(at path: DefinitionPath, _ body: (StateGraph, DefinitionPath) -> Void) {
    body(self, path)
    for state in states {
      let statePath = path.member("States").member(state.name)
      for (graph, field) in zip(state.subgraphs, state.subgraphPaths) {
        graph.visitGraphs(at: DefinitionPath(steps: statePath.steps + field), body)
      }
    }
  }
}

extension State {
  /// Whether the graph ends with it.
  package var isTerminal: Bool { type == .succeed || type == .fail || transition == .end }

  /// The names of the states to which it may lead, and the fields that say so.
  var targetFields: [(name: String, field: [DefinitionPath.Step])] {
    var targets: [(name: String, field: [DefinitionPath.Step])] = []
    if case .choice(let choice) = kind {
      for (index, rule) in choice.rules.enumerated() {
        targets.append((rule.next, [.member("Choices"), .element(index), .member("Next")]))
      }
      if let name = choice.defaultState { targets.append((name, [.member("Default")])) }
    }
    for (index, catcher) in catchers.enumerated() {
      targets.append((catcher.next, [.member("Catch"), .element(index), .member("Next")]))
    }
    if case .next(let name) = transition { targets.append((name, [.member("Next")])) }
    return targets
  }
}
