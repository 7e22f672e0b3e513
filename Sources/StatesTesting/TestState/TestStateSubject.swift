import JSON
import StatesLanguage

/// The state that a request of the TestState API is about, in a machine that can run it.
struct TestStateSubject: Sendable {
  /// What a state is called whose definition stands alone.
  static let name = "StateName"

  /// The machine.
  let machine: StateMachine

  /// The state.
  let state: State

  /// Whether the state is inside a Map.
  let isInMap: Bool

  /// Finds the state of `request`.
  init(_ request: TestStateRequest) throws(RequestRefusal) {
    let isMachine = request.stateName != nil
    let definition =
      isMachine
      ? request.definition
      : ["StartAt": .string(Self.name), "States": [Self.name: request.definition]]
    let validation = DefinitionValidation(definition, checksTransitions: isMachine)
    if let refusal = validation.refusal { throw refusal }
    guard let machine = validation.machine else { throw .invalid("State not found in definition") }
    let name = isMachine ? request.stateName ?? "" : Self.name
    guard let (state, isInMap) = machine.graph.find(name, isInMap: false) else {
      throw .invalid("State not found in definition")
    }
    self.machine = machine
    self.state = state
    self.isInMap = isInMap
  }
}

extension StateGraph {
  /// The state `name` in the graph or those inside it, and whether it is inside a Map.
  fileprivate func find(_ name: String, isInMap: Bool) -> (state: State, isInMap: Bool)? {
    if let state = states[name] { return (state, isInMap) }
    for state in states {
      for graph in state.subgraphs {
        if let found = graph.find(name, isInMap: isInMap || state.type == .map) { return found }
      }
    }
    return nil
  }
}
