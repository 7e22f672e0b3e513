import NIOCore

/// One connection of a service process to the Lambda Runtime API.
///
/// Replies are gathered while a batch of requests is read, so that a process that sends its answer
/// and asks for the next call in one go is written to once. If no call waits for it, even the reply
/// to its answer is kept until one comes: it wakes the process up only for something to do.
///
/// What comes behind an answer is read a moment later, after whatever else had arrived in the event
/// loop: what the process printed before it answered must not be taken for the next call's.
final class RuntimeAPIConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

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

  /// Reads the requests.
  private var reader = RuntimeAPIReader()

  /// The replies that have yet to be sent.
  private var replies = ByteBuffer()

  /// Whether requests are being read.
  private var isReading = false

  /// Whether what comes behind an answer is about to be read.
  private var isDeferred = false

  /// Whether the process waits for a call on this connection.
  private var isWaiting = false

  /// Whether the connection stays open after the next reply.
  private var staysOpen = true

  /// Creates the handler of a connection.
  init(report: @escaping (Event) -> Void) {
    self.report = report
  }

  /// Replies to the request that arrived last, as the function `functionARN`.
  func reply(_ reply: RuntimeReply, functionARN: String) {
    isWaiting = false
    RuntimeAPIReply(
      reply: reply, now: .sinceEpoch, functionARN: functionARN, staysOpen: staysOpen
    ).write(to: &replies)
    if !isReading { send() }
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
    isReading = true
    var bytes = unwrapInboundIn(data)
    reader.add(&bytes)
    if !isDeferred { read() }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    endReading()
    context.fireChannelReadComplete()
  }

  func channelInactive(context: ChannelHandlerContext) {
    report(.closed(inAnswerTo: reader.head?.request.endedCall))
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: -

  /// Takes the requests that have arrived, up to one that ends a call.
  private func read() {
    do {
      while let message = try reader.next() {
        take(message)
        if message.request.endedCall != nil, !reader.isEmpty { return readLater() }
      }
      if reader.takePermissionWish() { replies.writeStaticString("HTTP/1.1 100 Continue\r\n\r\n") }
    } catch {
      replies.writeStaticString("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
      staysOpen = false
      isWaiting = false
    }
  }

  /// Takes the other requests after the event loop has read what had arrived elsewhere.
  private func readLater() {
    guard let context else { return }
    isDeferred = true
    context.eventLoop.assumeIsolated().execute {
      self.isDeferred = false
      self.isReading = true
      self.read()
      self.endReading()
    }
  }

  /// Sends the replies to a batch of requests, unless there is nothing in them to do.
  private func endReading() {
    isReading = false
    if !isWaiting, !isDeferred { send() }
  }

  /// Reports a request.
  private func take(_ message: RuntimeAPIReader.Message) {
    staysOpen = message.staysOpen
    isWaiting = message.request == .next
    report(.request(message.request))
  }

  /// Sends the replies that were gathered.
  private func send() {
    guard let context, replies.readableBytes > 0 else { return }
    let sent = context.writeAndFlush(wrapOutboundOut(replies))
    replies.clear()
    if !staysOpen { sent.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
  }
}
