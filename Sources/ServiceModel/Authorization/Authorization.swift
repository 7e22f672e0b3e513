package import JSON

/// What a caller may do, as a service's `authorize(_:)` decides.
///
///     func authorize(_ request: AuthorizationRequest) -> Authorization {
///       switch request.token {
///       case adminToken: .all
///       case clerkToken: .routes("GET /stock/{sku}", "/orders/*", principalID: "clerk")
///       default: .none
///       }
///     }
public struct Authorization: Equatable, Sendable {
  /// What a caller may do.
  package enum Scope: Equatable, Sendable {
    /// Call every route.
    case all

    /// Call no route but the public ones.
    case none

    /// Call these routes.
    case routes([RoutePattern])
  }

  /// What the caller may do.
  package var scope: Scope

  /// Who the caller is, if that is known.
  public var principalID: String?

  /// What the routes are told of the caller.
  public var context: [String: String]

  /// The caller may call every route.
  public static let all: Authorization = .all()

  /// The caller may call no route but the public ones.
  public static let none: Authorization = .init(scope: .none, principalID: nil, context: [:])

  /// The caller may call every route.
  ///
  /// - Parameters:
  ///   - principalID: Who the caller is.
  ///   - context: What the routes are told of the caller.
  /// - Returns: The decision.
  public static func all(
    principalID: String? = nil, context: [String: String] = [:]
  ) -> Authorization {
    Authorization(scope: .all, principalID: principalID, context: context)
  }

  /// The caller may call the routes that `patterns` name.
  ///
  /// - Parameters:
  ///   - patterns: A method and a path (`GET /stock/{sku}`), or a path for all methods (`/orders`).
  ///     A path that ends with `/*` stands for everything below it.
  ///   - principalID: Who the caller is.
  ///   - context: What the routes are told of the caller.
  /// - Returns: The decision.
  public static func routes(
    _ patterns: String..., principalID: String? = nil, context: [String: String] = [:]
  ) -> Authorization {
    routes(patterns, principalID: principalID, context: context)
  }

  /// The caller may call the routes that `patterns` name.
  ///
  /// - Parameters:
  ///   - patterns: A method and a path (`GET /stock/{sku}`), or a path for all methods (`/orders`).
  ///     A path that ends with `/*` stands for everything below it.
  ///   - principalID: Who the caller is.
  ///   - context: What the routes are told of the caller.
  /// - Returns: The decision.
  public static func routes(
    _ patterns: [String], principalID: String? = nil, context: [String: String] = [:]
  ) -> Authorization {
    Authorization(
      scope: .routes(patterns.map(RoutePattern.init)), principalID: principalID, context: context)
  }
}

extension Authorization {
  /// Whether the caller may call the route of `match`.
  package func allows(_ match: RouteMatch) -> Bool {
    switch scope {
    case .all: true
    case .none: false
    case .routes(let patterns): patterns.contains { $0.allows(match.route, match.texts) }
    }
  }

  /// What the routes are told of the caller, as JSON.
  package var contextValue: JSONValue {
    .object(context.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
  }
}
