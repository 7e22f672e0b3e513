import Gateway
import NIOCore
import NIOHTTP1
import ServiceModel

/// One connection of an HTTP client.
final class GatewayConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// A call that the client's request waits for.
  private struct RunningCall {
    /// The call.
    let call: Gateway.FunctionCall

    /// The number of the call on this connection.
    let number: Int

    /// When the request came.
    let began: ContinuousClock.Instant
  }

  /// What the server's connections share.
  private let desk: GatewayDesk

  /// The address of the client.
  private let sourceIP: String

  /// The connection's place in its channel.
  private var context: ChannelHandlerContext?

  /// The request that is arriving or being served.
  private var request: GatewayRequest?

  /// When the request was complete.
  private var began = ContinuousClock.now

  /// The bytes of the body so far, those over the limit among them.
  private var count = 0

  /// Whether the connection stays open after the next answer.
  private var staysOpen = true

  /// Whether the server is to stop.
  private var isFinishing = false

  /// Whether a request has come and has not been answered.
  private var isBusy = false

  /// The call that the request waits for.
  private var running: RunningCall?

  /// The number of calls so far.
  private var calls = 0

  /// Creates the handler of a connection.
  init(_ desk: GatewayDesk, _ channel: any Channel) {
    self.desk = desk
    sourceIP = channel.remoteAddress?.ipAddress ?? "127.0.0.1"
  }

  // MARK: Calls

  /// Notes that the request waits for `call`; returns the call's number.
  func begin(_ call: Gateway.FunctionCall) -> Int {
    calls += 1
    running = RunningCall(call: call, number: calls, began: running?.began ?? began)
    return calls
  }

  /// Ends the call `number`, if the request still waits for it.
  func end(_ number: Int, _ outcome: FunctionOutcome) {
    guard let running, running.number == number else { return }
    desk.resume(running.call, with: outcome, for: self)
  }

  /// Gives up on a call whose request came before `limit`.
  func endCall(begunBefore limit: ContinuousClock.Instant) {
    guard let running, running.began < limit else { return }
    desk.resume(running.call, with: .timeout, for: self)
  }

  /// Sends `answer` to the request.
  func answer(_ answer: GatewayAnswer) {
    guard let context, let request else { return }
    desk.note(request, answer, after: ContinuousClock.now - began)
    running = nil
    isBusy = false
    self.request = nil
    send(answer, to: request, in: context)
  }

  // MARK: Closing

  /// Closes the connection as soon as its request has been answered.
  func finish() {
    isFinishing = true
    if !isBusy { close() }
  }

  /// Closes the connection.
  func close() {
    context?.close(promise: nil)
  }

  // MARK: ChannelInboundHandler

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    desk.add(self)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    desk.remove(self)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, in: context)
    case .body(let bytes): add(bytes)
    case .end: end()
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: - Receiving

  /// Starts to take a request.
  private func begin(_ head: HTTPRequestHead, in context: ChannelHandlerContext) {
    staysOpen = head.isKeepAlive
    count = 0
    isBusy = true
    request = GatewayRequest(
      head.method.rawValue, head.uri,
      headers: Headers(head.headers.map { (name: $0.name, value: $0.value) }), sourceIP: sourceIP)
    let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    guard head.headers[canonicalForm: "expect"].contains("100-continue"),
      length <= GatewaySettings.largestBody
    else { return }
    let permission = HTTPResponseHead(version: .http1_1, status: .continue)
    context.writeAndFlush(wrapOutboundOut(.head(permission)), promise: nil)
  }

  /// Takes a piece of a request's body; of what is too large, only so much that this is seen.
  private func add(_ bytes: ByteBuffer) {
    count += bytes.readableBytes
    let room = GatewaySettings.largestBody + 1 - (request?.body.count ?? 0)
    request?.body.append(contentsOf: bytes.readableBytesView.prefix(max(0, room)))
  }

  /// Hands the request over, which is complete.
  private func end() {
    guard let request else { return }
    began = .now
    desk.receive(request, on: self)
  }

  // MARK: - Sending

  /// Sends `answer`.
  private func send(
    _ answer: GatewayAnswer, to request: GatewayRequest, in context: ChannelHandlerContext
  ) {
    if isFinishing { staysOpen = false }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status),
      headers: headers(of: answer))
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != "HEAD", !answer.body.isEmpty {
      let bytes = context.channel.allocator.buffer(bytes: answer.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
    }
    let end = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if !staysOpen { end.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
  }

  /// The headers of `answer` with those of the connection.
  private func headers(of answer: GatewayAnswer) -> HTTPHeaders {
    var headers = HTTPHeaders()
    headers.reserveCapacity(answer.headers.fields.count + 3)
    headers.add(name: "Date", value: Instant.now.httpText)
    if answer.hasBody { headers.add(name: "Content-Length", value: String(answer.body.count)) }
    for field in answer.headers.fields { headers.add(name: field.name, value: field.value) }
    if !staysOpen { headers.add(name: "Connection", value: "close") }
    return headers
  }
}

extension GatewayAnswer {
  /// Whether HTTP lets an answer of this status have a body.
  var hasBody: Bool { status >= 200 && status != 204 && status != 304 }
}
