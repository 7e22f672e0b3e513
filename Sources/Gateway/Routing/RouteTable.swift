import ServiceModel

/// Finds the route of a path among those of one service.
struct RouteTable: Sendable {
  /// A route with what its events begin with.
  struct Entry: Sendable {
    /// The route.
    let route: Route

    /// The segments of its path.
    let segments: [PathTemplate.Segment]

    /// The route's path as JSON.
    let resource: [UInt8]
  }

  /// A segment of a request's path.
  struct Segment {
    /// The segment as it is written.
    let written: Substring

    /// The segment without its encoding.
    let decoded: Substring
  }

  /// The routes of each method, the most literal first.
  private let entries: [HTTPMethod: [Entry]]

  /// Sorts `routes`.
  init(_ routes: [Route]) {
    let sorted = routes.sorted { $0.path.precedes($1.path) }
    entries = Dictionary(grouping: sorted.map(Entry.init), by: \.route.method)
  }

  /// The methods that have routes, in a fixed order.
  func methods(at path: [Segment]) -> [HTTPMethod] {
    HTTPMethod.allCases.filter { entry($0, path) != nil }
  }

  /// The route of `method` and `path`.
  func entry(_ method: HTTPMethod, _ path: [Segment]) -> Entry? {
    entries[method]?.first { $0.fits(path) }
  }

  /// The segments of `path`.
  static func segments(of path: Substring) -> [Segment] {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    guard path.utf8.contains(UInt8(ascii: "%")) else {
      return parts.map { Segment(written: $0, decoded: $0) }
    }
    return parts.map { Segment(written: $0, decoded: PercentCoding.decode($0)[...]) }
  }
}

extension RouteTable.Entry {
  /// Prepares `route`.
  init(_ route: Route) {
    self.route = route
    segments = route.path.segments
    resource = JSONText.quoted(route.path.description)
  }

  /// Whether the route takes `path`.
  func fits(_ path: [RouteTable.Segment]) -> Bool {
    for (position, segment) in segments.enumerated() {
      guard position < path.count else { return false }
      switch segment {
      case .literal(let text):
        guard path[position].decoded.utf8.elementsEqual(text.utf8) else { return false }
      case .parameter: break
      case .rest: return true
      }
    }
    return path.count == segments.count
  }

  /// The values of the path's parameters as they are written, which is how REST APIs hand them on.
  func parameters(of path: [RouteTable.Segment]) -> [(name: String, value: Substring)] {
    zip(segments, path.indices).compactMap { segment, position in
      switch segment {
      case .literal: nil
      case .parameter(let name): (name, path[position].written)
      case .rest(let name):
        (name, path[position...].map(\.written).joined(separator: "/")[...])
      }
    }
  }
}
