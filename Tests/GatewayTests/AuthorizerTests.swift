import Gateway
import JSON
import ServiceModel
import Testing

/// What the authorizer is asked, and what its policies do.
@Suite struct AuthorizerTests {
  /// A service with an authorizer.
  static var sites: [Site] {
    var service = TestGateway.inventory
    service.hasAuthorizer = true
    return [Site("inventory", service)]
  }

  /// A request with the token `token`.
  static func request(_ path: String = "/stock/A-1", token: String? = "t1") -> GatewayRequest {
    GatewayRequest(
      "GET", path, headers: Headers(token.map { [("Authorization", $0)] } ?? []))
  }

  /// An answer of an authorizer, whose policy has one statement.
  static func policy(
    _ effect: String, _ resource: String, context: String = "{}"
  ) -> FunctionOutcome {
    .json(
      """
      {"principalId": "me", "context": \(context), "policyDocument": {"Version": "2012-10-17",
        "Statement": [{"Action": "execute-api:Invoke", "Effect": "\(effect)",
          "Resource": "\(resource)"}]}}
      """)
  }

  /// All methods of the API.
  static let all = "arn:aws:execute-api:eu-west-1:000000000000:local/dev/*"

  @Test func `a signed request needs no authorizer, one with a token asks it all the same`() throws
  {
    var settings = GatewaySettings()
    settings.userARN = "arn:aws:iam::000000000000:user/ada"
    var test = TestGateway(Self.sites)
    test.gateway = Gateway(Self.sites, settings)
    let event = try test.event(Self.request(token: nil))
    #expect(
      event["requestContext"]?["identity"]?["userArn"] == "arn:aws:iam::000000000000:user/ada")
    let question = try test.event(Self.request())
    #expect(question["type"] == "REQUEST")
    #expect(question["requestContext"]?["identity"]?["userArn"] == .null)
  }

  @Test(arguments: [nil, ""])
  func `a request without a token is unauthorized, and nobody is asked`(_ token: String?) throws {
    var test = TestGateway(Self.sites)
    let answer = try test.answer(Self.request(token: token))
    #expect(answer.status == 401)
    #expect(answer.text == #"{"message":"Unauthorized"}"#)
    #expect(answer.headers["x-amzn-errortype"] == "UnauthorizedException")
  }

  /// See the [input of a Lambda authorizer][input].
  ///
  /// [input]: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
  @Test func `the authorizer gets the request without its body`() throws {
    var test = TestGateway(Self.sites)
    let event = try JSONReader.read(utf8: try test.call(Self.request("/stock/A-1?a=1")).event)
    #expect(event["type"] == "REQUEST")
    #expect(
      event["methodArn"] == "arn:aws:execute-api:eu-west-1:000000000000:local/dev/GET/stock/A-1")
    #expect(event["resource"] == "/stock/{sku}")
    #expect(event["headers"]?["Authorization"] == "t1")
    #expect(event["queryStringParameters"] == ["a": "1"])
    #expect(event["pathParameters"] == ["sku": "A-1"])
    #expect(event["requestContext"]?["authorizer"] == nil)
    #expect(event["body"] == nil)
  }

  @Test func `the function is told what the authorizer said, as texts`() throws {
    var test = TestGateway(Self.sites)
    let call = try test.call(Self.request())
    let outcome = Self.policy(
      "Allow", Self.all, context: #"{"role": "admin", "age": 7, "big": true}"#)
    guard case .call(let next) = test.gateway.resume(call, with: outcome, at: test.now) else {
      throw Unexpected("an answer")
    }
    let context = try JSONReader.read(utf8: next.event)["requestContext"]
    #expect(
      context?["authorizer"]
        == [
          "principalId": "me", "integrationLatency": 0, "role": "admin", "age": "7",
          "big": "true",
        ])
  }

  @Test(
    arguments: [
      (policy("Deny", all), 403, "AccessDeniedException", "an explicit deny"),
      (
        policy("Allow", "arn:aws:execute-api:*/POST/*"), 403, "AccessDeniedException", #""Message""#
      ),
      (
        .error(type: "Error", message: "Unauthorized"), 401, "UnauthorizedException", "Unauthorized"
      ),
      (.error(type: "Error", message: "broken"), 500, "AuthorizerFailureException", "null"),
      (.timeout, 500, "AuthorizerFailureException", "null"),
      (.json(#"{"principalId": "me"}"#), 500, "AuthorizerConfigurationException", "null"),
      (.json("no"), 500, "AuthorizerConfigurationException", "null"),
      (
        policy("Allow", all, context: #"{"a": []}"#), 500, "AuthorizerConfigurationException",
        "null"
      ),
      (policy("Maybe", all), 500, "AuthorizerConfigurationException", "null"),
    ] as [(FunctionOutcome, Int, String, String)])
  func `other answers of the authorizer are refusals`(
    _ outcome: FunctionOutcome, _ status: Int, _ type: String, _ text: String
  ) throws {
    var test = TestGateway(Self.sites)
    let answer = try test.answer(Self.request(), when: outcome)
    #expect(answer.status == status)
    #expect(answer.headers["x-amzn-errortype"] == type)
    #expect(answer.text.contains(text), "\(answer.text)")
  }

  @Test func `what was said of a token counts for five minutes and for all methods`() throws {
    var test = TestGateway(Self.sites)
    let only = "arn:aws:execute-api:*:*:*/*/GET/stock/A-*"
    let call = try test.call(Self.request())
    _ = test.gateway.resume(call, with: Self.policy("Allow", only), at: test.now)
    #expect(try test.event(Self.request("/stock/A-2"))["requestContext"]?["authorizer"] != nil)
    #expect(try test.answer(Self.request("/stock/B-1")).status == 403)
    #expect(try test.event(Self.request(token: "t2"))["type"] == "REQUEST")
    test.now.milliseconds += 299_999
    #expect(try test.event(Self.request())["type"] == nil)
    test.now.milliseconds += 1
    #expect(try test.event(Self.request())["type"] == "REQUEST")
  }

  @Test func `a service that is loaded again is asked anew`() throws {
    var test = TestGateway(Self.sites)
    let call = try test.call(Self.request())
    _ = test.gateway.resume(call, with: Self.policy("Allow", Self.all), at: test.now)
    test.gateway.replace(Self.sites[0])
    #expect(try test.event(Self.request())["type"] == "REQUEST")
  }

  @Test func `public routes ask nobody`() throws {
    var test = TestGateway(Self.sites)
    #expect(try test.event(Self.request("/health", token: nil))["type"] == nil)
  }

  @Test(arguments: [
    ("*", "anything/at/all", true), ("a*c", "abbc", true), ("a*c", "abcd", false),
    ("a?c", "abc", true), ("a?c", "ac", false), ("*/GET/*", "x/GET/y", true),
    ("*ab*ab", "abxab", true), ("", "", true), ("", "a", false), ("a**", "a", true),
  ])
  func `policies have wildcards`(_ pattern: String, _ resource: String, _ fits: Bool) throws {
    var test = TestGateway(Self.sites)
    let arn = "arn:aws:execute-api:eu-west-1:000000000000:local/dev/GET/files/"
    let request = Self.request("/files/" + (resource.isEmpty ? "-" : resource))
    let wanted = resource.isEmpty ? pattern + "-" : pattern
    let call = try test.call(request)
    let step = test.gateway.resume(
      call, with: Self.policy("Allow", arn + wanted), at: test.now)
    if case .call = step { #expect(fits) } else { #expect(!fits) }
  }

  @Test func `a denial counts more than any permission`() throws {
    var test = TestGateway(Self.sites)
    let outcome = FunctionOutcome.json(
      """
      {"principalId": "me", "policyDocument": {"Statement": [
        {"Action": ["EXECUTE-API:*"], "Effect": "Allow", "Resource": ["*"]},
        {"Action": "execute-api:*", "Effect": "Deny", "Resource": ["*/GET/stock/A-1"]},
        {"Action": "s3:*", "Effect": "Deny", "Resource": "*"}]}}
      """)
    #expect(try test.answer(Self.request(), when: outcome).text.contains("explicit deny"))
    let call = try test.call(Self.request("/stock/A-2", token: "t2"))
    guard case .call = test.gateway.resume(call, with: outcome, at: test.now) else {
      throw Unexpected("an answer")
    }
  }

  @Test func `browsers of allowed sites can ask, and can read the gateway's errors`() throws {
    var service = TestGateway.inventory
    service.hasAuthorizer = true
    service.cors = CORS(origins: ["https://shop.example"])
    var test = TestGateway([Site("inventory", service)])
    let origin = ("Origin", "https://shop.example")
    let ask = GatewayRequest(
      "OPTIONS", "/stock/A-1", headers: Headers([origin, ("Access-Control-Request-Method", "GET")]))
    let event = try test.event(ask)
    #expect(event["httpMethod"] == "OPTIONS")
    #expect(event["type"] == nil)
    for path in ["/stock/A-1", "/nowhere"] {
      let answer = try test.answer(GatewayRequest("GET", path, headers: Headers([origin])))
      #expect(answer.headers["access-control-allow-origin"] == "https://shop.example")
    }
    let stranger = GatewayRequest(
      "GET", "/nowhere", headers: Headers([("Origin", "https://bad.example")]))
    #expect(try test.answer(stranger).headers["access-control-allow-origin"] == nil)
  }
}
