import Gateway
import JSON
import ServiceModel
import Testing

/// A gateway of one service, driven by events.
struct TestGateway {
  /// The gateway.
  var gateway: Gateway

  /// The time.
  var now = Instant(milliseconds: 1_428_582_896_000)

  /// Puts a gateway before `sites`.
  init(_ sites: [Site] = [Site("inventory", Self.inventory)], stage: String = "dev") {
    gateway = Gateway(sites, GatewaySettings(stage: stage))
  }

  /// A service with routes of each kind.
  static let inventory = ServiceDescription(
    name: "inventory",
    routes: [
      Route(.get, "/stock/{sku}"), Route(.get, "/stock/special"), Route(.post, "/reserve"),
      Route(.get, "/files/{path+}"), Route(.get, "/health", isPublic: true),
      Route(.head, "/health", isPublic: true),
    ])

  /// Takes a request.
  mutating func receive(_ request: GatewayRequest) -> Gateway.Step {
    gateway.receive(request, at: now, as: identity)
  }

  /// The call that a request leads to.
  mutating func call(_ request: GatewayRequest) throws -> Gateway.FunctionCall {
    guard case .call(let call) = receive(request) else {
      throw Unexpected("an answer instead of a call")
    }
    return call
  }

  /// The answer that a request leads to, without any call.
  mutating func answer(_ request: GatewayRequest) throws -> GatewayAnswer {
    guard case .answer(let answer) = receive(request) else {
      throw Unexpected("a call instead of an answer")
    }
    return answer
  }

  /// The event that a request leads to.
  mutating func event(_ request: GatewayRequest) throws -> JSONValue {
    try JSONReader.read(utf8: try call(request).event)
  }

  /// What the client of `request` is answered when the function ends with `outcome`.
  mutating func answer(
    _ request: GatewayRequest, when outcome: FunctionOutcome
  ) throws -> GatewayAnswer {
    let call = try call(request)
    guard case .answer(let answer) = gateway.resume(call, with: outcome, at: now) else {
      throw Unexpected("a second call")
    }
    return answer
  }

  /// The names of a request, always the same.
  private var identity: ExchangeIdentity {
    var numbers = Numbers()
    return ExchangeIdentity(at: now, using: &numbers)
  }

  /// A source of numbers that are known.
  private struct Numbers: RandomNumberGenerator {
    mutating func next() -> UInt64 { 0x0123_4567_89AB_CDEF }
  }
}

/// A step that a test did not expect.
struct Unexpected: Error {
  /// What it was.
  let text: String

  /// Creates an error.
  init(_ text: String) {
    self.text = text
  }
}

extension FunctionOutcome {
  /// The answer written as JSON.
  static func json(_ text: String) -> FunctionOutcome { .answer(Array(text.utf8)) }
}

extension GatewayAnswer {
  /// The body as a text.
  var text: String { String(decoding: body, as: UTF8.self) }
}
