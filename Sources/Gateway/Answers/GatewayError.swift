import ServiceModel

/// An error that API Gateway itself answers.
///
/// See the [types of gateway responses][types]; bodies and `x-amzn-ErrorType` are those that AWS
/// sends, with the spaces and capital letters in which they differ.
///
/// [types]: https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
struct GatewayError: Error, Equatable, Sendable {
  /// The status.
  let status: Int

  /// The header `x-amzn-ErrorType`.
  let type: String?

  /// The body.
  let body: String

  /// The type of the body.
  var contentType = "application/json"

  /// No route has the method and the path.
  static let missingAuthenticationToken = GatewayError(
    status: 403, type: "MissingAuthenticationTokenException",
    body: #"{"message":"Missing Authentication Token"}"#)

  /// The request lacks what the authorizer decides by, or the authorizer does not know it.
  static let unauthorized = GatewayError(
    status: 401, type: "UnauthorizedException", body: #"{"message":"Unauthorized"}"#)

  /// The authorizer's policy denies the method.
  static let explicitlyDenied = GatewayError(
    status: 403, type: "AccessDeniedException",
    body: #"{"Message":"User is not authorized to access this resource with an explicit deny "#
      + #"in an identity-based policy"}"#)

  /// The authorizer's policy does not mention the method.
  static let denied = GatewayError(
    status: 403, type: "AccessDeniedException",
    body: #"{"Message":"User is not authorized to access this resource"}"#)

  /// The authorizer failed.
  static let authorizerFailure = GatewayError(
    status: 500, type: "AuthorizerFailureException", body: #"{"message":null}"#)

  /// The authorizer answered what is no policy.
  static let authorizerConfiguration = GatewayError(
    status: 500, type: "AuthorizerConfigurationException", body: #"{"message":null}"#)

  /// The body is larger than API Gateway takes.
  static let bodyTooLarge = GatewayError(
    status: 413, type: nil,
    body: "HTTP content length exceeded \(GatewaySettings.largestBody) bytes.",
    contentType: "text; charset=utf-8")

  /// The event is larger than Lambda takes.
  static let eventTooLarge = GatewayError(
    status: 413, type: "BadRequestException", body: #"{"message": "Request Too Long"}"#)

  /// Lambda runs no more of the function.
  static let throttled = GatewayError(
    status: 429, type: "TooManyRequestsException", body: #"{"message":"Too Many Requests"}"#)

  /// The function failed, or answered what is no answer.
  static let badAnswer = GatewayError(
    status: 502, type: "InternalServerErrorException",
    body: #"{"message": "Internal server error"}"#)

  /// The body of the function's answer is no Base64, though it says so.
  static let badBase64 = GatewayError(
    status: 500, type: "InternalServerErrorException",
    body: #"{"message": "Internal server error"}"#)

  /// The function took too long.
  static let timedOut = GatewayError(
    status: 504, type: "InternalServerErrorException",
    body: #"{"message": "Endpoint request timed out"}"#)

  /// The error as an answer.
  func answer(_ identity: ExchangeIdentity, note: String? = nil) -> GatewayAnswer {
    var headers = Headers([
      ("Content-Type", contentType), ("x-amzn-RequestId", identity.requestID),
    ])
    if let type { headers.add("x-amzn-ErrorType", type) }
    headers.add("x-amz-apigw-id", identity.extendedID)
    return GatewayAnswer(status: status, headers: headers, body: Array(body.utf8), note: note)
  }
}
