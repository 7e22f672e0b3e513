import JSON

/// What travels with a call from a service's authorizer through API Gateway to its routes.
///
/// API Gateway lets more through than the authorizer has said: a policy's star matches slashes, and
/// an HTTP API keeps a decision for all routes. So the context carries the routes of the decision.
enum GatewayContext {
  /// The member that has the routes, as a JSON text.
  static let routesKey = "coworksRoutes"

  /// The routes that the authorizer has named, if it has.
  static func patterns(in context: JSONValue) -> [RoutePattern]? {
    guard let text = context[routesKey]?.stringValue else { return nil }
    let list = (try? JSONReader.read(text))?.arrayValue ?? []
    return list.compactMap(\.stringValue).map(RoutePattern.init)
  }

  /// The member of an HTTP API's context that names the caller; REST APIs have a place for it.
  static let principalKey = "principalId"

  /// `context` as the routes see it.
  static func visible(_ context: JSONValue) -> JSONValue {
    guard let members = context.objectValue?.members else { return context }
    return .object(members.filter { $0.key != routesKey && $0.key != principalKey })
  }
}

extension Authorization {
  /// What API Gateway is to hand on; nil if there is nothing.
  ///
  /// A context may hold names that a caller has chosen, as those of a token's claims: none of them
  /// counts as the routes or as the name of the caller.
  var gatewayContext: JSONValue? {
    var members = GatewayContext.visible(contextValue).objectValue?.members ?? []
    if case .routes(let patterns) = scope {
      let list = JSONValue.array(patterns.map { .string($0.text) })
      members.append((GatewayContext.routesKey, .string(list.description)))
    }
    return members.isEmpty ? nil : .object(members)
  }
}
