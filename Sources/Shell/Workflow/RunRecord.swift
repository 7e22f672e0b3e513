package import JSON
package import StatesExecution

/// What a run of a machine, or of a part of it, did.
package struct RunRecord: Sendable {
  /// How a run ended.
  package enum Status: Sendable {
    /// With this output.
    case succeeded(JSONValue)

    /// With an error.
    case failed(error: String?, cause: String?)

    /// Before a state that was not to be entered.
    case stopped

    /// Because it was cancelled.
    case cancelled
  }

  /// How it ended.
  package var status: Status

  /// The states that it entered, in order.
  package var visits: [StateVisit]

  /// The variables at its end.
  package var variables: [String: JSONValue]

  /// What the last state handed on.
  package var output: JSONValue

  /// How long it took.
  package var duration: Duration

  /// How long it would have taken with its waits and delays.
  package var virtualDuration: Duration
}
