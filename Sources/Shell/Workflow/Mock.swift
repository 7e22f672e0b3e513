import JSON
import ServiceModel
package import SessionLanguage

/// An answer given in a service's place.
package struct Mock: Sendable {
  /// What a mock stands in for.
  package enum Target: Hashable, Sendable, CustomStringConvertible {
    /// The calls of the step of this name.
    case step(String)

    /// The calls of a route; a segment of the path that is `*` or `{name}` matches anything.
    case route(verb: String, service: String, path: String)

    package var description: String {
      switch self {
      case .step(let name): name
      case .route(let verb, let service, let path): "\(verb) \(service)\(path)"
      }
    }
  }

  /// What a mock answers.
  package enum Answer: Sendable {
    /// The value of an expression, whose context is the call's payload.
    case value(Expression)

    /// An error.
    case fail(error: String, cause: String?)
  }

  /// What it stands in for.
  package var target: Target

  /// What it answers.
  package var answer: Answer

  /// How many more times it answers; nil for always.
  package var remaining: Int?

  /// The mock as it is entered, without the word `mock`.
  package var source: String
}

extension Mock.Target {
  /// Whether a call of the step `step` with `payload` is meant.
  func matches(step: String?, service: String, payload: JSONValue) -> Bool {
    switch self {
    case .step(let name): return name == step
    case .route(let verb, let name, let path):
      guard name == service, let request = try? ServiceRequest(event: payload),
        request.method.rawValue == verb.uppercased()
      else { return false }
      return Self.matches(path, request.effectivePath) || path == request.resource
    }
  }

  /// Whether it stands in for a call that `route` takes.
  func canMean(_ route: Route) -> Bool {
    guard case .route(let verb, _, let path) = self else { return false }
    return route.method.rawValue == verb && Self.overlap(path, route.path.description)
  }

  /// Whether there is a path that both patterns mean.
  private static func overlap(_ first: String, _ second: String) -> Bool {
    let first = first.split(separator: "/")
    let second = second.split(separator: "/")
    guard first.count == second.count else { return false }
    return zip(first, second).allSatisfy { $0 == $1 || isWildcard($0) || isWildcard($1) }
  }

  /// Whether a segment of a pattern means any segment of a path.
  private static func isWildcard(_ segment: Substring) -> Bool {
    segment == "*" || segment.hasPrefix("{")
  }

  /// Whether `path` is one that `pattern` means.
  private static func matches(_ pattern: String, _ path: String) -> Bool {
    let wanted = pattern.split(separator: "/")
    let given = path.split(separator: "/")
    guard wanted.count == given.count else { return false }
    return zip(wanted, given).allSatisfy { wanted, given in
      isWildcard(wanted) || wanted == given
    }
  }
}
