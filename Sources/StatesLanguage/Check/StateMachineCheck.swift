package import Diagnostics
package import JSON

/// Finds what makes no sense in a machine whose form is right, in the words of Step Functions.
///
/// Each rule is one file. A rule looks at one graph, or at one state, with what surrounds it.
package struct StateMachineCheck {
  /// The machine.
  let machine: StateMachine

  /// The kind of workflow that it is to be.
  let type: MachineType

  /// What was found so far.
  var findings: [DefinitionFinding] = []

  /// The names of the states seen so far.
  var seenNames: Set<String> = []

  /// The labels of the Maps seen so far.
  var seenLabels: Set<String> = []

  /// How many more names are compared in search of those that were meant.
  var comparisonsLeft = 100_000

  /// What is wrong with `machine` as a workflow of `type`, in the order of the text.
  ///
  /// Where not every state could be read, transitions are not checked.
  package static func findings(
    of machine: StateMachine, type: MachineType = .standard, isWhole: Bool = true
  ) -> [DefinitionFinding] {
    var check = StateMachineCheck(machine: machine, type: type)
    if isWhole { check.checkTransitions() }
    check.check(machine.graph, at: .root, outer: [])
    return check.findings
  }

  /// What is wrong with `machine`; `positions` tells where its parts stand in its text.
  package static func diagnostics(
    of machine: StateMachine, positions: JSONPositions? = nil
  ) -> DiagnosticSet {
    DiagnosticSet(findings(of: machine).map { $0.diagnostic(in: positions) })
  }

  /// Checks the states of `graph`, and the graphs inside them.
  private mutating func check(
    _ graph: StateGraph, at path: DefinitionPath, outer: [OuterScope]
  ) {
    let assigned = graph.assignments
    for state in graph.states {
      let statePath = path.member("States").member(state.name)
      check(state, at: statePath, outer: outer)
      for (subgraph, field) in zip(state.subgraphs, state.subgraphPaths) {
        let path = DefinitionPath(steps: statePath.steps + field)
        let scope = OuterScope(assigned: assigned, own: state.assignments)
        check(subgraph, at: path, outer: outer + [scope])
      }
    }
  }

  /// Applies the rules for one state.
  private mutating func check(
    _ state: State, at path: DefinitionPath, outer: [OuterScope]
  ) {
    checkName(of: state, at: path)
    checkLanguage(of: state, at: path)
    checkResource(of: state, at: path)
    checkErrorNames(of: state, at: path)
    checkTimes(of: state, at: path)
    checkChoices(of: state, at: path)
    checkMap(of: state, at: path)
    checkVariables(of: state, at: path, outer: outer)
    switch machine.language(of: state) {
    case .jsonata: checkExpressions(of: state, at: path)
    case .jsonPath: checkPaths(of: state, at: path)
    }
  }

  /// Notes a mistake.
  mutating func add(_ code: DefinitionFinding.Code, _ message: String, at path: DefinitionPath) {
    findings.append(DefinitionFinding(code: code, message: message, path: path))
  }

  /// Notes a mistake in the form of a part.
  mutating func refuse(_ finding: DefinitionFinding) { findings.append(finding) }
}

extension State {
  /// Where the graphs inside it stand, in the order of ``subgraphs``.
  package var subgraphPaths: [[DefinitionPath.Step]] {
    switch kind {
    case .parallel(let parallel):
      parallel.branches.indices.map { [.member("Branches"), .element($0)] }
    case .map(let map): [[.member(map.processorField)]]
    default: []
    }
  }
}
