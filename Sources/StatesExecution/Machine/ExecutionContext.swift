package import JSON
import StatesLanguage

/// What an execution knows about itself, for `$states.context`.
package struct ExecutionContext: Equatable, Sendable {
  /// The ARN of the execution.
  package var executionID: String

  /// The name of the execution.
  package var executionName: String

  /// The region in which it runs.
  package var region: String

  /// The ARN of the role as which it runs.
  package var roleARN: String

  /// The ARN of the machine.
  package var machineID: String

  /// The name of the machine.
  package var machineName: String

  /// Further members of the whole object, which win.
  package var additions: JSONObject

  /// The whole object, if it is given; of the rest only the item of a Map is put into it.
  package var replacement: JSONValue?

  /// Creates a context with names as they look in an account.
  package init(
    machineName: String = "StateMachine", executionName: String = "execution",
    region: String = "us-east-1", account: String = "123456789012",
    roleARN: String? = nil, additions: JSONObject = .empty
  ) {
    let prefix = "arn:aws:states:\(region):\(account)"
    self.region = region
    self.machineName = machineName
    self.executionName = executionName
    machineID = "\(prefix):stateMachine:\(machineName)"
    executionID = "\(prefix):execution:\(machineName):\(executionName)"
    self.roleARN = roleARN ?? "arn:aws:iam::\(account):role/\(machineName)"
    self.additions = additions
  }
}

/// What the context object says about the state that is running.
struct StateContext: Sendable {
  /// The state's name.
  var state: String

  /// When it was entered.
  var enteredTime: Timestamp

  /// How often it was tried again; nil where a state of its kind never is.
  var retryCount: Int?

  /// The token of its task, if the task waits for one.
  var taskToken: String?

  /// The item of the innermost Map around it.
  var item: MapItem?
}

/// The item of a Map's iteration.
final class MapItem: Sendable {
  /// Its position, from 0.
  let index: Int

  /// The item before `ItemSelector`.
  let value: JSONValue

  /// Where a distributed Map has read it, if it has.
  let source: String?

  init(index: Int, value: JSONValue, source: String? = nil) {
    self.index = index
    self.value = value
    self.source = source
  }
}
