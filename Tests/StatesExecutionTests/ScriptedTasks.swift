import JSON
import StatesExecution
import Synchronization

/// Answers the calls of each state with a list of outcomes, one after the other.
final class ScriptedTasks: TaskHandler {
  private let outcomes: Mutex<[String: [TaskOutcome]]>
  private let requests = Mutex<[TaskRequest]>([])

  /// Creates a handler; without an outcome a call answers with its arguments.
  init(_ outcomes: [String: [TaskOutcome]] = [:]) { self.outcomes = Mutex(outcomes) }

  func perform(_ request: TaskRequest) async -> TaskOutcome {
    requests.withLock { $0.append(request) }
    return outcomes.withLock { outcomes in
      guard let next = outcomes[request.state]?.first else { return .success(request.arguments) }
      outcomes[request.state]?.removeFirst()
      return next
    }
  }

  /// The calls so far.
  var calls: [TaskRequest] { requests.withLock { $0 } }
}
