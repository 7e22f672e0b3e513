/// The words of API Gateway for who may call, in an OpenAPI document.
///
/// See the [authtype property](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html).
enum SecurityScheme {
  /// The name of the scheme of a service's own authorizer.
  static let authorizer = "authorizer"

  /// The type of a Lambda authorizer.
  static let custom = "custom"

  /// The type of a signature that AWS checks; also the name of its scheme.
  static let signature = "awsSigv4"
}
