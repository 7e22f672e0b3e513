import JSON
import ServiceModel

/// A blueprint and the path under which a service takes in its routes.
public struct Mount: Sendable {
  /// The path.
  private let prefix: PathTemplate

  /// The blueprint's routes and what answers them.
  private let blueprintEntries: [BoundEntry]

  /// Mounts `blueprint` at `prefix`.
  ///
  /// A parameter of the prefix is a parameter of every route: `Mount(Orders(), at: "/tenants/{tenant}")`
  /// gives the methods of `Orders` their argument labelled `tenant`; those without one ignore it.
  ///
  /// - Parameters:
  ///   - blueprint: The blueprint.
  ///   - prefix: The path in front of those of its routes.
  public init(_ blueprint: some Blueprint, at prefix: String) {
    self.prefix = PathTemplate(prefix)
    blueprintEntries = Self.entries(of: blueprint)
  }

  /// The routes of `blueprint` and what answers them.
  private static func entries<Owner: Blueprint>(of blueprint: Owner) -> [BoundEntry] {
    Owner.outline.entries.map { $0.bound(to: blueprint, Owner.outline.typeName) }
  }

  /// The routes under the prefix.
  ///
  /// - Throws: Why the prefix does not fit a route.
  func entries() throws(OutlineError) -> [BoundEntry] {
    for case .rest(let name) in prefix.segments {
      throw OutlineError(
        "\(prefix) cannot be in front of routes: {\(name)+} leaves nothing for them")
    }
    return try blueprintEntries.map { entry throws(OutlineError) in
      var entry = entry
      entry.route = try mounted(entry.route)
      return entry
    }
  }

  /// `route` under the prefix.
  private func mounted(_ route: Route) throws(OutlineError) -> Route {
    var route = route
    for name in prefix.parameterNames {
      if route.path.parameterNames.contains(where: { haveEqualBytes($0, name) }) {
        throw OutlineError("\(prefix) and \(route) both have the parameter \(name)")
      }
      let known = route.parameters.firstIndex { haveEqualBytes($0.name, name) }
      var parameter =
        known.map { route.parameters.remove(at: $0) } ?? Parameter(name, in: .path, schema: .string)
      parameter.location = .path
      parameter.isRequired = true
      parameter.defaultValue = nil
      route.parameters.insert(parameter, at: 0)
    }
    route.path = PathTemplate(segments: prefix.segments + route.path.segments)
    route.operationID = operationID(of: route.operationID)
    return route
  }

  /// The name of the operation `name` under the prefix: `getRoutes` at `/admin` is
  /// `adminGetRoutes`.
  private func operationID(of name: String) -> String {
    let words = prefix.segments.map { $0.parameterName ?? $0.description } + [name]
    let capitalized = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return (words.prefix(1) + capitalized).joined()
  }
}
