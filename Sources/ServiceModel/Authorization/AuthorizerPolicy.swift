import JSON

/// The policy by which a Lambda authorizer tells API Gateway what a caller may do.
///
/// API Gateway keeps it for the caller's token and holds it against later calls of other routes, so
/// it speaks of all routes, not only of the one that is being called. See the
/// [output of an authorizer](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html).
struct AuthorizerPolicy {
  /// What the caller may do.
  let authorization: Authorization

  /// The part of the ARNs that all methods of the stage have in common.
  let stage: String

  /// The routes of the service.
  let routes: [Route]

  /// The answer to API Gateway.
  var answer: JSONValue {
    var answer = JSONObject.Builder()
    answer["principalId"] = .string(authorization.principalID ?? "user")
    answer["policyDocument"] = ["Version": "2012-10-17", "Statement": .array(statements)]
    if !authorization.context.isEmpty { answer["context"] = authorization.contextValue }
    return .object(answer.build())
  }

  /// The statements of the policy.
  private var statements: [JSONValue] {
    switch authorization.scope {
    case .all: [statement("Allow", ["\(stage)/*"])]
    case .none: [statement("Deny", ["\(stage)/*"])]
    case .routes(let patterns):
      statements(allowing: patterns.flatMap(\.resources), denying: hidden(from: patterns))
    }
  }

  /// The statements that allow and deny resources.
  private func statements(
    allowing allowed: [MethodResource], denying denied: [MethodResource]
  ) -> [JSONValue] {
    guard !allowed.isEmpty else { return [statement("Deny", ["\(stage)/*"])] }
    let texts = { (list: [MethodResource]) in list.map { "\(stage)/\($0)" } }
    let allow = statement("Allow", texts(allowed))
    return denied.isEmpty ? [allow] : [allow, statement("Deny", texts(denied))]
  }

  /// The routes that `patterns` do not name although their resources match them: the star in
  /// `GET/stock/*`, which stands for `GET /stock/{sku}`, matches `GET /stock/latest` as well.
  ///
  /// A route cannot be told apart whose own resource would match calls of a named one.
  private func hidden(from patterns: [RoutePattern]) -> [MethodResource] {
    let named = routes.filter { route in patterns.contains { $0.allows(route, nil) } }
    let allowed = patterns.flatMap(\.resources)
    return routes.filter { !named.contains($0) }
      .filter { route in allowed.contains { $0.matches(route) } }
      .filter { route in !named.contains { Self.denying(route, denies: $0) } }
      .map(MethodResource.init)
  }

  /// Whether the resource of `hidden` matches calls that are served by `other`.
  private static func denying(_ hidden: Route, denies other: Route) -> Bool {
    let isServedFirst = hidden.path.precedes(other.path)
    let hasSameForm = hidden.path.segments.count == other.path.segments.count
    return MethodResource(hidden).matches(other) && !(isServedFirst && hasSameForm)
  }

  /// A statement about `resources`.
  private func statement(_ effect: String, _ resources: [String]) -> JSONValue {
    [
      "Action": "execute-api:Invoke", "Effect": .string(effect),
      "Resource": .array(resources.map { .string($0) }),
    ]
  }
}
