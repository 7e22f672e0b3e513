/// Why a call got no answer from its service.
struct CallFailure: Equatable, Sendable {
  /// The name of the error, Lambda's own where it has one.
  let type: String

  /// What happened, as one sentence that begins with the service's name.
  let message: String

  /// What the service did in a call's course that ended it.
  enum Phase: Equatable, Sendable {
    /// The process had not asked for a call yet.
    case start

    /// The process worked on the call.
    case call

    /// The words that place an event in the phase.
    var words: String {
      switch self {
      case .start: "before it was ready"
      case .call: "in the call"
      }
    }
  }
}

extension CallFailure {
  /// The process of `service` ended without answering.
  static func exited(_ service: String, _ status: ExitStatus, _ phase: Phase) -> CallFailure {
    CallFailure(type: "Runtime.ExitError", message: "\(service) \(status) \(phase.words)")
  }

  /// The program of `service` could not be started.
  static func notStarted(_ service: String, _ reason: String) -> CallFailure {
    CallFailure(
      type: "Runtime.InvalidEntrypoint", message: "\(service) could not be started: \(reason)")
  }

  /// The process of `service` did not ask for a call in time.
  static func startTimedOut(_ service: String, after limit: Duration) -> CallFailure {
    CallFailure(
      type: "Sandbox.Timedout",
      message: "\(service) was not ready \(limit.words) after its start, and was ended")
  }

  /// A process of `service` used `bytes` where it may use `limit` megabytes.
  static func outOfMemory(_ service: String, bytes: Int, limit: Int) -> CallFailure {
    CallFailure(
      type: "Runtime.OutOfMemory",
      message: "\(service) used \(bytes >> 20) MB of its \(limit) MB, and was ended: "
        + "Runtime exited with error: signal: killed")
  }

  /// `service` did not answer in time, in Lambda's words behind ours.
  static func timedOut(_ service: String, after limit: Duration) -> CallFailure {
    CallFailure(
      type: "Sandbox.Timedout",
      message: "\(service) did not answer within \(limit.words), and was ended: "
        + "Task timed out after \(limit.hundredths) seconds")
  }

  /// The call was cancelled.
  static func cancelled(_ service: String) -> CallFailure {
    CallFailure(type: "Host.Cancelled", message: "the call of \(service) was cancelled")
  }

  /// The service was unloaded or the host shut down.
  static func stopped(_ service: String) -> CallFailure {
    CallFailure(
      type: "Host.Stopped", message: "\(service) was stopped before it answered")
  }

  /// `service` answered with too many bytes.
  static func responseTooLarge(_ service: String, _ count: Int) -> CallFailure {
    CallFailure(
      type: "Function.ResponseSizeTooLarge",
      message: "\(service) answered too much: Response payload size (\(count) bytes) exceeded "
        + "maximum allowed payload size (\(RuntimeRequest.largestAnswer) bytes).")
  }

  /// The call's payload has too many bytes.
  static func requestTooLarge(_ service: String, _ count: Int) -> CallFailure {
    CallFailure(
      type: "Lambda.RequestTooLargeException",
      message: "the call of \(service) has \(count) bytes: Request must be smaller than "
        + "\(largestPayload) bytes for the InvokeFunction operation")
  }

  /// So many calls of `service` wait that this one is not taken.
  static func throttled(_ service: String) -> CallFailure {
    CallFailure(
      type: "Lambda.TooManyRequestsException",
      message: "Rate Exceeded: too many calls of \(service) wait for a process")
  }

  /// The connection ended while `service` was posting its answer.
  static func truncated(_ service: String) -> CallFailure {
    CallFailure(
      type: "Runtime.TruncatedResponse",
      message: "\(service) closed the connection before its answer was complete")
  }

  /// `service` asked for a call while it had one.
  static func unanswered(_ service: String) -> CallFailure {
    CallFailure(
      type: "Runtime.InvalidStateTransition",
      message: "\(service) asked for the next call without answering this one")
  }

  /// The answer of `service` is no JSON.
  static func invalidAnswer(_ service: String, _ reason: String) -> CallFailure {
    CallFailure(
      type: "Runtime.InvalidResponse", message: "\(service) answered with no JSON: \(reason)")
  }

  /// No service has the name.
  static func unknown(_ service: String) -> CallFailure {
    CallFailure(
      type: "Lambda.ResourceNotFoundException", message: "no service is loaded as \(service)")
  }

  /// The most bytes that Lambda takes as a call's payload.
  static let largestPayload = 6_291_456
}

extension Duration {
  /// The seconds with two digits behind the point: `3.00`.
  var hundredths: String {
    let count = components.seconds * 100 + components.attoseconds / 10_000_000_000_000_000
    return "\(count / 100).\(count % 100 / 10)\(count % 10)"
  }

  /// The duration for a sentence: `250 ms`, `3 s`, `1.5 s`.
  var words: String {
    let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    let tenths = milliseconds / 100 % 10
    return tenths == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds / 1000).\(tenths) s"
  }
}
