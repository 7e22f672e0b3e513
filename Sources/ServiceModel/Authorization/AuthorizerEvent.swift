import JSON

/// A question of API Gateway to a function that is its Lambda authorizer.
///
/// See the [input of REST APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html)
/// and [that of HTTP APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html).
struct AuthorizerEvent {
  /// What is answered.
  enum Form {
    /// A policy for the method of this ARN and all others of its stage.
    case policy(MethodARN)

    /// Whether this one call is let in.
    case simple
  }

  /// What is answered.
  let form: Form

  /// The call, as far as the event tells of it.
  let request: ServiceRequest

  /// Reads `event`; nil if it is none of an authorizer.
  init?(_ event: JSONValue) {
    guard let type = event["type"]?.stringValue, type == "TOKEN" || type == "REQUEST" else {
      return nil
    }
    if let text = event["methodArn"]?.stringValue {
      guard let arn = MethodARN(text) else { return nil }
      form = .policy(arn)
      guard let request = Self.request(of: event, type, arn) else { return nil }
      self.request = request
    } else {
      guard event["routeArn"] != nil, let request = try? ServiceRequest(event: event) else {
        return nil
      }
      form = .simple
      self.request = request
    }
  }

  /// The call of which `event` asks, whose method has the ARN `arn`.
  private static func request(
    of event: JSONValue, _ type: String, _ arn: MethodARN
  ) -> ServiceRequest? {
    guard type == "TOKEN" else { return try? ServiceRequest(event: event) }
    let token = event["authorizationToken"]?.stringValue
    return HTTPMethod(arn.method).map { method in
      ServiceRequest(
        method, arn.path, headers: Headers(token.map { [("Authorization", $0)] } ?? []))
    }
  }
}

/// The name of a method of an API:
/// `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH`.
struct MethodARN: Equatable {
  /// The part that all methods of the stage have in common.
  let stage: String

  /// What is asked of the path.
  let method: String

  /// The path.
  let path: String

  /// Reads `text`; nil if it is no such name.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].contains(":execute-api:") else { return nil }
    stage = "\(parts[0])/\(parts[1])"
    method = String(parts[2])
    path = "/" + (parts.count > 3 ? parts[3] : "")
  }
}
