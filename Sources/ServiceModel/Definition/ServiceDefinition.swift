package import JSON

/// A service: what it can be asked, and what answers.
package struct ServiceDefinition: Sendable {
  /// What answers the calls of one route.
  package typealias Handler = @Sendable (ServiceCall) async throws -> ServiceResponse

  /// What the service can be asked.
  package var description: ServiceDescription

  /// What answers, by the route's method and path as they are written.
  package var handlers: [String: Handler]

  /// The name under which the service's own errors are caught, such as `Payments`.
  package var errorDomain: String

  /// Creates a service.
  package init(
    _ description: ServiceDescription, errorDomain: String? = nil,
    handlers: [String: Handler] = [:]
  ) {
    self.description = description
    self.errorDomain = errorDomain ?? description.name
    self.handlers = handlers
  }

  /// Adds a route and what answers it.
  package mutating func add(_ route: Route, handler: @escaping Handler) {
    description.routes.append(route)
    handlers[route.description] = handler
  }

  /// Serves an invocation: decodes the event, finds the route, checks the parameters, answers.
  package func handle(
    event: JSONValue, context: InvocationContext = InvocationContext()
  ) async -> InvocationOutcome {
    do {
      let request = try ServiceRequest(event: event)
      return await respond(to: request, context: context).outcome(for: request.kind)
    } catch {
      return .error(type: error.name, message: error.message)
    }
  }

  /// The answer to `request`; every error is an answer.
  package func respond(
    to request: ServiceRequest, context: InvocationContext = InvocationContext()
  ) async -> ServiceResponse {
    do {
      let call = try RequestBinding(request: request, context: context).call(of: description)
      guard let handler = handlers[call.route.description] else {
        throw ServiceError(status: 501, "nothing answers \(call.route)")
      }
      return try await handler(call)
    } catch {
      return answer(to: error, context: context).response
    }
  }

  /// What the caller is told of `error`; of one that is not meant for callers only that there is.
  private func answer(to error: any Error, context: InvocationContext) -> ServiceError {
    switch error {
    case let error as ServiceError: return error
    case let failure as any ServiceFailure: return ServiceError(failure, thrownBy: errorDomain)
    default:
      context.log("error: \(String(reflecting: error))")
      return ServiceError(status: 500, "internal error; the service's log has the details")
    }
  }
}
