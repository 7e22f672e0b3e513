import JSON
import StatesLanguage

extension TestStateRequest {
  /// Checks that the request fits its state; returns the mocked result, if there is one.
  func check(_ subject: TestStateSubject) throws(RequestRefusal) -> JSONValue? {
    if let mock {
      try checkMock(of: subject.state)
      let result = try mock.result(for: subject.state)
      if let context { try TestStateContext.check(context) }
      return result
    }
    try checkWithoutMock(subject.state)
    if let context { try TestStateContext.check(context) }
    return nil
  }

  /// Checks that a mock is allowed.
  private func checkMock(of state: State) throws(RequestRefusal) {
    switch state.type {
    case .task, .map, .parallel: break
    default:
      throw .invalid(
        "State type '\(state.type.rawValue)' is not supported when a mock is specified")
    }
    if revealsSecrets {
      throw .invalid("TestState does not support RevealSecrets when a mock is specified.")
    }
  }

  /// Checks that no mock is needed.
  private func checkWithoutMock(_ state: State) throws(RequestRefusal) {
    if let name = configuration.names.first {
      throw .invalid("TestState does not support \(name) when a mock is not specified.")
    }
    switch state.kind {
    case .map, .parallel:
      throw RequestRefusal(
        code: "InvalidDefinition",
        message: "TestState API does not support Map or Parallel states. Supported state types "
          + "include: [Task, Wait, Pass, Succeed, Fail, Choice]")
    case .task(let task): try checkCall(of: task)
    default: break
    }
  }

  /// Checks that a call can be made without a mock.
  private func checkCall(of task: TaskState) throws(RequestRefusal) {
    if task.resource.contains(":activity:") {
      throw RequestRefusal(
        code: "InvalidDefinition", message: "TestState API does not support Activity tasks.")
    }
    if [".sync", ".sync:2", ".waitForTaskToken"].contains(where: task.resource.hasSuffix) {
      throw RequestRefusal(
        code: "InvalidDefinition",
        message: "TestState API does not support '.sync' or '.waitForTaskToken' integration "
          + "patterns.")
    }
    if roleARN == nil { throw .invalid("RoleArn must be specified when testing a Task state") }
  }
}
