import NIOCore
import NIOPosix

/// The addresses on the local machine at which one service process finds the Lambda Runtime API.
struct RuntimeAPIListener: Sendable {
  /// Takes connections over TCP, as on Lambda.
  private let network: any Channel

  /// Takes connections over a socket of the machine's own, which cost half as much.
  private let local: any Channel

  /// The name of that socket, for `CWS_RUNTIME_SOCKET`.
  let localName: String

  /// The address as `host:port`, for `AWS_LAMBDA_RUNTIME_API`.
  var address: String { "127.0.0.1:\(network.localAddress?.port ?? 0)" }

  /// Listens on a free port and at a new name; each new connection is given to `accept` on
  /// `eventLoop`.
  static func listen(
    on eventLoop: any EventLoop,
    accept: @escaping @Sendable (any Channel) throws -> Void
  ) -> EventLoopFuture<RuntimeAPIListener> {
    let name = "cws-" + CallID.random().text
    return bootstrap(on: eventLoop, accept)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .bind(host: "127.0.0.1", port: 0)
      .flatMap { network in
        // The zero byte makes it a name in a space of names that is no folder of files.
        bootstrap(on: eventLoop, accept).bind(unixDomainSocketPath: "\0" + name)
          .map { RuntimeAPIListener(network: network, local: $0, localName: "@" + name) }
      }
  }

  /// What listens, wherever it is.
  private static func bootstrap(
    on eventLoop: any EventLoop, _ accept: @escaping @Sendable (any Channel) throws -> Void
  ) -> ServerBootstrap {
    ServerBootstrap(group: eventLoop)
      .serverChannelOption(.backlog, value: 16)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try accept(channel) }
      }
  }

  /// Takes no further connections.
  func close() {
    network.close(promise: nil)
    local.close(promise: nil)
  }
}
