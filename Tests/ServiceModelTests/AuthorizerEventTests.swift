import JSON
import ServiceModel
import Testing

/// The service as a Lambda authorizer of API Gateway.
struct AuthorizerEventTests {
  /// The start of all ARNs of the stage.
  private static let stage = "arn:aws:execute-api:us-east-1:123456789012:abcdef123/test"

  /// A service that lets callers do what their token says.
  private static func service() -> ServiceDefinition {
    var service = AuthorizationTests.service { request in
      switch request.token {
      case "all": .all
      case "owner": .all(principalID: "ada", context: ["level": "1"])
      case "read": .routes("GET /stock/{sku}", "/admin/*", "OPTIONS /a/{b}/c")
      case "one": .routes("GET /stock/A-1")
      case "claims":
        .all(context: ["coworksRoutes": #"["/*"]"#, "principalId": "root", "level": "1"])
      case "more": .routes("GET /stock/A-1", context: ["coworksRoutes": #"["/*"]"#])
      case "typo": .routes("GTE /stock/{sku}")
      case "route": .routes(request.route ?? "/nowhere", principalID: request.path)
      case "query" where request.query["QueryString1"] == "queryValue1": .all
      case "401": throw HTTPError.unauthorized("who?")
      case "403": throw HTTPError.forbidden("no")
      case "500": throw AuthorizationTests.KeysLost()
      default: .none
      }
    }
    service.add(Route(.get, "/stock/{sku}/cost", parameters: [Parameter("sku", in: .path)])) { _ in
      ServiceResponse()
    }
    for method in [HTTPMethod.put, .get] {
      service.add(Route(method, "/admin/settings")) { _ in ServiceResponse() }
    }
    return service
  }

  /// The event of a TOKEN authorizer.
  ///
  /// As in https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
  static func tokenEvent(_ token: String, _ method: String = "GET/stock/A-1") -> JSONValue {
    [
      "type": "TOKEN", "authorizationToken": .string(token),
      "methodArn": .string("\(stage)/\(method)"),
    ]
  }

  /// A policy of one statement for each of `effects`.
  private static func policy(
    _ effects: [(String, [String])], principal: String = "user", context: JSONValue? = nil
  ) -> JSONValue {
    let statements = effects.map { effect, paths -> JSONValue in
      [
        "Action": "execute-api:Invoke", "Effect": .string(effect),
        "Resource": .array(paths.map { .string("\(stage)/\($0)") }),
      ]
    }
    var answer: [(key: String, value: JSONValue)] = [
      ("principalId", .string(principal)),
      ("policyDocument", ["Version": "2012-10-17", "Statement": .array(statements)]),
    ]
    if let context { answer.append(("context", context)) }
    return .object(answer)
  }

  @Test(
    arguments: [
      ("Bearer all", policy([("Allow", ["*"])])), ("all", policy([("Allow", ["*"])])),
      ("Bearer owner", policy([("Allow", ["*"])], principal: "ada", context: ["level": "1"])),
      ("Bearer nobody", policy([("Deny", ["*"])])), ("403", policy([("Deny", ["*"])])),
      (
        "typo",
        policy([("Deny", ["*"])], context: ["coworksRoutes": #"["GTE /stock/{sku}"]"#])
      ),
      (
        "read",
        policy(
          [("Allow", ["GET/stock/*", "GET/admin/*", "PUT/admin/*"])],
          context: [
            "coworksRoutes": #"["GET /stock/{sku}","/admin/*","OPTIONS /a/{b}/c"]"#
          ])
      ),
      (
        "one",
        policy(
          [("Allow", ["GET/stock/A-1"])], context: ["coworksRoutes": #"["GET /stock/A-1"]"#])
      ),
      (
        "route",
        policy(
          [("Allow", ["GET/stock/*"])], principal: "/stock/A-1",
          context: ["coworksRoutes": #"["GET /stock/{sku}"]"#])
      ),
    ] as [(String, JSONValue)])
  func `A TOKEN event is answered by a policy for all routes`(
    token: String, expected: JSONValue
  ) async {
    let outcome = await Self.service().handle(event: Self.tokenEvent(token))
    #expect(outcome == .answer(expected))
  }

  @Test func `The root is a path`() async {
    let outcome = await Self.service().handle(event: Self.tokenEvent("route", "GET/"))
    let context: JSONValue = ["coworksRoutes": #"["GET /"]"#]
    let expected = Self.policy([("Allow", ["GET/"])], principal: "/", context: context)
    #expect(outcome == .answer(expected))
  }

  @Test(
    arguments: [
      ("401", "Unauthorized", "Unauthorized"),
      ("500", "Http.500", "the service's authorizer failed; its log has the details"),
    ])
  func `What the authorizer cannot decide is a function error`(
    token: String, type: String, message: String
  ) async {
    let outcome = await Self.service().handle(event: Self.tokenEvent(token))
    #expect(outcome == .error(type: type, message: message))
  }

  @Test func `A service without authorizer lets nobody in`() async {
    let service = AuthorizationTests.service()
    let log = TestLog()
    let outcome = await service.handle(event: Self.tokenEvent("all"), context: log.context)
    #expect(outcome == .answer(Self.policy([("Deny", ["*"])])))
    #expect(log.text.contains("func authorize"))
  }

  /// The event of a REQUEST authorizer with the method and the token of the test.
  ///
  /// As in https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
  private static func requestEvent(_ token: String) -> JSONValue {
    [
      "type": "REQUEST", "methodArn": .string("\(stage)/GET/stock/latest"),
      "resource": "/stock/latest", "path": "/stock/latest", "httpMethod": "GET",
      "headers": [
        "X-AMZ-Date": "20170718T062915Z", "Accept": "*/*", "authorization": .string(token),
        "X-Forwarded-Port": "443", "X-Forwarded-Proto": "https",
      ],
      "queryStringParameters": ["QueryString1": "queryValue1"], "pathParameters": [:],
      "stageVariables": ["StageVar1": "stageValue1"],
      "requestContext": [
        "path": "/request", "accountId": "123456789012", "resourceId": "05c7jb", "stage": "test",
        "requestId": "...", "identity": ["apiKey": "...", "sourceIp": "..."],
        "resourcePath": "/request", "httpMethod": "GET", "apiId": "abcdef123",
      ],
    ]
  }

  @Test(
    arguments: [
      ("query", policy([("Allow", ["*"])])),
      (
        "route",
        policy(
          [("Allow", ["GET/stock/latest"])], principal: "/stock/latest",
          context: ["coworksRoutes": #"["GET /stock/latest"]"#])
      ),
      ("x", policy([("Deny", ["*"])])),
    ] as [(String, JSONValue)])
  func `A REQUEST event is answered by a policy`(token: String, expected: JSONValue) async {
    let outcome = await Self.service().handle(event: Self.requestEvent(token))
    #expect(outcome == .answer(expected))
  }

  /// The event of an HTTP API's authorizer in format 2.0 with the route and the token of the test.
  ///
  /// As in https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
  private static func event2(_ token: String, _ path: String) -> JSONValue {
    [
      "version": "2.0", "type": "REQUEST", "routeArn": .string("\(stage)/GET\(path)"),
      "identitySource": [.string(token)], "routeKey": "$default",
      "rawPath": .string("/test\(path)"), "rawQueryString": "QueryString1=queryValue1",
      "cookies": ["cookie1", "cookie2"], "headers": ["authorization": .string(token)],
      "queryStringParameters": ["QueryString1": "queryValue1"],
      "requestContext": [
        "accountId": "123456789012", "apiId": "abcdef123",
        "http": [
          "method": "GET", "path": .string("/test\(path)"), "protocol": "HTTP/1.1",
          "sourceIp": "IP", "userAgent": "agent",
        ], "requestId": "id", "routeKey": "$default", "stage": "test",
      ],
    ]
  }

  @Test(
    arguments: [
      ("owner", "/stock/A-1", true, ["level": "1", "principalId": "ada"]),
      ("nobody", "/stock/A-1", false, [:]),
      ("one", "/stock/A-1", true, ["coworksRoutes": #"["GET /stock/A-1"]"#]),
      ("one", "/stock/latest", false, ["coworksRoutes": #"["GET /stock/A-1"]"#]),
      ("one", "/other", false, ["coworksRoutes": #"["GET /stock/A-1"]"#]),
      ("all", "/other", true, [:]), ("claims", "/other", true, ["level": "1"]),
      ("more", "/stock/A-1", true, ["coworksRoutes": #"["GET /stock/A-1"]"#]),
      ("query", "/stock/A-1", true, [:]), ("403", "/stock/A-1", false, [:]),
    ] as [(String, String, Bool, JSONValue)])
  func `An HTTP API is told whether the call is let in`(
    token: String, path: String, isAuthorized: Bool, context: JSONValue
  ) async {
    let outcome = await Self.service().handle(event: Self.event2("Bearer \(token)", path))
    #expect(outcome == .answer(["isAuthorized": .bool(isAuthorized), "context": context]))
  }

  @Test func `What API Gateway lets through beyond the authorizer's routes is refused`() async {
    let service = Self.service()
    let authorizer: JSONValue = [
      "principalId": "ada", "level": "1", "coworksRoutes": #"["GET /stock/{sku}"]"#,
    ]
    for (path, status) in [("/stock/A", 200), ("/stock/latest", 403), ("/", 200)] {
      for context in [authorizer, ["lambda": authorizer]] {
        let event: JSONValue = [
          "httpMethod": "GET", "path": .string(path), "requestContext": ["authorizer": context],
        ]
        let answer = await service.handle(event: event).json
        #expect(answer["statusCode"]?.intValue == status)
        let text = answer["body"]?.stringValue ?? ""
        #expect(!text.contains("coworksRoutes"))
        #expect(text.contains("level") == (status == 200))
      }
    }
  }

  /// Whether IAM would allow the method `name` of the stage by `policy`.
  static func isAllowed(_ name: String, by policy: JSONValue) throws -> Bool {
    let statements = try #require(policy["policyDocument"]?["Statement"]?.arrayValue)
    let effects = statements.filter { statement in
      (statement["Resource"]?.arrayValue ?? []).contains {
        glob(Array($0.stringValue ?? "")[...], Array("\(stage)/\(name)")[...])
      }
    }.map { $0["Effect"]?.stringValue }
    return effects.contains("Allow") && !effects.contains("Deny")
  }

  /// Whether `text` fits `pattern`, in which a star stands for any text.
  private static func glob(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool
  {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
      return (0...text.count).contains { glob(pattern.dropFirst(), text.dropFirst($0)) }
    }
    return first == text.first && glob(pattern.dropFirst(), text.dropFirst())
  }
}
