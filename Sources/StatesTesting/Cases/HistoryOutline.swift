package import JSON
package import StatesExecution

extension HistoryEvent {
  /// The entry as it stands in the outline of a recorded run; nil if it is about no state.
  package var outline: JSONValue? {
    switch details {
    case .entered(let name, let input):
      return outline("entered", name, [("input", input)])
    case .exited(let name, let output, let assigned):
      let variables = assigned.map { [("assigned", JSONValue.object($0))] } ?? []
      return outline("exited", name, [("output", output)] + variables)
    default: return nil
    }
  }

  /// The entry about the state `name`.
  private func outline(
    _ event: String, _ name: String, _ members: [(key: String, value: JSONValue)]
  ) -> JSONValue {
    let type = type.rawValue
    let end = type.firstRange(of: "State")?.lowerBound ?? type.endIndex
    let first: [(key: String, value: JSONValue)] = [
      ("event", .string(event)), ("type", .string(String(type[..<end]))), ("state", .string(name)),
    ]
    return .object(first + members)
  }
}
