import JSON
import StatesLanguage

/// Makes the parts of a program.
struct ProgramBuilder {
  /// The machine.
  let machine: StateMachine

  /// The finished states, in the order of their indexes.
  private(set) var states: [StateCode] = []

  /// The graphs.
  private(set) var graphs: [GraphCode] = []

  /// What keeps the machine from running.
  var findings: [DefinitionFinding] = []

  /// A graph whose states have indexes, and are not yet compiled.
  private struct Plan {
    var graph: StateGraph
    var path: DefinitionPath
    var firstState: Int
    var children: [Int]
  }

  private var plans: [Plan] = []
  private var slots: [[String: Int]] = []
  private var stateCount = 0

  init(machine: StateMachine) { self.machine = machine }

  /// Makes all parts.
  mutating func build() {
    plan(machine.graph, at: .root, parent: nil)
    bindGivenVariables()
    for index in plans.indices {
      let plan = plans[index]
      graphs[index].start =
        target(plan.graph.startAt, in: plan, at: plan.path.member("StartAt")) ?? 0
      var children = plan.children[...]
      for (position, state) in plan.graph.states.enumerated() {
        let inner = state.subgraphs.compactMap { _ in children.popFirst() }
        compile(state, at: plan.firstState + position, inGraph: index, inner: inner)
      }
    }
    for index in graphs.indices {
      graphs[index].variables = slots[index].sorted { $0.value < $1.value }.map(\.key)
    }
  }

  /// Gives indexes to the states of `graph` and of the graphs inside it.
  private mutating func plan(_ graph: StateGraph, at path: DefinitionPath, parent: Int?) {
    let index = plans.count
    graphs.append(GraphCode(parent: parent, start: 0, variables: []))
    let names = graph.assignedVariables.sorted()
    slots.append(Dictionary(uniqueKeysWithValues: zip(names, names.indices)))
    plans.append(Plan(graph: graph, path: path, firstState: stateCount, children: []))
    stateCount += graph.states.count
    for state in graph.states {
      let statePath = path.member("States").member(state.name)
      for (inner, steps) in zip(state.subgraphs, state.subgraphPaths) {
        plans[index].children.append(plans.count)
        let path = DefinitionPath(steps: statePath.steps + steps)
        plan(inner, at: path, parent: state.runsApart ? nil : index)
      }
    }
  }

  /// Gives slots of the outermost scope to the variables that are read and nowhere assigned, so
  /// that they can be given from outside.
  private mutating func bindGivenVariables() {
    let known = Set(slots.flatMap(\.keys))
    let given = Set(machine.variableReferences.flatMap(\.variables))
    for name in given.subtracting(known).sorted() { slots[0][name] = slots[0].count }
  }

  // MARK: - States

  /// Compiles `state`, whose inner graphs have the indexes `inner`.
  private mutating func compile(
    _ state: State, at index: Int, inGraph graph: Int, inner: [Int]
  ) {
    let plan = plans[graph]
    let path = plan.path.member("States").member(state.name)
    let language = machine.language(of: state)
    var compiler = FieldCompiler(
      scopes: scopes(around: graph), path: path, language: language)
    let action = action(of: state, inner: inner, plan: plan, at: path, &compiler)
    let next: Int? =
      switch state.transition {
      case .next(let name): target(name, in: plan, at: path.member("Next"))
      case .end, nil: nil
      }
    let catchers = catchers(of: state, plan, at: path, &compiler)
    let result = compiler.result(assign: state.assign, output: state.output, prefix: "")
    let flow = language == .jsonPath ? compiler.flow(of: state) : nil
    findings += compiler.findings
    states.append(
      StateCode(
        state: state, index: index, graph: graph, action: action, next: next, result: result,
        flow: flow, catchers: catchers))
  }

  /// Compiles the catchers of `state`.
  private mutating func catchers(
    of state: State, _ plan: Plan, at path: DefinitionPath, _ compiler: inout FieldCompiler
  ) -> [CatcherCode] {
    state.catchers.enumerated().map { position, catcher in
      let path = path.member("Catch").element(position)
      return CatcherCode(
        errors: catcher.errors,
        result: compiler.result(
          assign: catcher.assign, output: catcher.output, prefix: "Catch[\(position)]/"),
        placement: compiler.placement(
          catcher.jsonPath["ResultPath"], at: path.member("ResultPath")),
        next: target(catcher.next, in: plan, at: path.member("Next")) ?? 0)
    }
  }

  /// Compiles what `state` does.
  private mutating func action(
    of state: State, inner: [Int], plan: Plan, at path: DefinitionPath,
    _ compiler: inout FieldCompiler
  ) -> StateCode.Action {
    switch state.kind {
    case .task(let task): return .task(compiler.task(task, of: state))
    case .pass: return .pass
    case .choice(let choice): return .choice(self.choice(choice, plan, at: path, &compiler))
    case .wait(let wait): return .wait(compiler.wait(wait, of: state))
    case .succeed: return .succeed
    case .fail(let fail):
      return .fail(
        error: compiler.expression("ErrorPath", of: state)
          ?? compiler.template(fail.error, "Error"),
        cause: compiler.expression("CausePath", of: state) ?? compiler.template(fail.cause, "Cause")
      )
    case .parallel(let parallel):
      let arguments = compiler.template(parallel.arguments, "Arguments")
      return .parallel(ParallelCode(branches: inner, arguments: arguments))
    case .map(let map):
      return .map(compiler.map(map, of: state, processor: inner.first ?? 0))
    }
  }

  /// Compiles the rules of a Choice state.
  private mutating func choice(
    _ choice: ChoiceState, _ plan: Plan, at path: DefinitionPath, _ compiler: inout FieldCompiler
  ) -> ChoiceCode {
    let rules = choice.rules.enumerated().map { position, rule in
      let prefix = "Choices[\(position)]/"
      let path = path.member("Choices").element(position)
      let target = target(rule.next, in: plan, at: path.member("Next"))
      return ChoiceCode.Rule(
        condition: compiler.condition(of: rule, prefix, at: path),
        result: compiler.result(assign: rule.assign, output: rule.output, prefix: prefix),
        next: target ?? 0)
    }
    let otherwise = choice.defaultState.flatMap {
      target($0, in: plan, at: path.member("Default"))
    }
    return ChoiceCode(rules: rules, otherwise: otherwise)
  }

  /// The index of the state `name` of a graph.
  private mutating func target(
    _ name: String, in plan: Plan, at path: DefinitionPath
  ) -> Int? {
    if let position = plan.graph.states.position(of: name) { return plan.firstState + position }
    findings.append(
      DefinitionFinding(
        code: .missingTarget, message: "Missing target: \(name)", path: path))
    return nil
  }

  /// The slots of the scopes around the states of `graph`, innermost first.
  private func scopes(around graph: Int) -> [[String: Int]] {
    var scopes: [[String: Int]] = []
    var current: Int? = graph
    while let index = current {
      scopes.append(slots[index])
      current = graphs[index].parent
    }
    return scopes
  }
}

extension State {
  /// Whether its graph is run by executions of their own, which do not see its variables.
  fileprivate var runsApart: Bool {
    if case .map(let map) = kind { return map.itemProcessor.mode == .distributed }
    return false
  }
}
