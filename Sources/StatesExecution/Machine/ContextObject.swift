import JSON
import JSONata
import StatesLanguage

/// Makes the value of `$states.context`, and knows what expressions get from the execution.
final class ContextObject: Sendable {
  /// What the execution knows about itself.
  let context: ExecutionContext

  /// The execution's input.
  let input: JSONValue

  /// When the execution started.
  let startTime: Timestamp

  /// What expressions get besides variables; time and randomness are the execution's.
  let expressions: EvaluationEnvironment

  /// Creates the maker for an execution.
  init(
    context: ExecutionContext, input: JSONValue, startTime: Timestamp,
    expressions: EvaluationEnvironment = EvaluationEnvironment()
  ) {
    self.expressions = expressions
    self.context = context
    self.input = input
    self.startTime = startTime
  }

  /// The whole object for `state`.
  func value(for state: StateContext) -> JSONValue {
    if let replacement = context.replacement {
      guard let item = state.item, let object = replacement.objectValue else { return replacement }
      return .object(object.setting("Map", to: map(item)))
    }
    var object = JSONObject.Builder()
    object["Execution"] = execution
    if let item = state.item { object["Map"] = map(item) }
    object["State"] = self.state(state)
    object["StateMachine"] = [
      "Id": .string(context.machineID), "Name": .string(context.machineName),
    ]
    if let token = state.taskToken { object["Task"] = ["Token": .string(token)] }
    for (key, value) in context.additions.members { object[key] = value }
    return .object(object.build())
  }

  /// The member `State`.
  private func state(_ state: StateContext) -> JSONValue {
    var object = JSONObject.Builder()
    object["EnteredTime"] = .string(state.enteredTime.description)
    object["Name"] = .string(state.state)
    object["RetryCount"] = state.retryCount.map { .integer(Int64($0)) }
    return .object(object.build())
  }

  /// The member `Execution`.
  private var execution: JSONValue {
    [
      "Id": .string(context.executionID), "Input": input,
      "Name": .string(context.executionName), "RoleArn": .string(context.roleARN),
      "StartTime": .string(startTime.description), "RedriveCount": 0,
    ]
  }

  /// The member `Map`.
  private func map(_ item: MapItem) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("Index", .integer(Int64(item.index))), ("Value", item.value),
    ]
    if let source = item.source { members.append(("Source", .string(source))) }
    return ["Item": .object(members)]
  }
}
