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

  /// The Parallel and Map states around it, outermost first.
  let ancestors: [State]

  /// Whether the state is inside a Map.
  var isInMap: Bool { ancestors.contains { $0.type == .map } }

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
    guard let (state, ancestors) = machine.graph.find(name) else {
      throw .invalid("State not found in definition")
    }
    self.machine = machine
    self.state = state
    self.ancestors = ancestors
  }
}

extension StateGraph {
  /// The state `name` in the graph or those inside it, and the states around it.
  fileprivate func find(_ name: String) -> (state: State, ancestors: [State])? {
    if let state = states[name] { return (state, []) }
    for outer in states {
      for graph in outer.subgraphs {
        if let (state, ancestors) = graph.find(name) { return (state, [outer] + ancestors) }
      }
    }
    return nil
  }
}
