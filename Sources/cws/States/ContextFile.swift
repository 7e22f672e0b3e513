import ArgumentParser
import JSON
import StatesExecution
import StatesLanguage

/// The file that says what the context object holds.
enum ContextFile {
  /// The context of an execution of which `json` gives members of the context object.
  static func context(in json: JSONValue?) throws -> ExecutionContext {
    var context = ExecutionContext()
    guard let json else { return context }
    guard let object = json.objectValue else {
      throw ValidationError("the context must be a JSON object")
    }
    read(object["Execution"], into: &context)
    if let machine = object["StateMachine"] {
      context.machineID = machine["Id"]?.stringValue ?? context.machineID
      context.machineName = machine["Name"]?.stringValue ?? context.machineName
      let parts = context.machineID.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count > 3 { context.region = String(parts[3]) }
    }
    let known: Set = ["Execution", "StateMachine", "State"]
    var additions = JSONObject.Builder()
    for (key, value) in object.members where !known.contains(key) { additions[key] = value }
    context.additions = additions.build()
    return context
  }

  /// When the execution started of which `json` gives members of the context object.
  static func startTime(in json: JSONValue?) throws -> Timestamp? {
    try json?["Execution"]?["StartTime"]?.stringValue.map(StatesFiles.time)
  }

  /// Takes what is known of the execution.
  private static func read(_ json: JSONValue?, into context: inout ExecutionContext) {
    guard let json else { return }
    context.executionID = json["Id"]?.stringValue ?? context.executionID
    context.executionName = json["Name"]?.stringValue ?? context.executionName
    context.roleARN = json["RoleArn"]?.stringValue ?? context.roleARN
  }
}
