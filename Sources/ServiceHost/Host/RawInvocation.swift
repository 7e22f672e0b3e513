/// What came of a call, with the answer as the service sent it.
package struct RawInvocation: Sendable {
  /// How a call ended.
  package enum Outcome: Equatable, Sendable {
    /// With these bytes, which have yet to prove JSON.
    case answer([UInt8])

    /// With a function error, or with the reason for which there was no answer.
    case error(type: String, message: String)
  }

  /// The answer or the error.
  package var outcome: Outcome

  /// How long the service worked on the call, or the caller waited if none did.
  package var duration: Duration

  /// How long the process took to get ready, if one was started for the call.
  package var startDuration: Duration?

  /// What the service printed in the course of the call, line by line.
  package var logs: [String]
}
