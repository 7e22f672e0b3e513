import JSON
import StatesExecution
import StatesLanguage

extension CaseRunner {
  /// The answer to a case of the TestState API.
  func answerTestState(_ one: RecordedCase) async -> JSONValue {
    do throws(RequestRefusal) {
      let request = try TestStateRequest(one.testStateRequest)
      let tester = TestState(tasks: tasks(of: one), now: one.clock ?? now, account: "111111111111")
      return one.answer(["response": try await tester.respond(to: request)])
    } catch {
      return one.refused(error)
    }
  }

  /// What answers the calls of a case, of which each belongs to the one state that is tested.
  private func tasks(of one: RecordedCase) -> some TaskHandler {
    let tasks = RecordedTasks(
      tasks: one.json["tasks"], functions: one.json["functions"], runner: functions)
    return ClosureTaskHandler { request in
      var request = request
      request.state = "TestState"
      return await tasks.perform(request)
    }
  }
}

extension RecordedCase {
  /// The request of the TestState API.
  fileprivate var testStateRequest: JSONValue {
    var request = json["request"]?.objectValue ?? .empty
    request = request.setting("definition", to: json["definition"] ?? .null)
    if let input = json["input"] {
      request = request.setting("input", to: .string(JSONWriter.compact(input)))
    }
    return .object(request)
  }
}
