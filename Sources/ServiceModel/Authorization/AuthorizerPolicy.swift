import JSON

/// The policy by which a Lambda authorizer tells API Gateway what a caller may do.
///
/// API Gateway keeps it for the caller's token and holds it against later calls of other routes, so
/// it speaks of all routes, not only of the one that is being called. Its stars match more than one
/// segment; the service itself holds the routes in the context against every call once more. See
/// the [output of an authorizer](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html).
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
    answer["policyDocument"] = ["Version": "2012-10-17", "Statement": [statement]]
    answer["context"] = authorization.gatewayContext
    return .object(answer.build())
  }

  /// The one statement of the policy; what it does not allow is refused.
  private var statement: JSONValue {
    switch authorization.scope {
    case .all: statement("Allow", ["*"])
    case .none: statement("Deny", ["*"])
    case .routes(let patterns): statement(allowing: patterns.flatMap { $0.resources(of: routes) })
    }
  }

  /// The statement that allows `resources`; a policy must have one if it allows none.
  private func statement(allowing resources: [String]) -> JSONValue {
    resources.isEmpty ? statement("Deny", ["*"]) : statement("Allow", resources)
  }

  /// A statement about `resources` of the stage.
  private func statement(_ effect: String, _ resources: [String]) -> JSONValue {
    [
      "Action": "execute-api:Invoke", "Effect": .string(effect),
      "Resource": .array(resources.map { .string("\(stage)/\($0)") }),
    ]
  }
}

extension RoutePattern {
  /// The resources of a policy that stand for those of `routes` that the pattern names, such as
  /// `GET/stock/*`.
  ///
  /// Each has its method: `*/stock` would stand for `GET/other/stock` as well.
  fileprivate func resources(of routes: [Route]) -> [String] {
    let segments = path.segments.map { $0.parameterName == nil ? $0.description : "*" }
    let text = (segments + (coversRest ? ["*"] : [])).joined(separator: "/")
    return methods.filter { method in routes.contains { $0.method == method && allows($0, nil) } }
      .map { "\($0.rawValue)/\(text)" }
  }
}
