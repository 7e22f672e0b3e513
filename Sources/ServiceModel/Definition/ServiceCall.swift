package import JSON

/// A request that found its route, with every parameter checked and converted.
package struct ServiceCall: Sendable {
  /// The request.
  package var request: ServiceRequest

  /// What the service can be asked.
  package var service: ServiceDescription

  /// The route that serves it.
  package var route: Route

  /// The values of the parameters by name; those that were left out and have no default are not
  /// in it.
  package var arguments: [String: JSONValue]

  /// What the whole body is, where the route takes it whole.
  package var body: JSONValue?

  /// The invocation.
  package var context: InvocationContext
}
