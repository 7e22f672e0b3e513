package import StatesLanguage

extension WorkflowGraph {
  /// Creates the picture of `machine`; `labels` are better titles than the names of the states.
  package init(_ machine: StateMachine, labels: [String: String] = [:]) {
    self.init(machine.graph, labels: labels)
  }

  /// Creates the picture of a graph of states.
  package init(_ graph: StateGraph, labels: [String: String] = [:]) {
    start = graph.startAt
    nodes = graph.states.map { Node($0, labels: labels) }
    edges = graph.states.flatMap(Edge.all)
  }
}

extension WorkflowGraph.Node {
  /// Creates the node of `state`.
  fileprivate init(_ state: State, labels: [String: String]) {
    id = state.name
    kind = WorkflowGraph.Kind(state.type)
    title = labels[state.name] ?? state.name
    detail = state.summary
    groups = state.subgraphs.enumerated().map { index, graph in
      let isBranch = state.type == .parallel
      return WorkflowGraph.Group(
        title: isBranch ? graph.comment ?? "branch \(index + 1)" : nil,
        graph: WorkflowGraph(graph, labels: labels))
    }
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

extension WorkflowGraph.Edge {
  /// The ways that start at `state`.
  fileprivate static func all(from state: State) -> [Self] {
    var edges: [Self] = []
    if case .choice(let choice) = state.kind {
      edges += choice.rules.map {
        Self(source: state.name, target: $0.next, condition: .when($0.summary))
      }
      if let name = choice.defaultState {
        edges.append(Self(source: state.name, target: name, condition: .otherwise))
      }
    }
    switch state.transition {
    case .next(let name): edges.append(Self(source: state.name, target: name, condition: .always))
    case .end: edges.append(Self(source: state.name, target: nil, condition: .always))
    case nil: break
    }
    return edges
      + state.catchers.map {
        Self(source: state.name, target: $0.next, condition: .error($0.errors))
      }
  }
}
