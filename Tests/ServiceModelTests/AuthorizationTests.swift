import JSON
import ServiceModel
import Synchronization
import Testing

/// How a caller comes to a service.
enum CallerKind: String, CaseIterable, Sendable {
  case workflow, iamREST, iamHTTP, lambdaREST, lambdaHTTP, jwt, anonymousREST, anonymousURL

  /// The event of a call of `GET` at `path`.
  func event(_ path: String, authorization: String? = nil) -> JSONValue {
    let headers: JSONValue = authorization.map { ["Authorization": .string($0)] } ?? [:]
    let isVersion2 = [.iamHTTP, .lambdaHTTP, .jwt, .anonymousURL].contains(self)
    return isVersion2
      ? [
        "version": "2.0", "rawPath": .string(path), "rawQueryString": "", "headers": headers,
        "requestContext": context(["method": "GET", "path": .string(path), "sourceIp": "10.0.0.1"]),
      ]
      : [
        "httpMethod": "GET", "path": .string(path), "headers": headers,
        "requestContext": context(nil),
      ]
  }

  /// The request context, with `http` in format 2.0.
  private func context(_ http: JSONValue?) -> JSONValue {
    var members: [(String, JSONValue)] = http.map { [("http", $0), ("stage", "$default")] } ?? []
    switch self {
    case .workflow: members.append(("identity", ["caller": "states.amazonaws.com"]))
    case .iamREST: members.append(("identity", ["userArn": "arn:aws:iam::1:user/ada"]))
    case .iamHTTP:
      members.append(("authorizer", ["iam": ["userArn": "arn:aws:iam::1:user/ada"]]))
    case .lambdaREST: members.append(("authorizer", ["principalId": "ada", "level": "1"]))
    case .lambdaHTTP: members.append(("authorizer", ["lambda": ["level": "1"]]))
    case .jwt: members.append(("authorizer", ["jwt": ["claims": ["sub": "ada"]]]))
    case .anonymousREST:
      members.append(("identity", ["userArn": .null, "caller": .null, "sourceIp": "10.0.0.1"]))
    case .anonymousURL: break
    }
    return .object(members.map { (key: $0.0, value: $0.1) })
  }

  /// Whether AWS or an authorizer of API Gateway vouches for the caller.
  var isKnown: Bool { ![.anonymousREST, .anonymousURL].contains(self) }
}

/// A log that tests can read.
final class TestLog: Sendable {
  private let lines = Mutex<[String]>([])

  /// The lines.
  var text: String { lines.withLock { $0.joined(separator: "\n") } }

  /// The context of an invocation that writes to the log.
  var context: InvocationContext {
    InvocationContext(log: { line in self.lines.withLock { $0.append(line) } })
  }
}

struct AuthorizationTests {
  /// An error that is not meant for callers.
  struct KeysLost: Error {}

  /// A service with a public route and two others, and `authorizer`.
  static func service(_ authorizer: ServiceDefinition.Authorizer? = nil) -> ServiceDefinition {
    var service = ServiceDefinition(
      ServiceDescription(name: "stock"), errorDomain: "Stock", authorizer: authorizer)
    let item = Route(.get, "/stock/{sku}", parameters: [Parameter("sku", in: .path)])
    for route in [item, Route(.get, "/stock/latest"), Route(.get, "/", isPublic: true)] {
      service.add(route) { call in
        ServiceResponse(body: .json(.string("\(call.request.caller)")))
      }
    }
    return service
  }

  /// What the answer to `event` says: its status, and the name and message of an error.
  private func status(
    _ service: ServiceDefinition, _ event: JSONValue, log: TestLog = TestLog()
  ) async -> (Int, String) {
    switch await service.handle(event: event, context: log.context) {
    case .answer(let answer):
      let response = ServiceResponse(httpAnswer: answer)
      return (response.status, response.value?["message"]?.stringValue ?? "")
    case .error(let type, let message): return (Int(type.suffix(3)) ?? 0, message)
    }
  }

  @Test(arguments: CallerKind.allCases)
  func `Who is known may call every route of a service without authorizer, others the public ones`(
    kind: CallerKind
  ) async {
    let open = await status(Self.service(), kind.event("/"))
    #expect(open.0 == 200)
    let closed = await status(Self.service(), kind.event("/stock/A-1"))
    #expect(closed.0 == (kind.isKnown ? 200 : 403))
  }

  @Test(arguments: CallerKind.allCases)
  func `Only of those who are not known the authorizer decides, and not of public routes`(
    kind: CallerKind
  ) async {
    let service = Self.service { _ in throw KeysLost() }
    let open = await status(service, kind.event("/"))
    #expect(open.0 == 200)
    let other = await status(service, kind.event("/stock/A-1"))
    #expect(other.0 == (kind.isKnown ? 200 : 500))
  }

  @Test func `The log says what opens a route that nobody may call`() async {
    let log = TestLog()
    let answer = await status(Self.service(), CallerKind.anonymousREST.event("/stock/A"), log: log)
    #expect(answer.1 == "GET /stock/{sku} is not public and the service has no authorizer")
    #expect(log.text.contains("mark it @Entry(.public)"))
    #expect(log.text.contains("func authorize(_ request: AuthorizationRequest)"))
  }

  @Test(
    arguments: [
      (.all, "/stock/A", "Bearer x", 200), (.all, "/stock/A", nil, 200),
      (.none, "/stock/A", "Bearer x", 403), (.none, "/stock/A", nil, 401),
      (.none, "/", nil, 200),
      (.routes("GET /stock/{sku}"), "/stock/A", "x", 200),
      (.routes("GET /stock/{sku}"), "/stock/latest", "x", 403),
      (.routes("/stock/A"), "/stock/A", "x", 200), (.routes("/stock/A"), "/stock/B", "x", 403),
      (.routes("POST /stock/{sku}"), "/stock/A", "x", 403),
      (.routes("/stock/*"), "/stock/latest", "x", 200), (.all, "/nothing", "x", 404),
    ] as [(Authorization, String, String?, Int)])
  func `The authorizer decides`(
    decision: Authorization, path: String, header: String?, expected: Int
  ) async {
    let service = Self.service { _ in decision }
    for kind in [CallerKind.anonymousREST, .anonymousURL] {
      let answer = await status(service, kind.event(path, authorization: header))
      #expect(answer.0 == expected)
    }
  }

  @Test(
    arguments: [
      (HTTPError.unauthorized("who?"), 401, "who?"), (HTTPError.forbidden("no"), 403, "no"),
      (HTTPError.notFound("?"), 500, "the service's authorizer failed; its log has the details"),
      (KeysLost(), 500, "the service's authorizer failed; its log has the details"),
    ] as [(any Error, Int, String)])
  func `An error of the authorizer is told only if it is meant so`(
    error: any Error, expected: Int, message: String
  ) async {
    let log = TestLog()
    let service = Self.service { _ in throw error }
    let answer = await status(service, CallerKind.anonymousURL.event("/stock/A"), log: log)
    #expect(answer == (expected, message))
    #expect(log.text.isEmpty == (expected != 500))
  }

  @Test func `The authorizer sees the call`() async {
    let seen = Mutex<AuthorizationRequest?>(nil)
    let service = Self.service { request in
      seen.withLock { $0 = request }
      return .all(principalID: "ada", context: ["level": "2"])
    }
    let event = CallerKind.anonymousURL.event("/stock/A", authorization: "Basic  YTpi")
    let answer = await service.handle(event: event)
    let request = seen.withLock { $0 }
    let expected = AuthorizationRequest(
      .get, "/stock/A", route: "GET /stock/{sku}", headers: ["Authorization": "Basic  YTpi"],
      sourceIP: "10.0.0.1")
    #expect(request == expected)
    #expect(request?.scheme == "Basic")
    #expect(request?.token == "YTpi")
    let json = answer.json
    let caller = "\(ServiceRequest.Caller.authorized(principalID: "ada", context: ["level": "2"]))"
    #expect(ServiceResponse(httpAnswer: json).value == .string(caller))
  }

  @Test(
    arguments: [
      ("Bearer abc", "Bearer", "abc"), ("abc", nil, "abc"), ("Token  a b", "Token", "a b"),
      ("", nil, ""), (nil, nil, nil),
    ] as [(String?, String?, String?)])
  func `A token is what is behind the scheme`(header: String?, scheme: String?, token: String?) {
    let headers = Headers(header.map { [("authorization", $0)] } ?? [])
    let request = AuthorizationRequest(.get, "/", headers: headers)
    #expect(request.scheme == scheme)
    #expect(request.token == token)
  }
}
