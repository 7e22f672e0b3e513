import JSON

/// Methods of an API as the resource of a policy writes them behind the stage: `GET/stock/*`.
struct MethodResource: CustomStringConvertible {
  /// What is asked of the path; nil for everything.
  let method: HTTPMethod?

  /// The segments of the path; nil for a star, which stands for one segment or several.
  let segments: [String?]

  /// The resource of `route`.
  init(_ route: Route) {
    self.init(method: route.method, segments: route.path.segments.map(\.literal))
  }

  /// Creates a resource.
  init(method: HTTPMethod?, segments: [String?]) {
    self.method = method
    self.segments = segments
  }

  /// The resource as it is written.
  var description: String {
    let path = segments.map { $0 ?? "*" }.joined(separator: "/")
    return "\(method?.rawValue ?? "*")/\(path)"
  }

  /// Whether it stands for some call of `route`.
  func matches(_ route: Route) -> Bool {
    guard method == nil || method == route.method else { return false }
    return Self.matches(segments[...], route.path.segments[...])
  }

  /// Whether `own` stands for some path of the form `path`.
  private static func matches(
    _ own: ArraySlice<String?>, _ path: ArraySlice<PathTemplate.Segment>
  ) -> Bool {
    guard let first = own.first, let segment = path.first else {
      return own.isEmpty && path.isEmpty
    }
    if let first, let literal = segment.literal, !haveEqualBytes(first, literal) { return false }
    let goesOn = { matches(own.dropFirst(), path.dropFirst()) }
    let starTakesMore = { first == nil && matches(own, path.dropFirst()) }
    let restTakesMore = { segment.isRest && matches(own.dropFirst(), path) }
    return goesOn() || starTakesMore() || restTakesMore()
  }
}

extension RoutePattern {
  /// The resources that stand for the routes.
  var resources: [MethodResource] {
    let segments = path.segments.map(\.literal) + (coversRest ? [nil] : [])
    guard methods != HTTPMethod.allCases else { return [.init(method: nil, segments: segments)] }
    return methods.map { MethodResource(method: $0, segments: segments) }
  }
}

extension PathTemplate.Segment {
  /// The text that stands for itself, if the segment is one.
  fileprivate var literal: String? {
    if case .literal(let text) = self { text } else { nil }
  }

  /// Whether the segment stands for the whole rest of a path.
  fileprivate var isRest: Bool {
    if case .rest = self { true } else { false }
  }
}
