import Diagnostics

extension StateMachineCheck {
  /// Every transition leads to a state of the same graph.
  mutating func checkTargets(of graph: StateGraph, at path: DefinitionPath) {
    checkTarget(graph.startAt, field: "StartAt", at: path.member("StartAt"), in: graph)
    for state in graph.states {
      let statePath = path.member("States").member(state.name)
      for target in state.targetFields {
        let path = DefinitionPath(steps: statePath.steps + target.field)
        checkTarget(target.name, field: target.label, at: path, in: graph)
      }
    }
  }

  /// The state `name` is there.
  private mutating func checkTarget(
    _ name: String, field: String, at path: DefinitionPath, in graph: StateGraph
  ) {
    guard graph.states[name] == nil else { return }
    let near = nearestName(to: name, among: graph.states.names)
    findings.append(
      DefinitionFinding(
        code: .missingTarget, message: "Missing '\(field)' target: \(name)", path: path,
        help: near.map { "did you mean '\($0)'?" }))
  }

  /// Every state can be reached from the first.
  mutating func checkReachability(of graph: StateGraph, at path: DefinitionPath) {
    var reached: Set<String> = []
    var open = [graph.startAt]
    while let name = open.popLast() {
      guard reached.insert(name).inserted, let state = graph.states[name] else { continue }
      open += state.targets
    }
    for state in graph.states where !reached.contains(state.name) {
      let path = path.member("States").member(state.name)
      add(.missingTarget, "State \"\(state.name)\" is not reachable.", at: path)
    }
  }

  /// The machine has a state with which it ends.
  mutating func checkEndState() {
    let states = machine.graph.states
    guard !states.isEmpty, !states.contains(where: \.isTerminal) else { return }
    add(.missingEndState, "Workflow has no terminal state", at: .root)
  }

  /// A state leads somewhere, or its kind ends the graph.
  mutating func checkTransition(of state: State, at path: DefinitionPath) {
    if state.type.isTransient, state.transition == nil {
      add(.schema, "Exactly one of these fields is required: [Next, End]", at: path)
    }
  }
}

extension State {
  /// Whether the graph ends with it.
  package var isTerminal: Bool { type == .succeed || type == .fail || transition == .end }

  /// The names of the states to which it may lead, and the fields that say so.
  var targetFields: [(name: String, label: String, field: [DefinitionPath.Step])] {
    var targets: [(name: String, label: String, field: [DefinitionPath.Step])] = []
    if case .choice(let choice) = kind {
      for (index, rule) in choice.rules.enumerated() {
        targets.append((rule.next, "Next", [.member("Choices"), .element(index), .member("Next")]))
      }
      if let name = choice.defaultState { targets.append((name, "Default", [.member("Default")])) }
    }
    for (index, catcher) in catchers.enumerated() {
      targets.append((catcher.next, "Next", [.member("Catch"), .element(index), .member("Next")]))
    }
    if case .next(let name) = transition { targets.append((name, "Next", [.member("Next")])) }
    return targets
  }
}
