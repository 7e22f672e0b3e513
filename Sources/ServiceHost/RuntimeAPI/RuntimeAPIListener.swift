import NIOCore
import NIOPosix

/// The address on the local machine at which one service process finds the Lambda Runtime API.
struct RuntimeAPIListener: Sendable {
  /// The listening channel.
  private let channel: any Channel

  /// The address as `host:port`, for `AWS_LAMBDA_RUNTIME_API`.
  var address: String { "127.0.0.1:\(channel.localAddress?.port ?? 0)" }

  /// Listens on a free port; each new connection is given to `accept` on `eventLoop`.
  static func listen(
    on eventLoop: any EventLoop,
    accept: @escaping @Sendable (any Channel) throws -> Void
  ) -> EventLoopFuture<RuntimeAPIListener> {
    ServerBootstrap(group: eventLoop)
      .serverChannelOption(.backlog, value: 16)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try accept(channel)
        }
      }
      .bind(host: "127.0.0.1", port: 0)
      .map { RuntimeAPIListener(channel: $0) }
  }

  /// Takes no further connections.
  func close() {
    channel.close(promise: nil)
  }
}
