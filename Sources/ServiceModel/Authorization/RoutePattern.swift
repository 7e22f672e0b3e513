import JSON

/// The routes that a caller may call, as text: `GET /stock/{sku}`, `/orders`, `/admin/*`.
package struct RoutePattern: Equatable, Sendable {
  /// The pattern as it is written.
  package let text: String

  /// What may be asked of the path.
  package var methods: [HTTPMethod]

  /// The path, without the star at its end.
  package var path: PathTemplate

  /// Whether the path stands for everything below it.
  package var coversRest: Bool

  /// Reads `text`; with a first word that is no method it stands for no route.
  package init(_ text: String) {
    self.text = text
    let words = text.split(separator: " ")
    let path = words.last ?? "/"
    methods = words.count > 1 ? Self.methods(named: String(words[0])) : HTTPMethod.allCases
    coversRest = path.hasSuffix("/*") || path == "*"
    self.path = PathTemplate(String(coversRest ? path.dropLast() : path))
  }

  /// The methods that `name` stands for.
  private static func methods(named name: String) -> [HTTPMethod] {
    if name == "*" || name.uppercased() == "ANY" { return HTTPMethod.allCases }
    return HTTPMethod(name).map { [$0] } ?? []
  }

  /// Whether a call of `route` is allowed whose path's parameters are `values`; nil asks whether
  /// any is.
  ///
  /// A parameter stands for a parameter of the route, not for a literal: `GET /stock/{sku}` does not
  /// allow the route `GET /stock/latest`. A literal may stand for one value of a parameter.
  package func allows(_ route: Route, _ values: [String: String]?) -> Bool {
    guard methods.contains(route.method) else { return false }
    let others = route.path.segments
    let isLongEnough =
      coversRest
      ? others.count > path.segments.count || path.segments.isEmpty
      : others.count == path.segments.count
    return isLongEnough
      && zip(path.segments, others).allSatisfy { Self.allows($0, $1, values) }
  }

  /// Whether `own` stands for the segment `other` of a route, where parameters are `values`.
  private static func allows(
    _ own: PathTemplate.Segment, _ other: PathTemplate.Segment, _ values: [String: String]?
  ) -> Bool {
    switch (own, other) {
    case (.literal(let text), .literal(let other)): haveEqualBytes(text, other)
    case (.literal(let text), .parameter(let name)), (.literal(let text), .rest(let name)):
      values.map { $0[name].map { haveEqualBytes($0, text) } ?? false } ?? true
    case (.parameter, .parameter), (.rest, .rest): true
    case (.parameter, _), (.rest, _): false
    }
  }
}
