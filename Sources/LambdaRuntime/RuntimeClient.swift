import JSON
import Logging
import ServiceModel

/// The calls of the Lambda Runtime API (2018-06-01).
struct RuntimeClient {
  /// An invocation to serve.
  struct Invocation {
    /// Its id.
    let requestID: String

    /// When it must have ended, in milliseconds since 1970.
    let deadline: Int64?

    /// The ARN of the function that was invoked.
    let functionARN: String?

    /// The trace to which it belongs.
    let traceID: String?

    /// The event.
    let body: [UInt8]
  }

  /// The connection to the runtime API.
  var connection: Connection

  /// Where all calls start.
  private static let base = "/2018-06-01/runtime"

  /// Waits for the next invocation.
  mutating func next() throws(RuntimeError) -> Invocation {
    try invocation(in: connection.exchange(Self.requestForNext))
  }

  /// Answers `invocation`, and waits for the next one.
  ///
  /// The host takes both requests in one go, which saves a way there and back.
  mutating func next(
    after invocation: Invocation, _ outcome: InvocationOutcome
  ) throws(RuntimeError) -> Invocation {
    let answer = Self.message(outcome, of: invocation.requestID)
    guard connection.isLocal else {
      check(try connection.exchange(answer))
      return try next()
    }
    try connection.send(answer + Self.requestForNext)
    check(try connection.receive())
    return try self.invocation(in: connection.receive())
  }

  /// Reports that the service cannot start.
  mutating func postInitializationError(
    type: String, message: String
  ) throws(RuntimeError) {
    let body = JSONWriter.utf8(InvocationOutcome.error(type: type, message: message).json)
    check(
      try connection.exchange(
        HTTPMessage.post("\(Self.base)/init/error", errorType: type, body: body)))
  }

  // MARK: -

  /// The request for the next invocation.
  private static let requestForNext = HTTPMessage.get(base + "/invocation/next")

  /// The invocation that `response` holds.
  private func invocation(in response: HTTPResponse) throws(RuntimeError) -> Invocation {
    guard response.status == 200 else {
      throw .protocolViolation("status \(response.status) instead of an invocation")
    }
    guard let requestID = response.headers["lambda-runtime-aws-request-id"] else {
      throw .protocolViolation("an invocation without a request id")
    }
    return Invocation(
      requestID: requestID,
      deadline: response.headers["lambda-runtime-deadline-ms"].flatMap { Int64($0) },
      functionARN: response.headers["lambda-runtime-invoked-function-arn"],
      traceID: response.headers["lambda-runtime-trace-id"], body: response.body)
  }

  /// The request that answers the invocation `requestID` with `outcome`.
  private static func message(_ outcome: InvocationOutcome, of requestID: String) -> [UInt8] {
    let path = "\(base)/invocation/\(requestID)"
    let body = JSONWriter.utf8(outcome.json)
    switch outcome {
    case .answer: return HTTPMessage.post("\(path)/response", body: body)
    case .error(let type, _):
      return HTTPMessage.post("\(path)/error", errorType: type, body: body)
    }
  }

  /// Logs that an answer was refused, as one that is too large.
  private func check(_ response: HTTPResponse) {
    guard response.status >= 300 else { return }
    let text = String(decoding: response.body.prefix(500), as: UTF8.self)
    Log.write("error: the answer was refused with status \(response.status) \(text)")
  }
}

extension RuntimeClient.Invocation {
  /// Logs what went wrong in the service, for its author.
  private static func log(_ text: String) {
    JSONLogHandler(label: "coworks").log(
      event: LogEvent(
        level: .error, message: "\(text)", metadata: nil, source: nil, file: #fileID,
        function: #function, line: #line))
  }

  /// What the service is told of the invocation.
  var context: InvocationContext {
    InvocationContext(
      requestID: requestID, deadline: deadline.map(WallClock.instant), functionARN: functionARN,
      traceID: traceID,
      log: Self.log)
  }
}
