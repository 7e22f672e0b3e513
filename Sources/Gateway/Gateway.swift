import ServiceModel

/// Amazon API Gateway's REST API in front of services: a machine without I/O.
///
/// A request begins an exchange. The machine says what function to call, takes what came of it, and
/// in the end says what to answer.
package struct Gateway: Sendable {
  /// What is to be done next in an exchange.
  package enum Step: Sendable {
    /// Send an answer.
    case answer(GatewayAnswer)

    /// Call a function.
    case call(FunctionCall)
  }

  /// A call of a function that an exchange waits for.
  package struct FunctionCall: Sendable {
    /// The exchange.
    package let exchange: Exchange

    /// What the function is asked for.
    let purpose: Purpose

    /// The name of the service.
    package var service: String { exchange.match.service }

    /// The event.
    package let event: [UInt8]
  }

  /// What a function is asked for.
  enum Purpose: Equatable, Sendable {
    /// To say what the caller may do.
    case authorization(AuthorizationCache.Key)

    /// To serve the request.
    case service
  }

  /// What is set for the stage.
  package let settings: GatewaySettings

  /// The services.
  private var sites: SiteTable

  /// Writes events.
  private var writer: EventWriter

  /// What authorizers said.
  private var authorizations: AuthorizationCache

  /// Creates the gateway of `sites`.
  package init(_ sites: [Site], _ settings: GatewaySettings) {
    self.settings = settings
    self.sites = SiteTable(sites: sites, stage: settings.stage)
    writer = EventWriter(settings)
    authorizations = AuthorizationCache(time: settings.authorizationTime)
  }

  /// The services.
  package var services: [Site] { sites.sites }

  /// Puts `site` in the place of the one of the same service; its authorizer is asked anew.
  package mutating func replace(_ site: Site) {
    sites = SiteTable(
      sites: sites.sites.map { $0.name == site.name ? site : $0 }, stage: settings.stage)
    authorizations.forget(site.name)
  }

  /// Takes a request that came at `instant`.
  package mutating func receive(
    _ request: GatewayRequest, at instant: Instant, as identity: ExchangeIdentity
  ) -> Step {
    guard request.body.count <= GatewaySettings.largestBody else {
      return .answer(refusal(.bodyTooLarge, identity, request))
    }
    let target = RequestTarget(request.target)
    guard let match = sites.match(request.method, target.path) else {
      return .answer(ownAnswer(request, target, identity))
    }
    let exchange = Exchange(
      request: request, instant: instant, identity: identity, target: target,
      query: QueryParameters(target.query), match: match)
    let asksAuthorizer = match.isProtected && settings.user(of: request) == nil
    return asksAuthorizer ? authorize(exchange) : serve(exchange)
  }

  /// Takes what came of `call` at `instant`.
  package mutating func resume(
    _ call: FunctionCall, with outcome: FunctionOutcome, at instant: Instant
  ) -> Step {
    switch call.purpose {
    case .service: .answer(answer(call.exchange, outcome))
    case .authorization(let key): authorize(call.exchange, key, outcome, at: instant)
    }
  }

  /// The methods that have routes at `path`.
  func methods(at path: Substring) -> [String] {
    sites.methods(at: path).flatMap { $0.methods.map(\.rawValue) }
  }

  /// The service whose paths begin as `path` does.
  func site(at path: Substring) -> Site? { sites.site(at: path) }

  // MARK: - Authorization

  /// Lets the authorizer decide, or what it has said before.
  private mutating func authorize(_ exchange: Exchange) -> Step {
    guard let token = exchange.request.headers["authorization"], !token.isEmpty else {
      return .answer(refusal(.unauthorized, of: exchange))
    }
    let key = AuthorizationCache.Key(service: exchange.match.service, token: token)
    if let grant = authorizations.grant(key, at: exchange.instant) {
      return serve(exchange, as: grant)
    }
    let event = writer.authorizerEvent(exchange)
    guard event.count <= GatewaySettings.largestEvent else {
      return .answer(refusal(.eventTooLarge, of: exchange))
    }
    return .call(FunctionCall(exchange: exchange, purpose: .authorization(key), event: event))
  }

  /// Takes what came of asking the authorizer.
  private mutating func authorize(
    _ exchange: Exchange, _ key: AuthorizationCache.Key, _ outcome: FunctionOutcome,
    at instant: Instant
  ) -> Step {
    switch outcome {
    case .error(_, "Unauthorized"): return .answer(refusal(.unauthorized, of: exchange))
    case .error(let type, let message):
      let note = "the authorizer failed: \(type): \(message)"
      return .answer(refusal(.authorizerFailure, of: exchange, note))
    case .timeout:
      return .answer(refusal(.authorizerFailure, of: exchange, "the authorizer took too long"))
    case .answer(let bytes):
      guard let grant = AuthorizerGrant(bytes) else {
        let note = "the authorizer answered no policy: \(Self.excerpt(bytes))"
        return .answer(refusal(.authorizerConfiguration, of: exchange, note))
      }
      authorizations.remember(grant, for: key, at: instant)
      return serve(exchange, as: grant)
    }
  }

  // MARK: - Service

  /// Serves a caller of whom an authorizer has said what he may do.
  private mutating func serve(_ exchange: Exchange, as grant: AuthorizerGrant) -> Step {
    switch grant.policy.decision(on: writer.methodARN(of: exchange)) {
    case .denied: return .answer(refusal(.explicitlyDenied, of: exchange))
    case .notMentioned: return .answer(refusal(.denied, of: exchange))
    case .allowed:
      var exchange = exchange
      exchange.grant = grant
      return serve(exchange)
    }
  }

  /// Calls the function.
  private mutating func serve(_ exchange: Exchange) -> Step {
    let event = writer.event(exchange)
    guard event.count <= GatewaySettings.largestEvent else {
      let note = "the event has \(event.count) bytes; Lambda takes \(GatewaySettings.largestEvent)"
      return .answer(refusal(.eventTooLarge, of: exchange, note))
    }
    return .call(FunctionCall(exchange: exchange, purpose: .service, event: event))
  }

  /// What the client is answered when the function has ended with `outcome`.
  private func answer(_ exchange: Exchange, _ outcome: FunctionOutcome) -> GatewayAnswer {
    switch outcome {
    case .answer(let bytes): return answer(exchange, bytes)
    case .timeout:
      return refusal(.timedOut, of: exchange, "\(exchange.match.service) took too long")
    case .error("Lambda.TooManyRequestsException", let message):
      return refusal(.throttled, of: exchange, message)
    case .error(let type, let message):
      return refusal(.badAnswer, of: exchange, "\(type): \(message)")
    }
  }

  /// The function's answer.
  private func answer(_ exchange: Exchange, _ bytes: [UInt8]) -> GatewayAnswer {
    do throws(MalformedAnswer) {
      let answer = try ProxyAnswer(bytes)
      do throws(GatewayError) {
        return try answer.answer(to: exchange, binaryMediaTypes: settings.binaryMediaTypes)
      } catch {
        return refusal(error, of: exchange, "the body of the answer is no Base64")
      }
    } catch {
      let note = "malformed Lambda proxy response: \(error.reason): \(Self.excerpt(bytes))"
      return refusal(.badAnswer, of: exchange, note)
    }
  }

  /// The beginning of `bytes`.
  private static func excerpt(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    return bytes.count > 200 ? text + "…" : text
  }
}
