package import StatesLanguage
package import WorkflowCompiler

extension WorkflowGraph {
  /// Creates the picture of `machine`; with a `sourceMap` it shows what was written.
  package init(_ machine: StateMachine, sourceMap: SourceMap? = nil) {
    self = GraphBuilder(sourceMap: sourceMap).graph(machine.graph)
  }

  /// Creates the picture of a compiled workflow.
  package init(_ workflow: CompiledWorkflow) {
    self.init(workflow.machine, sourceMap: workflow.sourceMap)
  }
}

/// Makes pictures of graphs of states.
private struct GraphBuilder {
  /// Which steps the states belong to.
  let sourceMap: SourceMap?

  /// The picture of `graph`.
  func graph(_ graph: StateGraph) -> WorkflowGraph {
    let states = graph.states.filter { !isOnlyEnd($0, in: graph) }
    return WorkflowGraph(
      nodes: states.map(node), edges: states.flatMap { edges(from: $0, in: graph) },
      start: graph.startAt)
  }

  /// Whether `state` only ends `graph`, for the sake of a Choice that must lead somewhere.
  private func isOnlyEnd(_ state: State, in graph: StateGraph) -> Bool {
    sourceMap?.states[state.name]?.role == .end && state.name != graph.startAt
  }

  /// The node of `state`.
  private func node(_ state: State) -> WorkflowGraph.Node {
    let (title, detail) = caption(of: state)
    return WorkflowGraph.Node(
      id: state.name, kind: WorkflowGraph.Kind(state.type), title: title, detail: detail,
      groups: state.subgraphs.enumerated().map { index, inner in
        let isBranch = state.type == .parallel
        return WorkflowGraph.Group(
          title: isBranch ? branchName(inner, of: state) ?? "branch \(index + 1)" : nil,
          graph: graph(inner))
      })
  }

  /// What `state` is called and what it does; only the latter if it says the same.
  private func caption(of state: State) -> (title: String, detail: String?) {
    let title = title(of: state)
    guard let detail = detail(of: state)?.onOneLine, !detail.isEmpty else { return (title, nil) }
    return detail.hasPrefix(title) ? (detail, nil) : (title, detail)
  }

  /// What `state` is called: its name, without a number that only sets it apart from other states.
  private func title(of state: State) -> String {
    guard let written = sourceMap?.states[state.name],
      let space = state.name.lastIndex(of: " "),
      Int(state.name[state.name.index(after: space)...]) != nil
    else { return state.name }
    let base = state.name[..<space]
    let step = written.step.split(separator: "/").last ?? ""
    return step == base || written.label.hasPrefix(base) ? String(base) : state.name
  }

  /// What `state` does: as it was written, unless the machine tells more.
  private func detail(of state: State) -> String? {
    guard let written = sourceMap?.states[state.name] else { return state.summary }
    switch written.role {
    case .condition, .end, .parallel: return nil
    case .fail: return state.summary
    case .map: return written.label + (state.concurrencySummary ?? "")
    case .call, .value, .wait, .return: return written.label
    }
  }

  /// The name of the branch `graph`: its comment, or what the steps in it are called after.
  private func branchName(_ graph: StateGraph, of state: State) -> String? {
    if let comment = graph.comment { return comment }
    guard let step = sourceMap?.states[state.name]?.step else { return nil }
    let ids = graph.states.lazy.compactMap { sourceMap?.states[$0.name]?.step }
    let inner = ids.first { $0.hasPrefix("\(step)/") }?.dropFirst(step.count + 1)
    return inner?.split(separator: "/").first.map(String.init)
  }

  /// The ways that start at `state`.
  private func edges(from state: State, in graph: StateGraph) -> [WorkflowGraph.Edge] {
    ways(from: state).map { way in
      let target = way.target.flatMap { graph.states[$0] }
      let isEnd = target.map { isOnlyEnd($0, in: graph) } ?? false
      return WorkflowGraph.Edge(
        source: state.name, target: isEnd ? nil : way.target, condition: way.condition)
    }
  }

  /// Where the ways from `state` lead, and when each is taken.
  private func ways(
    from state: State
  ) -> [(target: String?, condition: WorkflowGraph.Condition)] {
    var ways: [(target: String?, condition: WorkflowGraph.Condition)] = []
    if case .choice(let choice) = state.kind {
      ways += zip(choice.rules, conditions(of: choice, in: state)).map { rule, text in
        (rule.next, .when(text))
      }
      if let name = choice.defaultState { ways.append((name, .otherwise)) }
    }
    switch state.transition {
    case .next(let name): ways.append((name, .always))
    case .end: ways.append((nil, .always))
    case nil: break
    }
    return ways + state.catchers.map { ($0.next, .error($0.errors)) }
  }

  /// The conditions of `choice`: as they were written, if that is known of each.
  private func conditions(of choice: ChoiceState, in state: State) -> [String] {
    if let written = sourceMap?.states[state.name]?.conditions,
      written.count == choice.rules.count
    {
      return written.map(\.onOneLine)
    }
    return choice.rules.map(\.summary)
  }
}

extension WorkflowGraph.Kind {
  /// The kind of node for a state of `type`.
  fileprivate init(_ type: StateType) {
    self =
      switch type {
      case .task: .task
      case .pass: .value
      case .choice: .choice
      case .wait: .wait
      case .succeed: .success
      case .fail: .failure
      case .parallel: .parallel
      case .map: .map
      }
  }
}
