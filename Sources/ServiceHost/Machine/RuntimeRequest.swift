/// A request that a service process makes of the Lambda Runtime API.
enum RuntimeRequest: Equatable, Sendable {
  /// What a process posts: its bytes, or that they were more than Lambda takes.
  enum Body: Equatable, Sendable {
    /// The whole body.
    case bytes([UInt8])

    /// A body over the limit, whose bytes were dropped.
    case tooLarge(count: Int)
  }

  /// Asks for the next call.
  case next

  /// Answers a call.
  case response(CallID, Body)

  /// Tells that a call failed, with the header `Lambda-Runtime-Function-Error-Type`.
  case error(CallID, Body, type: String?)

  /// Tells that the process could not get ready.
  case initError(Body, type: String?)

  /// Anything else.
  case unknown(method: String, uri: String)

  /// The most bytes that Lambda takes as an answer.
  static let largestAnswer = 6_291_556

  /// The call that the request ends.
  var endedCall: CallID? {
    switch self {
    case .response(let call, _), .error(let call, _, _): call
    case .next, .initError, .unknown: nil
    }
  }
}

/// What the host replies to a request of the Lambda Runtime API.
enum RuntimeReply: Equatable, Sendable {
  /// A call to work on.
  case call(Call)

  /// The post was taken.
  case accepted

  /// The request was refused.
  case refused(status: Int, type: String, message: String)
}
