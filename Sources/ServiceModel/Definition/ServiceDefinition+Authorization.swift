extension ServiceDefinition {
  /// Who calls, if the call may reach the route of `match`.
  ///
  /// State machines, callers whose signature AWS has checked, and those whom API Gateway's
  /// authorizer let through may call every route, everyone the public ones. Of the others the
  /// service's own authorizer decides.
  ///
  /// - Throws: The refusal.
  func caller(
    of request: ServiceRequest, _ match: RouteMatch, context: InvocationContext
  ) async throws(ServiceError) -> ServiceRequest.Caller {
    guard request.caller == .anonymous, !match.route.isPublic else { return request.caller }
    let authorization = try await authorization(of: request, match, context: context)
    guard authorization.allows(match) else {
      throw request.headers["authorization"] == nil
        ? ServiceError(status: 401, "\(match.route) wants an Authorization header")
        : ServiceError(status: 403, "the caller may not call \(match.route)")
    }
    return .authorized(
      principalID: authorization.principalID, context: authorization.contextValue)
  }

  /// What the service's own authorizer lets the caller of `request` do.
  private func authorization(
    of request: ServiceRequest, _ match: RouteMatch, context: InvocationContext
  ) async throws(ServiceError) -> Authorization {
    do {
      guard let authorizer else { throw MissingAuthorizer() }
      return try await authorizer(AuthorizationRequest(request, route: match.route))
    } catch is MissingAuthorizer {
      throw closed(match.route, context)
    } catch let failure as any ServiceFailure where [401, 403].contains(failure.status) {
      throw ServiceError(failure, thrownBy: errorDomain)
    } catch {
      context.log("error: authorize threw \(String(reflecting: error))")
      throw ServiceError(status: 500, "the service's authorizer failed; its log has the details")
    }
  }

  /// The refusal of a route that nobody lets anybody call.
  private func closed(_ route: Route, _ context: InvocationContext) -> ServiceError {
    context.log(
      """
      error: \(route) was refused: mark it @Entry(.public) to let everyone call it, or write \
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
