import Gateway
import NIOCore
import ServiceModel

/// One connection of an HTTP client.
final class GatewayConnection: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// A call that the client's request waits for.
  private struct RunningCall {
    /// The call.
    let call: Gateway.FunctionCall

    /// The number of the call on this connection.
    let number: Int
  }

  /// The most bytes that may wait behind a request that is being served.
  private static let largestBacklog = 1 << 20

  /// What the server's connections share.
  private let desk: GatewayDesk

  /// Reads requests.
  private var reader: RequestReader

  /// The connection's place in its channel.
  private var context: ChannelHandlerContext?

  /// The request that is being served.
  private var reading: RequestReader.Reading?

  /// When the request had come whole.
  private var began = ContinuousClock.now

  /// The call that the request waits for.
  private var running: RunningCall?

  /// The number of calls so far.
  private var calls = 0

  /// Whether the server is to stop.
  private var isFinishing = false

  /// Whether nothing more is to be read.
  private var isClosing = false

  /// Whether requests are being taken right now.
  private var isServing = false

  /// Whether the channel wants to read as soon as there is room.
  private var wantsRead = false

  /// Creates the handler of a connection.
  init(_ desk: GatewayDesk, _ channel: any Channel) {
    self.desk = desk
    reader = RequestReader(sourceIP: channel.remoteAddress?.ipAddress ?? "127.0.0.1")
  }

  // MARK: Calls

  /// Notes that the request waits for `call`; returns the call's number.
  func begin(_ call: Gateway.FunctionCall) -> Int {
    calls += 1
    running = RunningCall(call: call, number: calls)
    return calls
  }

  /// Ends the call `number`, if the request still waits for it.
  func end(_ number: Int, _ outcome: FunctionOutcome) {
    guard let running, running.number == number else { return }
    desk.resume(running.call, with: outcome, for: self)
  }

  /// Gives up on a call whose request came before `limit`.
  func endCall(begunBefore limit: ContinuousClock.Instant) {
    guard let running, began < limit else { return }
    desk.resume(running.call, with: .timeout, for: self)
  }

  /// Sends `answer` to the request, and serves the next one.
  func answer(_ answer: GatewayAnswer) {
    guard let reading else { return }
    running = nil
    self.reading = nil
    desk.note(reading.request, answer, after: ContinuousClock.now - began)
    let staysOpen = reading.staysOpen && !isFinishing
    send(answer, isHead: reading.request.method == "HEAD", staysOpen: staysOpen)
    if !isServing { serve() }
  }

  // MARK: Closing

  /// Closes the connection as soon as its request has been answered.
  func finish() {
    isFinishing = true
    if reading == nil, !reader.isInRequest { close() }
  }

  /// Closes the connection.
  func close() {
    context?.close(promise: nil)
  }

  // MARK: ChannelDuplexHandler

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    desk.add(self)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    desk.remove(self)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    reader.add(unwrapInboundIn(data).readableBytesView)
    serve()
  }

  func read(context: ChannelHandlerContext) {
    if reading != nil, reader.waiting > Self.largestBacklog {
      wantsRead = true
    } else {
      context.read()
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: -

  /// Serves requests that came whole, one after the other.
  private func serve() {
    isServing = true
    defer { isServing = false }
    do throws(RequestError) {
      while reading == nil, !isClosing, let next = try reader.next() {
        reading = next
        began = .now
        desk.receive(next.request, on: self)
      }
      if reading == nil { prepareForMore() }
    } catch {
      send(GatewayAnswer(error), isHead: false, staysOpen: false)
    }
  }

  /// Lets the client send more.
  private func prepareForMore() {
    guard let context, !isClosing else { return }
    if reader.takeWishForPermission() {
      let text = "HTTP/1.1 100 Continue\r\n\r\n"
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }
    if wantsRead {
      wantsRead = false
      context.read()
    }
  }

  /// Sends `answer`.
  private func send(_ answer: GatewayAnswer, isHead: Bool, staysOpen: Bool) {
    guard let context else { return }
    var buffer = context.channel.allocator.buffer(capacity: answer.body.count + 512)
    buffer.write(answer, date: desk.date, isHead: isHead, staysOpen: staysOpen)
    guard !staysOpen else {
      return context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }
    isClosing = true
    let end = context.writeAndFlush(wrapOutboundOut(buffer))
    end.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
  }
}

extension GatewayAnswer {
  /// The answer to what is no request.
  fileprivate init(_ error: RequestError) {
    self.init(
      status: error.status, headers: .init([("Content-Type", "application/json")]),
      body: Array(#"{"message":"Bad Request"}"#.utf8))
  }
}
