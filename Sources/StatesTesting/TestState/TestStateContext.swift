import JSON
import StatesLanguage

/// The context object that a request of the TestState API gives.
enum TestStateContext {
  /// What a member of the context object may be.
  private indirect enum Shape {
    case any, text, number
    case object([String: Shape])
  }

  /// The members that there are.
  private static let shape = Shape.object([
    "Execution": .object([
      "Id": .text, "Input": .any, "Name": .text, "RoleArn": .text, "StartTime": .text,
      "RedriveCount": .number, "RedriveTime": .text,
    ]),
    "State": .object(["EnteredTime": .text, "Name": .text, "RetryCount": .number]),
    "StateMachine": .object(["Id": .text, "Name": .text]), "Task": .object(["Token": .text]),
    "Map": .object([
      "Item": .object(["Index": .number, "Key": .text, "Source": .text, "Value": .any])
    ]),
  ])

  /// Checks that `json` has no members but those that there are.
  static func check(_ json: JSONValue) throws(RequestRefusal) {
    if let mistake = mistake(in: json, shape, "Context") {
      throw .invalid("Invalid Context object provided: \(mistake)")
    }
  }

  /// What is wrong with `value`, which is called `name`.
  private static func mistake(in value: JSONValue, _ shape: Shape, _ name: String) -> String? {
    switch shape {
    case .any: return nil
    case .text: return value.stringValue == nil ? "Field '\(name)' must be a string" : nil
    case .number: return value.doubleValue == nil ? "Field '\(name)' must be a number" : nil
    case .object(let members):
      guard let object = value.objectValue else { return "Field '\(name)' must be an object" }
      for (key, value) in object.members {
        guard let shape = members[key] else { return "Field '\(key)' is not allowed" }
        if let mistake = mistake(in: value, shape, key) { return mistake }
      }
      return nil
    }
  }
}
