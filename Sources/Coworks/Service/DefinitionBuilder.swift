import ServiceModel

/// Puts a service together from its own routes and those of its blueprints.
struct DefinitionBuilder {
  /// The service so far.
  private(set) var definition: ServiceDefinition

  /// Where its routes come from, in their order.
  private var origins: [String] = []

  /// Puts `service` together.
  init<Service: TechMicroService>(
    _ outline: ServiceOutline<Service>, of service: Service
  ) throws(OutlineError) {
    let description = ServiceDescription(
      name: Self.serviceName(of: outline.typeName), summary: outline.summary,
      hasAuthorizer: outline.authorizes, cors: service.cors, function: outline.function)
    definition = ServiceDefinition(description, errorDomain: outline.typeName)
    definition.authorizer = { request in try await service.authorize(request) }
    definition.hooks = ServiceHooks(service)
    for entry in outline.entries { try add(entry.bound(to: service, outline.typeName)) }
    for mount in service.blueprints {
      for entry in try mount.entries() { try add(entry) }
    }
  }

  /// Adds a route that no other one hides.
  private mutating func add(_ entry: BoundEntry) throws(OutlineError) {
    var route = entry.route
    let routes = definition.description.routes
    for (other, origin) in zip(routes, origins)
    where other.method == route.method && other.path.isEquivalent(to: route.path) {
      throw OutlineError(
        "\(origin) (\(other)) and \(entry.origin) (\(route)) are the same route")
    }
    origins.append(entry.origin)
    route.operationID = Self.unused(route.operationID, in: routes)
    definition.add(route, handler: entry.handler)
  }

  /// `name`, or with a number behind it where an operation of `routes` has it already.
  private static func unused(_ name: String, in routes: [Route]) -> String {
    let names = Set(routes.map(\.operationID))
    guard names.contains(name) else { return name }
    return (2...).lazy.map { "\(name)\($0)" }.first { !names.contains($0) } ?? name
  }

  /// The name of the service of the type `typeName`: `OrderMail` is `order-mail`.
  private static func serviceName(of typeName: String) -> String {
    typeName.reduce(into: "") { name, character in
      if character.isUppercase, name.last?.isLowercase == true { name += "-" }
      name += character.lowercased()
    }
  }
}

/// What keeps a service from being put together.
package struct OutlineError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, in words for the service's author.
  package let description: String

  /// Creates an error.
  init(_ description: String) {
    self.description = description
  }
}
