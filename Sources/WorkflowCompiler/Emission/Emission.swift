import StatesLanguage

/// Writes states under construction as states of the language.
struct Emission {
  /// A variable that the first state of a graph sets.
  struct EntryVariable {
    /// The name.
    var name: String

    /// What gives the value in the first state.
    var value: Formula

    /// The input of the workflow, which can be read in every state.
    static let input = EntryVariable(
      name: "input", value: Formula("$states.context.Execution.Input"))

    /// The element that a graph works on.
    static func item(_ name: String) -> EntryVariable {
      EntryVariable(name: name, value: Formula("$states.input"))
    }
  }

  /// The names of the states.
  let names: StateNames

  /// How the result of each step is found.
  private(set) var results: [String: SourceMap.Result] = [:]

  /// Creates an emission.
  init(names: StateNames) {
    self.names = names
  }

  /// The states of `graph`, whose first state sets `variables`.
  ///
  /// `pending` is what a state around the graph sets when it is done, which is not set yet here;
  /// `kept` are variables that count as read everywhere.
  mutating func emit(
    _ graph: DraftGraph, variables: [EntryVariable], pending: [EntryVariable] = [],
    kept: Set<String> = []
  ) -> [State] {
    let liveness = Liveness(graph, kept: kept)
    let flow = DataFlow(graph: graph)
    return graph.states.map { state in
      var emitter = StateEmission(
        state: state, liveness: liveness, names: names, unset: pending,
        isOutputUsed: flow.usesOutput(of: state))
      if state.id == graph.start {
        emitter.set = variables
        emitter.unset += variables
      }
      let graphs = state.kind.graphs.map { inner in
        let item = inner.item.map { [EntryVariable.item($0)] } ?? []
        let inherited = emitter.unset.filter { $0.name == EntryVariable.input.name }
        let states = emit(inner, variables: item, pending: inherited)
        return StateGraph(startAt: names[inner.start], states: states)
      }
      results.merge(emitter.results) { _, new in new }
      return emitter.state(graphs: graphs)
    }
  }
}
