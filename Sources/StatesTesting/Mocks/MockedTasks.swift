package import StatesExecution
import Synchronization

/// Answers the calls of Task states by mocks; a call for which there is none ends the run.
package final class MockedTasks: TaskHandler {
  /// The answers by state.
  private let responses: [String: MockedResponse]

  /// How often each state has called.
  private let calls = Mutex<[String: Int]>([:])

  /// The first call for which there was no answer.
  private let unanswered = Mutex<UnansweredCall?>(nil)

  /// Called at the first call for which there is no answer.
  private let stop: @Sendable () -> Void

  /// Answers by `responses`, and calls `stop` at a call for which there is none.
  package init(_ responses: [String: MockedResponse], stop: @escaping @Sendable () -> Void) {
    self.responses = responses
    self.stop = stop
  }

  package func perform(_ request: TaskRequest) async -> TaskOutcome {
    let number = calls.withLock { calls in
      defer { calls[request.state, default: 0] += 1 }
      return calls[request.state] ?? 0
    }
    if let outcome = responses[request.state]?.outcome(ofCall: number) { return outcome }
    unanswered.withLock { $0 = $0 ?? UnansweredCall(request, number: number) }
    stop()
    return .failure("NoMock", duration: .seconds(1 << 40))
  }

  /// The call that ended the run because there is no mock for it.
  package var unansweredCall: UnansweredCall? { unanswered.withLock(\.self) }
}

/// A call for which there is no mock.
package struct UnansweredCall: Sendable {
  /// The name of the state.
  package let state: String

  /// What is called.
  package let resource: String

  /// Which call of the state it is, from 0.
  package let number: Int

  /// Describes the call `number` that `request` asks for.
  init(_ request: TaskRequest, number: Int) {
    state = request.state
    resource = request.resource.arn
    self.number = number
  }

  /// What to tell the user.
  package var message: String {
    """
    the task '\(state)' calls \(resource), and there is no mock for its call \(number)
    give it an answer in a file for --mocks:
      {"StateMachines": {"M": {"TestCases": {"C": {"\(state)": "Answer"}}}},
       "MockedResponses": {"Answer": {"\(number)": {"Return": {}}}}}
    """
  }
}
