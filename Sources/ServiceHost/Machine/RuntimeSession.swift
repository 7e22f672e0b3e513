/// The Lambda Runtime API as one service process uses it: a machine without I/O.
struct RuntimeSession: Sendable {
  /// What the process is doing.
  enum State: Equatable, Sendable {
    /// It was started and has not asked for a call yet.
    case starting

    /// It waits for a call on this connection.
    case idle(ConnectionID)

    /// It works on a call.
    case calling(CallID)

    /// It has answered and is about to ask for the next call.
    case answered

    /// It has not asked for the next call for a while, or closed the connection on which it did.
    case lagging
  }

  /// What the host is to do.
  enum Action: Equatable, Sendable {
    /// Replies to the request that is open on a connection.
    case reply(ConnectionID, RuntimeReply)

    /// Ends a call.
    case finish(CallID, CallEnd)

    /// Ends the call for which the process was started, and then the process.
    case failStart(CallEnd)

    /// Adds a line to the service's log.
    case log(String)
  }

  /// The service's name.
  let service: String

  /// What the process is doing.
  private(set) var state = State.starting

  /// The last call that the process answered.
  private var lastAnswered: CallID?

  /// Creates the session of a process that is being started.
  init(service: String) {
    self.service = service
  }

  /// Hands `call` to the process, which must be idle.
  mutating func deliver(_ call: Call) -> [Action] {
    guard case .idle(let connection) = state else {
      preconditionFailure("only an idle process takes a call")
    }
    state = .calling(call.id)
    return [.reply(connection, .call(call))]
  }

  /// Takes a request of the process.
  mutating func receive(_ request: RuntimeRequest, on connection: ConnectionID) -> [Action] {
    switch request {
    case .next:
      return receiveNext(on: connection)
    case .response(let call, .bytes(let bytes)):
      return end(call, .answer(bytes), .accepted, on: connection)
    case .error(let call, .bytes(let bytes), let type):
      return end(call, .functionError(bytes, type: type), .accepted, on: connection)
    case .response(let call, .tooLarge(let count)), .error(let call, .tooLarge(let count), _):
      let failure = CallFailure.responseTooLarge(service, count)
      return end(call, .failure(failure), .tooLarge, on: connection)
    case .initError(let body, let type):
      return receiveInitError(body, type: type, on: connection)
    case .unknown(let method, let uri):
      let reply = RuntimeReply.refused(
        status: 404, type: "NotFound", message: "the Lambda Runtime API has no \(method) \(uri)")
      return [.reply(connection, reply), .log("asked for \(method) \(uri), which does not exist")]
    }
  }

  /// Notes that `connection` was closed, possibly in the middle of an answer to a call.
  mutating func close(_ connection: ConnectionID, inAnswerTo call: CallID?) -> [Action] {
    if case .idle(connection) = state { state = .lagging }
    guard let call, state == .calling(call) else { return [] }
    state = .answered
    return [.finish(call, .failure(.truncated(service)))]
  }

  /// Notes that the process takes long to ask for its next call.
  mutating func lag() {
    if state == .answered { state = .lagging }
  }

  // MARK: -

  /// Lets the process wait for a call.
  private mutating func receiveNext(on connection: ConnectionID) -> [Action] {
    defer { state = .idle(connection) }
    guard case .calling(let call) = state else { return [] }
    return [.finish(call, .failure(.unanswered(service)))]
  }

  /// Ends `call` with `end` if it is the process's own.
  private mutating func end(
    _ call: CallID, _ end: CallEnd, _ reply: RuntimeReply, on connection: ConnectionID
  ) -> [Action] {
    guard state == .calling(call) else { return refuse(call, on: connection) }
    state = .answered
    lastAnswered = call
    return [.reply(connection, reply), .finish(call, end)]
  }

  /// Refuses an answer to a call that the process does not have.
  private func refuse(_ call: CallID, on connection: ConnectionID) -> [Action] {
    if call == lastAnswered {
      let reply = RuntimeReply.refused(
        status: 403, type: "InvalidStateTransition", message: "the call was answered before")
      return [.reply(connection, reply), .log("answered twice; the second answer was dropped")]
    }
    let reply = RuntimeReply.refused(
      status: 400, type: "InvalidRequestID", message: "no such call is running here")
    return [.reply(connection, reply), .log("answered a call that it does not have")]
  }

  /// Takes the process's word that it cannot start.
  private func receiveInitError(
    _ body: RuntimeRequest.Body, type: String?, on connection: ConnectionID
  ) -> [Action] {
    guard state == .starting else {
      let reply = RuntimeReply.refused(
        status: 403, type: "InvalidStateTransition", message: "the process was ready before")
      return [.reply(connection, reply), .log("posted an init error after it was ready")]
    }
    var bytes: [UInt8] = []
    if case .bytes(let all) = body { bytes = all }
    let end = CallEnd.functionError(bytes, type: type ?? "Runtime.InitError")
    return [.reply(connection, .accepted), .failStart(end)]
  }
}

extension RuntimeReply {
  /// The refusal of an answer over the limit, in Lambda's words.
  static let tooLarge = RuntimeReply.refused(
    status: 413, type: "RequestEntityTooLarge",
    message: "Exceeded maximum allowed payload size (\(RuntimeRequest.largestAnswer) bytes).")
}
