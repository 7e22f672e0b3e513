import ServiceModel

/// What API Gateway has set for a stage.
package struct GatewaySettings: Sendable {
  /// The stage's name.
  package var stage: String

  /// The id of the API, which is the first part of its domain on AWS.
  package var apiID = "local"

  /// The number of the account that owns the API.
  package var accountID = "000000000000"

  /// The region of the API.
  package var region = "eu-west-1"

  /// The port at which the API is reached, for `X-Forwarded-Port`.
  package var port = 80

  /// The media types whose content is handed on as Base64, as `type/subtype` with `*` for any.
  ///
  /// See [binary media types for REST APIs][types]. With `*/*` no content of a request or an answer
  /// is ever damaged.
  ///
  /// [types]: https://docs.aws.amazon.com/apigateway/latest/developerguide/lambda-proxy-binary-media.html
  package var binaryMediaTypes = ["*/*"]

  /// How long what an authorizer said counts, in milliseconds; 0 lets it count once.
  package var authorizationTime: Int64 = 300_000

  /// The user of IAM who has signed the requests that have no `Authorization` header, as an ARN; nil
  /// if nobody has.
  ///
  /// On AWS a [signature][signature] is in that header; here it need not be made.
  ///
  /// [signature]: https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html
  package var userARN: String?

  /// The most bytes of a request's body.
  ///
  /// See the [quotas of REST APIs][quotas].
  ///
  /// [quotas]: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
  package static let largestBody = 10_485_760

  /// The most bytes of an event, which is Lambda's limit.
  package static let largestEvent = 6_291_456

  /// Creates the settings of `stage`.
  package init(stage: String = "dev") {
    self.stage = stage
  }
}

extension GatewaySettings {
  /// The ARN of the user of IAM who has signed `request`, if anyone has.
  func user(of request: GatewayRequest) -> String? {
    request.headers["authorization"] == nil ? userARN : nil
  }
}
