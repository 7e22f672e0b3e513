package import Gateway
import Glibc
import NIOCore
import NIOPosix
package import ServiceModel

/// Serves services of a host to HTTP clients, as Amazon API Gateway does.
///
/// It runs on the host's event loop: a request passes no thread on its way to the service.
package final class GatewayServer: Sendable {
  /// Where clients find a server.
  package struct Address: Hashable, Sendable {
    /// The address of the machine that is listened on.
    package var host: String

    /// The port; 0 for any that is free.
    package var port: Int

    /// Creates an address.
    package init(host: String = "127.0.0.1", port: Int) {
      self.host = host
      self.port = port
    }
  }

  /// The address that clients use.
  package let address: Address

  /// The listening channel.
  private let listener: any Channel

  /// What the connections share, on the loop.
  private let desk: NIOLoopBound<GatewayDesk>

  /// Creates a server that listens.
  private init(address: Address, listener: any Channel, desk: NIOLoopBound<GatewayDesk>) {
    self.address = address
    self.listener = listener
    self.desk = desk
  }

  /// Listens on `address` and serves `sites`, which are services of `host`.
  ///
  /// - Parameters:
  ///   - sites: The services.
  ///   - host: Runs them.
  ///   - settings: What is set for the stage; the port is that of the address.
  ///   - address: Where clients find the server.
  ///   - limits: How long and how much the server bears.
  ///   - log: Takes lines of the log, several at a time, each with its end.
  /// - Returns: The server, which listens.
  /// - Throws: That the address is taken or is none of this machine's.
  package static func start(
    _ sites: [Site], of host: ServiceHost, _ settings: GatewaySettings, at address: Address,
    limits: ServerLimits = ServerLimits(), log: @escaping @Sendable (String) -> Void
  ) async throws(ServiceHostError) -> GatewayServer {
    do {
      let loop = host.eventLoop
      let desk = try await loop.submit {
        NIOLoopBound(
          GatewayDesk(Gateway(sites, settings), host: host, limits: limits, log: log),
          eventLoop: loop)
      }.get()
      let listener = try await listen(address, on: loop, desk).get()
      let port = listener.localAddress?.port ?? address.port
      try await loop.submit { desk.value.open(port: port) }.get()
      return GatewayServer(
        address: Address(host: address.host, port: port), listener: listener, desk: desk)
    } catch {
      throw failure(error, at: address)
    }
  }

  /// Serves `description` from now on as what `service` can be asked.
  package func replace(_ service: String, _ description: ServiceDescription) {
    desk.eventLoop.execute { [desk] in desk.value.replace(service, description) }
  }

  /// Takes no further requests, and returns when the last one has been answered.
  package func stop() async {
    try? await listener.close().get()
    let (desk, loop) = (desk, desk.eventLoop)
    try? await loop.flatSubmit { desk.value.close(on: loop) }.get()
  }

  // MARK: -

  /// Opens the listening channel.
  private static func listen(
    _ address: Address, on loop: any EventLoop, _ desk: NIOLoopBound<GatewayDesk>
  ) -> EventLoopFuture<any Channel> {
    ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let connection = GatewayConnection(desk.value, channel)
          try channel.pipeline.syncOperations.addHandler(connection)
        }
      }
      .bind(host: address.host, port: address.port)
  }

  /// Why the server cannot listen on `address`.
  private static func failure(_ error: any Error, at address: Address) -> ServiceHostError {
    let place = "\(address.host):\(address.port)"
    guard let error = error as? IOError else {
      return ServiceHostError(.address, "cannot serve at \(place): \(error)")
    }
    switch error.errnoCode {
    case EADDRINUSE:
      return ServiceHostError(
        .address, "port \(address.port) is in use",
        help: "choose another with --port, or any that is free with --port 0")
    case EACCES:
      return ServiceHostError(
        .address, "port \(address.port) is not for everyone",
        help: "choose one above 1023 with --port")
    default:
      return ServiceHostError(.address, "cannot serve at \(place): \(error)")
    }
  }
}

/// How long and how much a server bears.
package struct ServerLimits: Hashable, Sendable {
  /// How long a function may take, from the caller's view.
  ///
  /// See the [quotas of REST APIs][quotas].
  ///
  /// [quotas]: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
  package var integration = Duration.seconds(29)

  /// How long requests may go on once the server is to stop.
  package var stop = Duration.seconds(5)

  /// Creates the limits of API Gateway.
  package init() {}
}
