import JSON

extension StateMachineCheck {
  /// Literal times are in RFC 3339, and a heartbeat is shorter than its task.
  mutating func checkTimes(of state: State, at path: DefinitionPath) {
    switch state.kind {
    case .wait(let wait): check(wait, of: state, at: path)
    case .task(let task): check(task, at: path)
    default: break
    }
  }

  /// A literal timestamp is in RFC 3339.
  private mutating func check(_ wait: WaitState, of state: State, at path: DefinitionPath) {
    guard case .timestamp(let template) = wait.duration else { return }
    if machine.language(of: state) == .jsonata, template.expression != nil { return }
    if template.json.stringValue.flatMap({ Timestamp($0) }) == nil {
      add(.schema, Self.noTimestamp, at: path.member("Timestamp"))
    }
  }

  /// What is said of a text that is no time.
  static let noTimestamp = "String does not match RFC3339 timestamp"

  /// A heartbeat is shorter than its task.
  private mutating func check(_ task: TaskState, at path: DefinitionPath) {
    guard let timeout = task.timeoutSeconds?.json.intValue,
      let heartbeat = task.heartbeatSeconds?.json.intValue, heartbeat >= timeout
    else { return }
    add(
      .schema, "'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'",
      at: path.member("HeartbeatSeconds"))
  }
}
