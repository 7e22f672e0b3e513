import NIOCore
import NIOHTTP1

/// One connection of a service process to the Lambda Runtime API.
final class RuntimeAPIConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// What happens on a connection.
  enum Event {
    /// A whole request arrived.
    case request(RuntimeRequest)

    /// The connection is closed, possibly in the middle of an answer to a call.
    case closed(inAnswerTo: CallID?)
  }

  /// Takes what happens.
  private let report: (Event) -> Void

  /// The connection's place in its channel.
  private var context: ChannelHandlerContext?

  /// The head of the request that is arriving.
  private var head: HTTPRequestHead?

  /// The bytes of the request that is arriving, up to the limit.
  private var body: [UInt8] = []

  /// The number of bytes that arrived.
  private var count = 0

  /// Whether the connection stays open after the next reply.
  private var staysOpen = true

  /// Creates the handler of a connection.
  init(report: @escaping (Event) -> Void) {
    self.report = report
  }

  /// Sends a reply to the request that arrived last.
  func reply(_ reply: RuntimeAPIReply) {
    guard let context else { return }
    var headers = HTTPHeaders(reply.headers)
    headers.add(name: "Content-Type", value: "application/json")
    headers.add(name: "Content-Length", value: String(reply.body.count))
    if !staysOpen { headers.add(name: "Connection", value: "close") }
    let status = HTTPResponseStatus(statusCode: reply.status)
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let bytes = context.channel.allocator.buffer(bytes: reply.body)
    context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
    let end = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if !staysOpen { end.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
  }

  /// Closes the connection.
  func close() {
    context?.close(promise: nil)
  }

  // MARK: ChannelInboundHandler

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head)
    case .body(let bytes): add(bytes)
    case .end: end()
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    var call: CallID?
    if let head { call = RuntimeRequest(head, body: .bytes([])).endedCall }
    report(.closed(inAnswerTo: call))
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: -

  /// Starts to take a request.
  private func begin(_ head: HTTPRequestHead) {
    self.head = head
    staysOpen = head.isKeepAlive
    body = []
    count = 0
    guard head.headers[canonicalForm: "expect"].contains("100-continue") else { return }
    let permission = HTTPResponseHead(version: .http1_1, status: .continue)
    context?.writeAndFlush(wrapOutboundOut(.head(permission)), promise: nil)
  }

  /// Takes a piece of a request's body, or only counts it when there is too much.
  private func add(_ bytes: ByteBuffer) {
    count += bytes.readableBytes
    if count <= RuntimeRequest.largestAnswer {
      body.append(contentsOf: bytes.readableBytesView)
    } else {
      body = []
    }
  }

  /// Reports the request, which is complete.
  private func end() {
    guard let head else { return }
    self.head = nil
    let isWhole = count <= RuntimeRequest.largestAnswer
    let request = RuntimeRequest(head, body: isWhole ? .bytes(body) : .tooLarge(count: count))
    body = []
    report(.request(request))
  }
}
