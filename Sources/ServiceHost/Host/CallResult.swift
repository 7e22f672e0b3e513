package import ServiceModel

/// What came of a call.
package struct CallResult: Sendable {
  /// The answer or the error.
  package var outcome: InvocationOutcome

  /// How long the service worked on the call, or the caller waited if none did.
  package var duration: Duration

  /// How long the process took to get ready, if one was started for the call.
  package var startDuration: Duration?

  /// What the service printed in the course of the call, line by line.
  package var logs: [String]

  /// Creates a result.
  package init(
    outcome: InvocationOutcome, duration: Duration, startDuration: Duration? = nil,
    logs: [String] = []
  ) {
    self.outcome = outcome
    self.duration = duration
    self.startDuration = startDuration
    self.logs = logs
  }
}
