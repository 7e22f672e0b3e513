import Gateway
import NIOCore
import ServiceModel

/// What all connections of a server share; it is used on the server's event loop only.
final class GatewayDesk {
  /// The gateway.
  private var gateway: Gateway

  /// Runs the services.
  private let host: ServiceHost

  /// How long and how much the server bears.
  private let limits: ServerLimits

  /// The log.
  private let log: AccessLog

  /// Makes up ids.
  private var generator = SystemRandomNumberGenerator()

  /// The text of the present second.
  private var clock: (second: Int64, text: String) = (-1, "")

  /// The open connections.
  private var connections: [ObjectIdentifier: GatewayConnection] = [:]

  /// Looks for calls that take too long.
  private var watch: RepeatedTask?

  /// Is fulfilled when the last connection has been closed.
  private var closing: EventLoopPromise<Void>?

  /// Creates the desk of a server.
  init(
    _ gateway: Gateway, host: ServiceHost, limits: ServerLimits,
    log: @escaping @Sendable (String) -> Void
  ) {
    self.gateway = gateway
    self.host = host
    self.limits = limits
    self.log = AccessLog(loop: host.eventLoop, write: log)
  }

  /// Notes that the server listens on `port`.
  func open(port: Int) {
    var settings = gateway.settings
    settings.port = port
    gateway = Gateway(gateway.services, settings)
    let interval = min(TimeAmount(limits.integration), .milliseconds(1_000))
    let desk = NIOLoopBound(self, eventLoop: host.eventLoop)
    let step = TimeAmount.nanoseconds(max(interval.nanoseconds / 4, 1_000_000))
    watch = host.eventLoop.scheduleRepeatedTask(initialDelay: step, delay: step) { _ in
      desk.value.endSlowCalls()
    }
  }

  /// Serves `description` from now on as what `service` can be asked.
  func replace(_ service: String, _ description: ServiceDescription) {
    guard let old = gateway.services.first(where: { $0.name == service }) else { return }
    gateway.replace(Site(service, at: old.prefix, description))
  }

  /// Closes the connections, each when its request has been answered.
  func close(on loop: any EventLoop) -> EventLoopFuture<Void> {
    watch?.cancel()
    log.flush()
    guard !connections.isEmpty else { return loop.makeSucceededVoidFuture() }
    let promise = loop.makePromise(of: Void.self)
    closing = promise
    for connection in connections.values { connection.finish() }
    let desk = NIOLoopBound(self, eventLoop: loop)
    loop.scheduleTask(in: TimeAmount(limits.stop)) {
      for connection in desk.value.connections.values { connection.close() }
    }
    return promise.futureResult
  }

  /// Takes an opened connection.
  func add(_ connection: GatewayConnection) {
    connections[ObjectIdentifier(connection)] = connection
  }

  /// Drops a closed connection.
  func remove(_ connection: GatewayConnection) {
    connections[ObjectIdentifier(connection)] = nil
    guard let closing, connections.isEmpty else { return }
    log.flush()
    self.closing = nil
    closing.succeed()
  }

  // MARK: - Requests

  /// The present time as HTTP has it.
  var date: String {
    let now = Instant.now
    if clock.second != now.seconds { clock = (now.seconds, now.httpText) }
    return clock.text
  }

  /// Takes the request that has come on `connection`.
  func receive(_ request: GatewayRequest, on connection: GatewayConnection) {
    let now = Instant.now
    let identity = ExchangeIdentity(at: now, using: &generator)
    perform(gateway.receive(request, at: now, as: identity), for: connection)
  }

  /// Notes that `connection` answers `request` with `answer`.
  func note(_ request: GatewayRequest, _ answer: GatewayAnswer, after duration: Duration) {
    log.add(request, answer, after: duration)
  }

  /// Does the next step of the exchange on `connection`.
  private func perform(_ step: Gateway.Step, for connection: GatewayConnection) {
    switch step {
    case .answer(let answer): connection.answer(answer)
    case .call(let call): perform(call, for: connection)
    }
  }

  /// Calls a function.
  private func perform(_ call: Gateway.FunctionCall, for connection: GatewayConnection) {
    let number = connection.begin(call)
    let bound = NIOLoopBound(connection, eventLoop: host.eventLoop)
    host.assumeIsolated { host in
      host.call(call.service, payload: call.event) { report in
        bound.value.end(number, FunctionOutcome(report))
      }
    }
  }

  /// Takes what came of `call`.
  func resume(
    _ call: Gateway.FunctionCall, with outcome: FunctionOutcome, for connection: GatewayConnection
  ) {
    perform(gateway.resume(call, with: outcome, at: .now), for: connection)
  }

  /// Ends the calls that take longer than API Gateway waits.
  private func endSlowCalls() {
    let now = ContinuousClock.now
    for connection in connections.values {
      connection.endCall(begunBefore: now - limits.integration)
    }
  }
}

extension Instant {
  /// The present by the system's clock.
  static var now: Instant { Instant(milliseconds: Duration.sinceEpoch.milliseconds) }
}
