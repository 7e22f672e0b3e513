package import JSON

/// A service: what it can be asked, and what answers.
package struct ServiceDefinition: Sendable {
  /// What answers the calls of one route.
  package typealias Handler = @Sendable (ServiceCall) async throws -> ServiceResponse

  /// What decides who may call the routes that are not public.
  package typealias Authorizer = @Sendable (AuthorizationRequest) async throws -> Authorization

  /// What the service can be asked.
  package var description: ServiceDescription

  /// What answers, in the order of the routes.
  private var handlers: [Handler] = []

  /// The name under which the service's own errors are caught, such as `Payments`.
  package var errorDomain: String

  /// What decides who may call; nil lets in but those whom AWS has authenticated.
  package var authorizer: Authorizer?

  /// What the service does around every call.
  package var hooks: ServiceHooks

  /// Creates a service; its routes are added with what answers them.
  package init(
    _ description: ServiceDescription, errorDomain: String? = nil,
    authorizer: Authorizer? = nil, hooks: ServiceHooks = ServiceHooks()
  ) {
    self.description = description
    self.errorDomain = errorDomain ?? description.name
    self.authorizer = authorizer
    self.hooks = hooks
  }

  /// Adds a route and what answers it.
  package mutating func add(_ route: Route, handler: @escaping Handler) {
    description.routes.append(route)
    handlers.append(handler)
  }

  /// Serves an invocation: decodes the event, finds the route, checks caller and parameters,
  /// answers.
  package func handle(
    event: JSONValue, context: InvocationContext = InvocationContext()
  ) async -> InvocationOutcome {
    if let event = AuthorizerEvent(event) { return await decide(event, context: context) }
    do {
      let request = try ServiceRequest(event: event)
      return await respond(to: request, context: context)
        .outcome(for: request.kind, format: request.format)
    } catch  where error.status == 405 {
      return error.response
        .outcome(for: EventKind(of: event), format: ProxyFormat(of: event))
    } catch {
      return .error(type: error.name, message: error.message)
    }
  }

  /// The answer to `request`; every error is an answer.
  package func respond(
    to request: ServiceRequest, context: InvocationContext = InvocationContext()
  ) async -> ServiceResponse {
    await Invocation.$current.withValue(Invocation(request, context)) {
      await response(to: request, context: context)
    }
  }

  /// The answer to `request`, which is the current invocation.
  private func response(
    to request: ServiceRequest, context: InvocationContext
  ) async -> ServiceResponse {
    if let response = description.preflight(request) { return response }
    var request = request
    var route: Route?
    do {
      let match = try RouteMatch(of: request, in: description)
      route = match.route
      let caller = try await caller(of: request, match, context: context)
      if caller == request.caller { return await serve(request, match, context) }
      request.caller = caller
      return await Invocation.$current.withValue(Invocation(request, context)) {
        await serve(request, match, context)
      }
    } catch {
      return await finish(failure(error, of: route, context).response, to: request, route)
    }
  }

  /// The answer of the route that was found, to a caller who may call it.
  private func serve(
    _ request: ServiceRequest, _ match: RouteMatch, _ context: InvocationContext
  ) async -> ServiceResponse {
    var request = request
    var response: ServiceResponse
    do {
      try await hooks.before(&request, match.route)
      let call = try RequestBinding(request: request, context: context)
        .call(of: match, in: description)
      let invocation = Invocation(request, context, route: match.route)
      response = try await Invocation.$current.withValue(invocation) {
        try await handlers[match.index](call)
      }
    } catch {
      response = failure(error, of: match.route, context).response
    }
    return await finish(response, to: request, match.route)
  }

  /// The answer `response` with what the service adds to all.
  private func finish(
    _ response: ServiceResponse, to request: ServiceRequest, _ route: Route?
  ) async -> ServiceResponse {
    var response = response
    await hooks.after(request, route, &response)
    description.cors.addHeaders(to: &response, for: request)
    return response
  }

  /// What the caller of `route` is told of `error`; of one that is not meant for callers only that
  /// there is.
  private func failure(
    _ error: any Error, of route: Route?, _ context: InvocationContext
  ) -> ServiceError {
    switch error {
    case let error as ServiceError: return error
    case let failure as any ServiceFailure: return ServiceError(failure, thrownBy: errorDomain)
    default:
      context.log((route.map { "\($0): " } ?? "") + String(reflecting: error))
      return ServiceError(status: 500, "internal error; the service's log has the details")
    }
  }
}
