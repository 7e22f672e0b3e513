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
    let response = try connection.exchange(HTTPMessage.get(Self.base + "/invocation/next"))
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

  /// Answers the invocation `requestID`.
  mutating func post(
    _ outcome: InvocationOutcome, of requestID: String
  ) throws(RuntimeError) {
    let path = "\(Self.base)/invocation/\(requestID)"
    let body = JSONWriter.utf8(outcome.json)
    switch outcome {
    case .answer:
      try post(HTTPMessage.post("\(path)/response", body: body))
    case .error(let type, _):
      try post(HTTPMessage.post("\(path)/error", errorType: type, body: body))
    }
  }

  /// Reports that the service cannot start.
  mutating func postInitializationError(
    type: String, message: String
  ) throws(RuntimeError) {
    let body = JSONWriter.utf8(InvocationOutcome.error(type: type, message: message).json)
    try post(HTTPMessage.post("\(Self.base)/init/error", errorType: type, body: body))
  }

  /// Sends `message`; that an answer is refused, as one that is too large, is only logged.
  private mutating func post(_ message: [UInt8]) throws(RuntimeError) {
    let response = try connection.exchange(message)
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
