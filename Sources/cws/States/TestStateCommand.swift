import ArgumentParser
import JSON
import Shell
import StatesExecution
import StatesLanguage
import StatesTesting
import Synchronization

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
    let request = try StatesFiles.json(in: file ?? "-")
    let time = try now.map(StatesFiles.time) ?? StatesFiles.now
    try report(await answer(to: request, at: time))
  }

  /// The response to `request`.
  private func answer(
    to request: JSONValue, at time: Timestamp
  ) async -> Result<JSONValue, RequestRefusal> {
    let tasks = UnmockedTasks()
    let tester = TestState(tasks: tasks, now: time)
    do throws(RequestRefusal) {
      let response = try await tester.respond(to: TestStateRequest(request))
      if let refusal = tasks.refusal { return .failure(refusal) }
      return .success(TestStateResponse.encoded(response))
    } catch {
      return .failure(error)
    }
  }

  /// Prints the response or the refusal.
  private func report(_ answer: Result<JSONValue, RequestRefusal>) throws {
    switch answer {
    case .success(let response): StatesFiles.print(response)
    case .failure(let refusal):
      let error: JSONValue = [
        "error": .string(refusal.code), "message": .string(refusal.message),
      ]
      StandardStreams.write(JSONWriter.indented(error) + "\n", to: .error)
      throw ExitCode.failure
    }
  }
}

/// Notes calls, of which each needs a mock.
private final class UnmockedTasks: TaskHandler {
  /// The first call.
  private let call = Mutex<String?>(nil)

  /// Why the request cannot be answered, once there was a call.
  var refusal: RequestRefusal? {
    call.withLock(\.self).map { resource in
      .invalid(
        "The call of \(resource) needs a mock: give the request a member mock with a result or an "
          + "errorOutput.")
    }
  }

  func perform(_ request: TaskRequest) async -> TaskOutcome {
    call.withLock { $0 = $0 ?? request.resource.arn }
    return .failure("NoMock")
  }
}
