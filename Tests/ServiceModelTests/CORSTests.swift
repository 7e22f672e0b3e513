import JSON
import ServiceModel
import Testing

struct CORSTests {
  /// The site that the service under test names.
  private static let site = "https://shop.example"

  /// The rules of a service that names its sites.
  private static let strict = CORS(
    origins: [site, "https://other.example"], methods: [.get], headers: ["X-Key"],
    exposedHeaders: ["X-Count", "X-Page"], maxAge: .seconds(600), allowsCredentials: true)

  /// The answer of a service with the rules `cors` to a call from a page of `origin`.
  private func call(
    _ cors: CORS, _ method: HTTPMethod, _ path: String, origin: String? = site,
    asks: String? = nil, caller: ServiceRequest.Caller = .anonymous
  ) async -> ServiceResponse {
    var service = AuthorizationTests.service()
    service.description.cors = cors
    var headers = Headers()
    headers["Origin"] = origin
    headers["Access-Control-Request-Method"] = asks
    return await service.respond(
      to: ServiceRequest(method, path, headers: headers, caller: caller))
  }

  /// The headers of `response` about CORS, by the part of their names that differs.
  private func headers(_ response: ServiceResponse) -> [String: String] {
    let names = response.headers.names.filter { $0.hasPrefix("Access-Control-") || $0 == "Vary" }
    return Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name.replacing("Access-Control-", with: ""), response.headers[name] ?? "")
      })
  }

  @Test func `A browser's question is answered without an authorizer`() async {
    let answer = await call(Self.strict, .options, "/stock/A", asks: "GET")
    #expect(answer.status == 204)
    #expect(answer.body == .none)
    #expect(
      headers(answer) == [
        "Allow-Origin": Self.site, "Allow-Credentials": "true", "Allow-Methods": "GET",
        "Allow-Headers": "X-Key", "Max-Age": "600", "Expose-Headers": "X-Count, X-Page",
        "Vary": "Origin",
      ])
  }

  @Test func `What is not said is what a path has and what most pages send`() async {
    let answer = await call(CORS(origins: .any), .options, "/stock/A", asks: "PUT")
    #expect(
      headers(answer) == [
        "Allow-Origin": "*", "Allow-Methods": "GET",
        "Allow-Headers":
          "Authorization, Content-Type, X-Amz-Date, X-Amz-Security-Token, X-Api-Key",
      ])
  }

  @Test func `A site that is not named is told nothing`() async {
    let question = await call(
      Self.strict, .options, "/stock/A", origin: "https://evil.example", asks: "GET")
    #expect(question.status == 204)
    #expect(headers(question) == ["Vary": "Origin"])
    let answer = await call(Self.strict, .get, "/", origin: "https://evil.example")
    #expect(answer.status == 200)
    #expect(headers(answer) == ["Vary": "Origin"])
  }

  @Test(
    arguments: [
      (CORS.off, .options, "/stock/A", "GET", 405), (strict, .options, "/nothing", "GET", 404),
      (strict, .options, "/stock/A", nil, 405),
    ] as [(CORS, HTTPMethod, String, String?, Int)])
  func `What is no browser's question is a call like others`(
    cors: CORS, method: HTTPMethod, path: String, asks: String?, status: Int
  ) async {
    let answer = await call(cors, method, path, asks: asks)
    #expect(answer.status == status)
  }

  @Test(
    arguments: [
      ("/", 200), ("/stock/A", 403), ("/nothing", 404), ("/stock/A/B/C", 404),
    ])
  func `Every answer has the headers, those of errors too`(path: String, status: Int) async {
    let answer = await call(Self.strict, .get, path)
    #expect(answer.status == status)
    #expect(
      headers(answer) == [
        "Allow-Origin": Self.site, "Allow-Credentials": "true",
        "Expose-Headers": "X-Count, X-Page", "Vary": "Origin",
      ])
    let open = await call(CORS(origins: .any), .get, path, origin: nil)
    #expect(headers(open) == ["Allow-Origin": "*"])
    let off = await call(.off, .get, path)
    #expect(headers(off) == [:])
  }

  @Test func `What an answer depends on besides is kept`() {
    var response = ServiceResponse(headers: ["vary": "Accept"])
    Self.strict.addHeaders(to: &response, for: ServiceRequest(.get, "/"))
    #expect(response.headers.values(of: "vary") == ["Accept, Origin"])
  }

  @Test func `A workflow is told nothing`() async {
    let answer = await call(Self.strict, .get, "/", caller: .workflow)
    #expect(headers(answer) == [:])
  }

  @Test(arguments: [strict, CORS.off, CORS(origins: .any), CORS(origins: ["x"], headers: [])])
  func `Rules survive the document`(cors: CORS) {
    let description = ServiceDescription(name: "x", cors: cors)
    #expect(ServiceDescription(openAPI: description.openAPI).cors == cors)
  }

  @Test func `A document cannot allow the credentials of every site`() {
    let cors = CORS(openAPI: ["origins": "*", "allowsCredentials": true])
    #expect(cors == CORS(origins: .any))
  }

  @Test func `Credentials are for sites that are named`() async {
    await #expect(processExitsWith: .failure) {
      _ = CORS(origins: .any, allowsCredentials: true)
    }
  }
}
