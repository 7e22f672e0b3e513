import NIOCore
import NIOPosix

/// Reads what a service process prints.
final class LogReader: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  /// Takes bytes, and nil at the end.
  private let report: (ByteBuffer?) -> Void

  /// Creates the handler.
  private init(report: @escaping (ByteBuffer?) -> Void) {
    self.report = report
  }

  /// Reads `descriptor` on `eventLoop` and gives what arrives to `report` there, and nil at the end.
  static func read(
    _ descriptor: CInt, on eventLoop: any EventLoop,
    report: @escaping @Sendable (ByteBuffer?) -> Void
  ) -> EventLoopFuture<any Channel> {
    NIOPipeBootstrap(group: eventLoop)
      .channelOption(.maxMessagesPerRead, value: 16)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(LogReader(report: report))
        }
      }
      .takingOwnershipOfDescriptor(input: descriptor)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    report(unwrapInboundIn(data))
  }

  func channelInactive(context: ChannelHandlerContext) {
    report(nil)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
