package import JSON
import StatesLanguage

/// Answers the calls of Task states.
package protocol TaskHandler: Sendable {
  /// Makes the call of `request` and tells what came of it.
  ///
  /// When the result is no longer wanted, the current task is cancelled; what is returned then
  /// does not matter.
  func perform(_ request: TaskRequest) async -> TaskOutcome
}

/// What came of a call.
package struct TaskOutcome: Sendable {
  /// The result or the error.
  package var result: Result<JSONValue, StateError>

  /// The first answer of a service that answered later, if it did.
  package var submitted: JSONValue?

  /// How long the call took.
  package var duration: Duration

  /// Creates an outcome.
  package init(
    _ result: Result<JSONValue, StateError>, submitted: JSONValue? = nil,
    duration: Duration = .zero
  ) {
    self.result = result
    self.submitted = submitted
    self.duration = duration
  }

  /// A result.
  package static func success(_ value: JSONValue, duration: Duration = .zero) -> TaskOutcome {
    TaskOutcome(.success(value), duration: duration)
  }

  /// An error.
  package static func failure(
    _ error: String?, cause: String? = nil, duration: Duration = .zero
  ) -> TaskOutcome {
    TaskOutcome(.failure(StateError(error, cause: cause)), duration: duration)
  }
}

/// A handler made of a function.
package struct ClosureTaskHandler: TaskHandler {
  private let body: @Sendable (TaskRequest) async -> TaskOutcome

  /// Creates a handler that answers with `body`.
  package init(_ body: @escaping @Sendable (TaskRequest) async -> TaskOutcome) {
    self.body = body
  }

  package func perform(_ request: TaskRequest) async -> TaskOutcome { await body(request) }
}
