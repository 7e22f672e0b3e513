/// A state machine in the Amazon States Language.
package struct StateMachine: Equatable, Sendable {
  /// What it is for.
  package var comment: String?

  /// The language of its expressions, where it says so.
  package var queryLanguage: QueryLanguage?

  /// The version of the language, `1.0` where it says so.
  package var version: String?

  /// How long an execution may take.
  package var timeoutSeconds: Int?

  /// The states, and the first of them.
  package var graph: StateGraph

  /// Creates a state machine.
  package init(
    comment: String? = nil, queryLanguage: QueryLanguage? = .jsonata, startAt: String,
    states: [State], timeoutSeconds: Int? = nil, version: String? = nil
  ) {
    self.comment = comment
    self.queryLanguage = queryLanguage
    self.version = version
    self.timeoutSeconds = timeoutSeconds
    graph = StateGraph(startAt: startAt, states: states)
  }

  /// The name of the first state.
  package var startAt: String {
    get { graph.startAt }
    set { graph.startAt = newValue }
  }

  /// The states of the outermost level, in order.
  package var states: StateList {
    get { graph.states }
    set { graph.states = newValue }
  }

  /// The language in which `state` is written: the machine's, or its own within a JSONPath machine.
  package func language(of state: State) -> QueryLanguage {
    state.queryLanguage ?? queryLanguage ?? .jsonPath
  }
}

/// States among which transitions go: a whole machine, a branch, or what a Map does with an item.
package struct StateGraph: Equatable, Sendable {
  /// What it is for.
  package var comment: String?

  /// The name of the first state.
  package var startAt: String

  /// The states, in order.
  package var states: StateList

  /// Creates a graph.
  package init(comment: String? = nil, startAt: String, states: [State]) {
    self.comment = comment
    self.startAt = startAt
    self.states = StateList(states)
  }

  /// Calls `body` with each state, outer ones before those inside them.
  package func visitStates(_ body: (State) -> Void) {
    for state in states {
      body(state)
      for graph in state.subgraphs { graph.visitStates(body) }
    }
  }
}

/// The kinds of workflow by their names in CreateStateMachine.
package enum MachineType: String, Hashable, Sendable, CaseIterable {
  /// Runs up to a year, with a history.
  case standard = "STANDARD"

  /// Runs up to five minutes, and only calls that answer at once.
  case express = "EXPRESS"
}
