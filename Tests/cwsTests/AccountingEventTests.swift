import Foundation
import JSON
import Testing

/// The sample service with everything that a service can have, called by events as AWS documents
/// them.
@Suite struct AccountingEventTests {
  /// A REST API's event behind a Lambda authorizer, with all the members of
  /// [the input of a Lambda proxy](https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format).
  private static let restAPI = """
    {"resource": "/expenses", "path": "/expenses", "httpMethod": "POST",
     "headers": {"Accept": "*/*", "content-type": "application/json", "Host": "api.example.com",
       "X-Forwarded-For": "203.0.113.7, 198.51.100.2"},
     "multiValueHeaders": {"Accept": ["*/*"], "content-type": ["application/json"],
       "Host": ["api.example.com"], "X-Forwarded-For": ["203.0.113.7, 198.51.100.2"]},
     "queryStringParameters": null, "multiValueQueryStringParameters": null,
     "pathParameters": null, "stageVariables": {"table": "expenses"},
     "requestContext": {"accountId": "111122223333", "resourceId": "a1b2c3", "stage": "prod",
       "domainName": "api.example.com", "domainPrefix": "api", "requestId": "r-1",
       "extendedRequestId": "x-1", "protocol": "HTTP/1.1",
       "identity": {"cognitoIdentityPoolId": null, "accountId": null, "cognitoIdentityId": null,
         "caller": null, "apiKey": null, "accessKey": null, "sourceIp": "203.0.113.7",
         "cognitoAuthenticationType": null, "cognitoAuthenticationProvider": null,
         "userArn": null, "userAgent": "curl/8.5.0", "user": null},
       "authorizer": {"principalId": "ada", "integrationLatency": 12},
       "resourcePath": "/expenses", "path": "/prod/expenses", "httpMethod": "POST",
       "requestTime": "24/Nov/2026:02:00:00 +0000", "requestTimeEpoch": 1795485600000,
       "apiId": "abc123"},
     "body": "{\\"title\\": \\"Hotel\\", \\"amount\\": 178}", "isBase64Encoded": false}
    """

  /// An HTTP API's event without authorizer, with all the members of
  /// [format 2.0](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
  private static let httpAPI = """
    {"version": "2.0", "routeKey": "$default", "rawPath": "/categories", "rawQueryString": "",
     "headers": {"accept": "*/*", "host": "abc123.execute-api.eu-west-1.amazonaws.com",
       "user-agent": "curl/8.5.0", "x-forwarded-for": "203.0.113.7"},
     "requestContext": {"accountId": "111122223333", "apiId": "abc123",
       "domainName": "abc123.execute-api.eu-west-1.amazonaws.com", "domainPrefix": "abc123",
       "http": {"method": "GET", "path": "/categories", "protocol": "HTTP/1.1",
         "sourceIp": "203.0.113.7", "userAgent": "curl/8.5.0"},
       "requestId": "r-1=", "routeKey": "$default", "stage": "$default",
       "time": "24/Nov/2026:02:00:00 +0000", "timeEpoch": 1795485600000},
     "isBase64Encoded": false}
    """

  /// The event of a
  /// [Lambda authorizer](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-lambda-authorizer-input.html)
  /// of type `TOKEN`.
  private static let authorizer = """
    {"type": "TOKEN", "authorizationToken": "Bearer auditor-on-this-machine",
     "methodArn": "arn:aws:execute-api:eu-west-1:111122223333:abc123/prod/GET/expenses"}
    """

  /// What the service answers to `event`, sent at the prompt as it is.
  private func answer(to event: String) async throws -> JSONValue {
    let service = Program.package.appending(path: "sessions/services/accounting.swift").path
    let script = "load \(service)\nINVOKE accounting \(event.split(separator: "\n").joined())\n"
    let result = try await Program.run([], input: script)
    #expect(result.status == 0, "\(result.error)")
    let text = result.output.drop { $0 != "\n" }
    return try JSONReader.read(String(text))
  }

  @Test func `A REST API's event is served`() async throws {
    try await Program.prepareServices()
    let answer = try await answer(to: Self.restAPI)
    #expect(answer["statusCode"] == 201)
    #expect(answer["body"]?.stringValue?.contains(#""title":"Hotel","amount":178"#) == true)
    #expect(answer["headers"]?["Location"] == "/expenses/1")
  }

  @Test func `An HTTP API's event is served`() async throws {
    try await Program.prepareServices()
    let answer = try await answer(to: Self.httpAPI)
    #expect(answer["statusCode"] == 200)
    #expect(answer["body"] == #"["travel","meals","equipment"]"#)
    #expect(answer["multiValueHeaders"] == nil)
  }

  @Test func `API Gateway is told what a caller may do`() async throws {
    try await Program.prepareServices()
    let answer = try await answer(to: Self.authorizer)
    #expect(answer["principalId"] == "auditor")
    let statement = answer["policyDocument"]?["Statement"]?[0]
    #expect(statement?["Effect"] == "Allow")
    let resources = JSONWriter.compact(statement?["Resource"] ?? .null)
    #expect(
      resources.contains(
        "arn:aws:execute-api:eu-west-1:111122223333:abc123/prod/GET/expenses"))
  }
}
