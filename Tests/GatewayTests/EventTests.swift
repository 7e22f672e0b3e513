import Gateway
import JSON
import ServiceModel
import Testing

/// The events that functions get.
@Suite struct EventTests {
  /// The event that AWS [documents][input], but for what names an account or an edge location.
  ///
  /// [input]: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
  @Test func `an event has the members of API Gateway's`() throws {
    var test = TestGateway()
    let event = try test.event(
      GatewayRequest(
        "GET", "/stock/A-1?a=1&b=x+y&a=%C3%A9",
        headers: Headers([
          ("Host", "localhost:8000"), ("User-Agent", "curl/8"), ("x-Tag", "1"), ("X-tag", "2"),
          ("Connection", "keep-alive"),
        ]), sourceIP: "10.0.0.7"))
    let expected = try JSONReader.read(
      """
      {"resource": "/stock/{sku}", "path": "/stock/A-1", "httpMethod": "GET",
       "headers": {
         "Host": "localhost:8000", "User-Agent": "curl/8", "x-Tag": "2",
         "X-Forwarded-For": "10.0.0.7",
         "X-Amzn-Trace-Id": "Root=1-552671f0-89abcdef0123456789abcdef",
         "X-Forwarded-Port": "80", "X-Forwarded-Proto": "http"},
       "multiValueHeaders": {
         "Host": ["localhost:8000"], "User-Agent": ["curl/8"], "x-Tag": ["1", "2"],
         "X-Forwarded-For": ["10.0.0.7"],
         "X-Amzn-Trace-Id": ["Root=1-552671f0-89abcdef0123456789abcdef"],
         "X-Forwarded-Port": ["80"], "X-Forwarded-Proto": ["http"]},
       "queryStringParameters": {"a": "é", "b": "x y"},
       "multiValueQueryStringParameters": {"a": ["1", "é"], "b": ["x y"]},
       "pathParameters": {"sku": "A-1"}, "stageVariables": null,
       "requestContext": {
         "resourceId": "local", "resourcePath": "/stock/{sku}", "httpMethod": "GET",
         "extendedRequestId": "0123456789abcde=", "requestTime": "09/Apr/2015:12:34:56 +0000",
         "path": "/stock/A-1", "accountId": "000000000000", "protocol": "HTTP/1.1",
         "stage": "dev", "domainPrefix": "local", "requestTimeEpoch": 1428582896000,
         "requestId": "01234567-89ab-cdef-0123-456789abcdef",
         "identity": {
           "cognitoIdentityPoolId": null, "accountId": null, "cognitoIdentityId": null,
           "caller": null, "sourceIp": "10.0.0.7", "principalOrgId": null, "accessKey": null,
           "cognitoAuthenticationType": null, "cognitoAuthenticationProvider": null,
           "userArn": null, "userAgent": "curl/8", "user": null},
         "domainName": "localhost:8000", "deploymentId": "local", "apiId": "local"},
       "body": null, "isBase64Encoded": false}
      """)
    #expect(event == expected)
  }

  /// As [recorded from AWS][record] by localstack for a proxy integration.
  ///
  /// [record]: https://github.com/localstack/localstack/blob/main/tests/aws/services/apigateway/test_apigateway_lambda.snapshot.json
  @Test(
    arguments: [
      ("/files/api/user/test%2Balias@gmail.com/plus/test+alias@gmail.com", nil),
      ("/files/path/", "path"),
      ("/stock/a%20b", "a%20b"),
      ("/stock/a/", "a"),
    ] as [(String, String?)])
  func `paths and their parameters keep their encoding`(
    _ path: String, _ parameter: String?
  ) throws {
    var test = TestGateway()
    let event = try test.event(GatewayRequest("GET", path))
    #expect(event["path"]?.stringValue == path)
    let found = event["pathParameters"]?.objectValue?.values.first?.stringValue
    #expect(found == parameter ?? String(path.dropFirst("/files/".count)))
  }

  /// From the same record, and the notes on REST APIs.
  @Test(arguments: [
    (
      "dateTimeOffset=2023-06-12T18:05:10.123456+00:00&email=test%2Balias@gmail.com",
      #"{"dateTimeOffset":["2023-06-12T18:05:10.123456 00:00"],"email":["test+alias@gmail.com"]}"#
    ),
    (
      "category=electronics&category=books&price=10&price=20&price=30",
      #"{"category":["electronics","books"],"price":["10","20","30"]}"#
    ),
    ("url=https://www.google.com/&flag", #"{"url":["https://www.google.com/"],"flag":[""]}"#),
    ("a=1;b=2", #"{"a":["1"],"b":["2"]}"#),
    ("&&=x&a==b", #"{"":["x"],"a":["=b"]}"#),
    ("a=%zz%4", #"{"a":["%zz%4"]}"#),
    ("", "null"),
  ])
  func `queries are decoded and repeated names are lists`(
    _ query: String, _ expected: String
  ) throws {
    var test = TestGateway()
    let event = try test.event(GatewayRequest("GET", "/stock/a?\(query)"))
    let parameters = try #require(event["multiValueQueryStringParameters"])
    #expect(JSONWriter.compact(parameters) == expected)
    let last = (parameters.objectValue?.members ?? []).map { $0.value.arrayValue?.last }
    let single = (event["queryStringParameters"]?.objectValue?.members ?? []).map(\.value)
    #expect(single == last.compactMap { $0 })
  }

  @Test(
    arguments: [
      (["*/*"], "application/json", #"{"a":1}"#, "eyJhIjoxfQ==", true),
      (["image/*"], "application/json", #"{"a":1}"#, #"{"a":1}"#, false),
      (["image/*"], "IMAGE/png; q=1", "abc", "YWJj", true),
      (["application/octet-stream"], nil, "x", "x", false),
      (["application/json"], nil, "x", "eA==", true),
      (["*/*"], "text/plain", "", nil, false),
    ] as [([String], String?, String, String?, Bool)])
  func `bodies of binary media types are Base64`(
    _ types: [String], _ type: String?, _ body: String, _ expected: String?, _ isBase64: Bool
  ) throws {
    var settings = GatewaySettings()
    settings.binaryMediaTypes = types
    var test = TestGateway()
    test.gateway = Gateway(test.gateway.services, settings)
    let headers = Headers(type.map { [("Content-Type", $0)] } ?? [])
    let event = try test.event(
      GatewayRequest("POST", "/reserve", headers: headers, body: Array(body.utf8)))
    #expect(event["body"]?.stringValue == expected)
    #expect(event["isBase64Encoded"] == .bool(isBase64))
  }

  @Test func `the address of the client is added to what proxies said`() throws {
    var test = TestGateway()
    let event = try test.event(
      GatewayRequest(
        "GET", "/stock/a",
        headers: Headers([("x-forwarded-for", "1.2.3.4"), ("X-Forwarded-Proto", "https")]),
        sourceIP: "10.0.0.7"))
    #expect(event["headers"]?["x-forwarded-for"] == "1.2.3.4, 10.0.0.7")
    #expect(event["headers"]?["X-Forwarded-Proto"] == "https")
  }

  @Test(arguments: [
    (0, "01/Jan/1970:00:00:00 +0000", "Thu, 01 Jan 1970 00:00:00 GMT"),
    (784_887_151_000, "15/Nov/1994:08:12:31 +0000", "Tue, 15 Nov 1994 08:12:31 GMT"),
    (1_709_164_800_999, "29/Feb/2024:00:00:00 +0000", "Thu, 29 Feb 2024 00:00:00 GMT"),
    (4_102_444_799_000, "31/Dec/2099:23:59:59 +0000", "Thu, 31 Dec 2099 23:59:59 GMT"),
  ])
  func `times are written as logs and HTTP have them`(
    _ milliseconds: Int64, _ log: String, _ http: String
  ) {
    let instant = Instant(milliseconds: milliseconds)
    #expect(instant.logText == log)
    #expect(instant.httpText == http)
  }
}
