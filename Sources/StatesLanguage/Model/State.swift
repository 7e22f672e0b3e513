package import JSON

/// One state of a machine.
package struct State: Equatable, Sendable {
  /// Its name, unique in the whole machine.
  package var name: String

  /// What it is for.
  package var comment: String?

  /// The language of its expressions, where it differs from the machine's.
  package var queryLanguage: QueryLanguage?

  /// What it does.
  package var kind: Kind

  /// Where it leads; nil for a Choice, Succeed or Fail state.
  package var transition: Transition?

  /// The variables that it sets.
  package var assign: Template?

  /// What it hands on instead of its result.
  package var output: Template?

  /// Its fields for JSONPath, by their names, as they were written.
  package var jsonPath: JSONObject

  /// What a state does.
  package enum Kind: Equatable, Sendable {
    /// Calls a service.
    case task(TaskState)
    /// Hands on a value.
    case pass(PassState)
    /// Chooses the next state.
    case choice(ChoiceState)
    /// Lets time pass.
    case wait(WaitState)
    /// Ends the machine well.
    case succeed
    /// Ends the machine with an error.
    case fail(FailState)
    /// Does several things at once.
    case parallel(ParallelState)
    /// Does one thing with each of many items.
    case map(MapState)
  }

  /// Where a state leads.
  package enum Transition: Hashable, Sendable {
    /// To the state of this name.
    case next(String)
    /// Out of the graph.
    case end
  }

  /// Creates a state.
  package init(
    name: String, comment: String? = nil, queryLanguage: QueryLanguage? = nil, kind: Kind,
    transition: Transition? = nil, assign: Template? = nil, output: Template? = nil,
    jsonPath: JSONObject = .empty
  ) {
    self.name = name
    self.comment = comment
    self.queryLanguage = queryLanguage
    self.kind = kind
    self.transition = transition
    self.assign = assign
    self.output = output
    self.jsonPath = jsonPath
  }
}

extension State {
  /// The kind by its name in the language.
  package var type: StateType {
    switch kind {
    case .task: .task
    case .pass: .pass
    case .choice: .choice
    case .wait: .wait
    case .succeed: .succeed
    case .fail: .fail
    case .parallel: .parallel
    case .map: .map
    }
  }

  /// What it does about errors before they leave it.
  package var retriers: [Retrier] {
    switch kind {
    case .task(let task): task.retriers
    case .parallel(let parallel): parallel.retriers
    case .map(let map): map.retriers
    default: []
    }
  }

  /// Where errors lead.
  package var catchers: [Catcher] {
    switch kind {
    case .task(let task): task.catchers
    case .parallel(let parallel): parallel.catchers
    case .map(let map): map.catchers
    default: []
    }
  }

  /// The graphs inside it: branches, or what a Map does with an item.
  package var subgraphs: [StateGraph] {
    switch kind {
    case .parallel(let parallel): parallel.branches
    case .map(let map): [map.itemProcessor.graph]
    default: []
    }
  }

  /// The names of the states to which it may lead, in the order of the text.
  package var targets: [String] {
    var targets: [String] = []
    if case .choice(let choice) = kind {
      targets += choice.rules.map(\.next)
      if let name = choice.defaultState { targets.append(name) }
    }
    targets += catchers.map(\.next)
    if case .next(let name) = transition { targets.append(name) }
    return targets
  }
}

/// The kinds of state by their names in the language, in AWS's order.
package enum StateType: String, Hashable, Sendable, CaseIterable {
  case task = "Task"
  case wait = "Wait"
  case pass = "Pass"
  case succeed = "Succeed"
  case fail = "Fail"
  case choice = "Choice"
  case parallel = "Parallel"
  case map = "Map"
}
