package import ServiceModel

/// A service with the place at which its API begins.
package struct Site: Sendable {
  /// The name under which the service is called.
  package let name: String

  /// The first segment of all its paths; nil for a service that has the gateway to itself.
  package let prefix: String?

  /// What the service can be asked.
  package let description: ServiceDescription

  /// Its routes.
  let routes: RouteTable

  /// Whether its routes ask an authorizer, unless they are public.
  let hasAuthorizer: Bool

  /// Whether it answers what browsers ask before they call from pages of other sites.
  let answersPreflight: Bool

  /// Creates a site.
  package init(_ name: String, at prefix: String? = nil, _ description: ServiceDescription) {
    self.name = name
    self.prefix = prefix
    self.description = description
    routes = RouteTable(description.routes)
    hasAuthorizer = description.hasAuthorizer
    answersPreflight = description.cors.isOn
  }

  /// Whether callers of `route` must be authorized first.
  func isProtected(_ route: Route) -> Bool { hasAuthorizer && !route.isPublic }
}

/// The route that a request takes.
struct SiteMatch: Sendable {
  /// The name of the service.
  let service: String

  /// The route's path as JSON.
  let resource: [UInt8]

  /// The method of the request.
  let method: HTTPMethod

  /// The path within the service, as it is written.
  let path: String

  /// The values of the path's parameters.
  let parameters: [(name: String, value: Substring)]

  /// Whether the caller must be authorized first.
  let isProtected: Bool
}

/// Finds the service and the route of a request.
struct SiteTable: Sendable {
  /// Where a path begins within a service.
  private struct Place {
    /// The service.
    let site: Site

    /// The segments within the service.
    let segments: ArraySlice<RouteTable.Segment>

    /// How many segments were before them.
    let skipped: Int
  }

  /// The services.
  let sites: [Site]

  /// The stage, whose name may precede every path.
  let stage: String

  /// The route of `method` at `path`; a service's own paths come before those with the stage.
  func match(_ method: String, _ path: Substring) -> SiteMatch? {
    guard let method = HTTPMethod(rawValue: method) else { return nil }
    let segments = RouteTable.segments(of: path)
    for place in places(of: segments) {
      if let match = match(method, path, place) { return match }
    }
    return nil
  }

  /// The services that have routes at `path`, with the methods of these.
  func methods(at path: Substring) -> [(site: Site, methods: [HTTPMethod])] {
    places(of: RouteTable.segments(of: path)).map { place in
      (place.site, place.site.routes.methods(at: Array(place.segments)))
    }
  }

  /// The service that a path is meant for, whether or not it has a route there.
  func site(at path: Substring) -> Site? {
    places(of: RouteTable.segments(of: path)).last?.site
  }

  // MARK: -

  /// Where a path may begin: as it is, then without the stage.
  private func places(of segments: [RouteTable.Segment]) -> [Place] {
    let skips = segments.first?.decoded.elementsEqual(stage) == true ? [0, 1] : [0]
    return skips.flatMap { skip in
      sites.compactMap { place(in: $0, segments.dropFirst(skip), skipped: skip) }
    }
  }

  /// Where a path begins within `site`, if it is one of its paths.
  private func place(
    in site: Site, _ segments: ArraySlice<RouteTable.Segment>, skipped: Int
  ) -> Place? {
    guard let prefix = site.prefix else {
      return Place(site: site, segments: segments, skipped: skipped)
    }
    guard let first = segments.first, first.decoded.elementsEqual(prefix) else { return nil }
    return Place(site: site, segments: segments.dropFirst(), skipped: skipped + 1)
  }

  /// The route of `method` at `place`.
  private func match(_ method: HTTPMethod, _ path: Substring, _ place: Place) -> SiteMatch? {
    let segments = Array(place.segments)
    let own = Self.path(path, without: place.skipped)
    if let entry = place.site.routes.entry(method, segments) {
      return SiteMatch(
        service: place.site.name, resource: entry.resource, method: method, path: own,
        parameters: entry.parameters(of: segments),
        isProtected: place.site.isProtected(entry.route))
    }
    guard method == .options, place.site.answersPreflight,
      let other = place.site.routes.methods(at: segments).first,
      let entry = place.site.routes.entry(other, segments)
    else { return nil }
    return SiteMatch(
      service: place.site.name, resource: entry.resource, method: method, path: own,
      parameters: entry.parameters(of: segments), isProtected: false)
  }

  /// `path` without its first `count` segments.
  private static func path(_ path: Substring, without count: Int) -> String {
    var rest = path
    for _ in 0..<count {
      rest = rest.drop { $0 == "/" }.drop { $0 != "/" }
    }
    return rest.isEmpty ? "/" : String(rest)
  }
}
