import ArgumentParser
import JSON
import Shell
import StatesExecution
import StatesLanguage
import StatesTesting

/// `cws test-state < REQUEST.json`: runs one state as the TestState API does.
struct TestStateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test-state",
    abstract: "Run one state as the TestState API does, and print its response.",
    discussion: """
      The request is read from a file or from standard input. Its members are those of the API: \
      definition, input, stateName, roleArn, inspectionLevel, variables, mock, context, \
      stateConfiguration, revealSecrets. What the API takes as texts of JSON may also be the JSON \
      itself. Calls need a mock.
      """)

  @Argument(help: "The request; standard input if there is none.", completion: .file())
  var file: String?

  @Option(help: "What time it is, in RFC 3339.")
  var now: String?

  func run() async throws {
    let response = await answer(
      to: try StatesFiles.json(in: file ?? "-"),
      at: try now.map(StatesFiles.time) ?? StatesFiles.now)
    switch response {
    case .success(let json): StatesFiles.print(json)
    case .failure(let refusal):
      let error: JSONValue = [
        "error": .string(refusal.code), "message": .string(refusal.message),
      ]
      StandardStreams.write(JSONWriter.indented(error) + "\n", to: .error)
      throw ExitCode.failure
    }
  }

  /// The response to `request`.
  private func answer(
    to request: JSONValue, at time: Timestamp
  ) async -> Result<JSONValue, RequestRefusal> {
    let tester = TestState(tasks: UnmockedTasks(), now: time)
    do throws(RequestRefusal) {
      let response = try await tester.respond(to: TestStateRequest(request))
      return .success(TestStateResponse.encoded(response))
    } catch {
      return .failure(error)
    }
  }
}

/// Says of every call that it needs a mock.
private struct UnmockedTasks: TaskHandler {
  func perform(_ request: TaskRequest) async -> TaskOutcome {
    .failure(
      "NoMock",
      cause:
        "The call of \(request.resource.arn) needs a mock: give the request a member mock with "
        + "a result or an errorOutput.")
  }
}
