import JSON

extension ServiceDefinition {
  /// Who calls, if the call may reach the route of `match`.
  ///
  /// State machines and callers whose signature AWS has checked may call every route, those whom
  /// API Gateway's authorizer let through every route too, but for what the service itself has said
  /// as that authorizer, and everyone the public ones. Of the others the service's own authorizer
  /// decides.
  ///
  /// - Throws: The refusal.
  func caller(
    of request: ServiceRequest, _ match: RouteMatch, context: InvocationContext
  ) async throws(ServiceError) -> ServiceRequest.Caller {
    if case .authorized(let principalID, let context) = request.caller {
      return .authorized(
        principalID: principalID, context: try checked(context, match))
    }
    guard request.caller == .anonymous, !match.route.isPublic else { return request.caller }
    let question = AuthorizationRequest(request, route: match.route)
    let authorization = try await authorization(question, context: context)
    guard authorization.allows(match) else {
      throw request.headers["authorization"] == nil
        ? ServiceError(status: 401, "\(match.route) wants an Authorization header")
        : Self.refusal(of: match.route)
    }
    return .authorized(
      principalID: authorization.principalID, context: authorization.contextValue)
  }

  /// The context of a caller whom API Gateway let through, as the route sees it.
  private func checked(
    _ context: JSONValue, _ match: RouteMatch
  ) throws(ServiceError) -> JSONValue {
    guard let patterns = GatewayContext.patterns(in: context) else { return context }
    guard match.route.isPublic || patterns.contains(where: { $0.allows(match.route, match.texts) })
    else { throw Self.refusal(of: match.route) }
    return GatewayContext.visible(context)
  }

  /// The error of a call of `route` by a caller who may not.
  private static func refusal(of route: Route) -> ServiceError {
    ServiceError(status: 403, "the caller may not call \(route)")
  }

  /// Answers API Gateway, for which the service is a Lambda authorizer.
  ///
  /// By its own convention the error `Unauthorized` is answered with status 401, every other one
  /// with 500.
  func decide(_ event: AuthorizerEvent, context: InvocationContext) async -> InvocationOutcome {
    let match = try? RouteMatch(of: event.request, in: description)
    let question = AuthorizationRequest(event.request, route: match?.route)
    do {
      return answer(try await authorization(question, context: context), to: event, match)
    } catch  where error.status == 403 {
      return answer(.none, to: event, match)
    } catch  where error.status == 401 {
      return .error(type: "Unauthorized", message: "Unauthorized")
    } catch {
      return .error(type: error.name, message: error.message)
    }
  }

  /// What API Gateway is told of `authorization`.
  private func answer(
    _ authorization: Authorization, to event: AuthorizerEvent, _ match: RouteMatch?
  ) -> InvocationOutcome {
    switch event.form {
    case .policy(let arn):
      let policy = AuthorizerPolicy(
        authorization: authorization, stage: arn.stage, routes: description.routes)
      return .answer(policy.answer)
    case .simple:
      let isAuthorized = match.map(authorization.allows) ?? (authorization.scope == .all)
      var context = authorization.gatewayContext?.objectValue ?? .empty
      if let name = authorization.principalID {
        context = context.setting(GatewayContext.principalKey, to: .string(name))
      }
      return .answer(["isAuthorized": .bool(isAuthorized), "context": .object(context)])
    }
  }

  /// What the service's own authorizer lets a caller do.
  private func authorization(
    _ question: AuthorizationRequest, context: InvocationContext
  ) async throws(ServiceError) -> Authorization {
    do {
      guard let authorizer else { throw MissingAuthorizer() }
      return try await authorizer(question)
    } catch is MissingAuthorizer {
      throw closed(question, context)
    } catch let failure as any ServiceFailure where [401, 403].contains(failure.status) {
      throw ServiceError(failure, thrownBy: errorDomain)
    } catch {
      context.log("authorize threw \(String(reflecting: error))")
      throw ServiceError(status: 500, "the service's authorizer failed; its log has the details")
    }
  }

  /// The refusal of a route that nobody lets anybody call.
  private func closed(
    _ question: AuthorizationRequest, _ context: InvocationContext
  ) -> ServiceError {
    let route = question.route ?? "\(question.method.rawValue) \(question.path)"
    context.log(
      """
      \(route) was refused: mark it @Entry(.public) to let everyone call it, or write \
      func authorize(_ request: AuthorizationRequest) -> Authorization in the service
      """)
    return ServiceError(
      status: 403, "\(route) is not public and the service has no authorizer")
  }
}

/// The error of a service that has no authorizer.
package struct MissingAuthorizer: Error {
  /// Creates the error.
  package init() {}
}

extension AuthorizationRequest {
  /// What the authorizer is asked of `request`.
  init(_ request: ServiceRequest, route: Route?) {
    self.init(
      request.method, request.effectivePath, route: route?.description, headers: request.headers,
      query: Query(request.query), sourceIP: request.sourceIP)
  }
}
