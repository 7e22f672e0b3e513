import Coworks
import JSON
import Testing

struct ShopTests {
  /// The answer of `service` to a call of anyone, of the owner with a `token`.
  private func call(
    _ service: some TechMicroService, _ method: HTTPMethod, _ path: String, token: String? = nil,
    query: [ServiceRequest.QueryItem] = [], headers: [(String, String)] = []
  ) async throws -> ServiceResponse {
    let authorization = token.map { [("Authorization", "Bearer \($0)")] } ?? []
    let fields = (authorization + headers).map { (name: $0.0, value: $0.1) }
    let request = ServiceRequest(method, path, query: query, headers: Headers(fields))
    return try await service.definition.respond(to: request)
  }

  @Test(
    arguments: [
      ("/", nil, 200), ("/stock/A", nil, 401), ("/stock/A", "wrong", 403), ("/stock/A", "all", 200),
      ("/stock/A", "some", 200), ("/stock/latest", "some", 403), ("/shelves/7", "some", 200),
      ("/shelves/7", nil, 401), ("/shelves/7/color", nil, 200),
    ] as [(String, String?, Int)])
  func `The authorizer of a service decides about routes that are not public`(
    path: String, token: String?, status: Int
  ) async throws {
    let answer = try await call(Shop(), .get, path, token: token)
    #expect(answer.status == status)
  }

  // MARK: - Blueprints

  @Test func `A blueprint's routes have the mount's prefix, and its parameters`() async throws {
    let shelf = try await call(Shop(), .get, "/shelves/7", token: "all")
    #expect(shelf.value == [7])
    let wrong = try await call(Shop(), .get, "/shelves/x", token: "all")
    #expect(wrong.status == 400)
    #expect(wrong.value?["message"] == "shelf: expected an integer, got \"x\"")
    let color = try await call(Shop(), .get, "/shelves/x/color")
    #expect(color.value == "red")
    let routes = try Shop().definition.description.routes.suffix(2)
    #expect(routes.map(\.operationID) == ["shelvesShelfGet", "shelvesShelfGetColor"])
    #expect(
      routes.map(\.parameters) == [
        [Parameter("shelf", in: .path, schema: .integer)],
        [Parameter("shelf", in: .path, schema: .string)],
      ])
    #expect(routes.map(\.isPublic) == [false, true])
  }

  @Test func `A route that two types have is a mistake of the service`() throws {
    let error = #expect(throws: OutlineError.self) { try Crowded(at: "/a").definition }
    #expect(
      error?.description
        == "Crowded.getAByName (GET /a/{name}) and Crowd.getById (GET /a/{id}) are the same route")
    let other = #expect(throws: OutlineError.self) { try Crowded(at: "/b/{id}").definition }
    #expect(other?.description == "/b/{id} and GET /{id} both have the parameter id")
    let rest = #expect(throws: OutlineError.self) { try Crowded(at: "/b/{c+}").definition }
    #expect(
      rest?.description == "/b/{c+} cannot be in front of routes: {c+} leaves nothing for them")
  }

  @Test func `A blueprint that is mounted twice has operations of two names`() throws {
    let routes = try Crowded(at: "/b", "/B").definition.description.routes
    #expect(routes.map(\.operationID) == ["getAByName", "bGetById", "BGetById"])
    let alike = try Crowded(at: "/b", "/{b}").definition.description.routes
    #expect(alike.map(\.operationID) == ["getAByName", "bGetById", "bGetById2"])
  }

  @Test func `A blueprint that is an actor keeps its state as long as its service`() async throws {
    let service = try Crowded(at: "/b").definition
    for count in [2, 4] {
      let answer = await service.respond(to: ServiceRequest(.get, "/b/2", caller: .shell))
      #expect(answer.value?.intValue == count)
    }
  }

  // MARK: - Hooks

  @Test func `A hook may change what the route sees`() async throws {
    let answer = try await call(
      Shop(), .get, "/stock/latest", token: "all", headers: [("X-Sku", "B-2")])
    #expect(answer.value == "B-2")
  }

  @Test func `A hook may answer`() async throws {
    let answer = try await call(Shop(), .get, "/", headers: [("X-Maintenance", "1")])
    #expect(answer.status == 503)
    #expect(answer.value?["message"] == "later")
  }

  @Test func `A hook sees no call that is not let in`() async throws {
    let answer = try await call(Shop(), .get, "/stock/A", headers: [("X-Maintenance", "1")])
    #expect(answer.status == 401)
  }

  @Test func `The hook behind calls sees every answer, those of errors too`() async throws {
    let shop = Shop()
    var counts: [String?] = []
    for path in ["/", "/fail", "/nothing", "/stock/A"] {
      counts.append(try await call(shop, .get, path).headers["x-served"])
    }
    #expect(counts == ["1", "2", "3", "4"])
  }

  @Test func `The hook behind calls knows whom the authorizer has let in`() async throws {
    let owner = try await call(Shop(), .get, "/stock/A", token: "all")
    #expect(owner.headers["x-caller"] == "owner")
    let other = try await call(Shop(), .get, "/stock/A", token: "wrong")
    #expect(other.headers["x-caller"] == nil)
  }

  @Test func `Hooks run in order around the route`() async throws {
    let journal = Journal()
    let answer = try await call(journal, .get, "/entry/x", query: [.init("tag", ["a", "b"])])
    #expect(answer.status == 200)
    #expect(answer.value == "x a,b,c iam")
    _ = try await call(journal, .get, "/entry/bad")
    _ = try await call(journal, .get, "/nothing")
    #expect(
      await journal.lines == [
        "before GET /entry/{name}", "entry x", "after GET /entry/{name} 200",
        "before GET /entry/{name}", "entry bad", "after GET /entry/{name} 500", "after - 404",
      ])
  }

  // MARK: - Description

  @Test func `The description has access, function, CORS and authorizer`() throws {
    let description = try Shop().definition.description
    #expect(description.hasAuthorizer)
    #expect(description.function == FunctionConfiguration(memoryMegabytes: 512, timeoutSeconds: 20))
    #expect(description.cors == CORS(origins: ["https://shop.example"], maxAge: .seconds(600)))
    let open = description.routes.filter(\.isPublic).map(\.description)
    #expect(open == ["GET /", "GET /fail", "GET /shelves/{shelf}/color"])
    let copy = ServiceDescription(openAPI: description.openAPI)
    let order = { (a: Route, b: Route) in a.description < b.description }
    #expect(copy.routes.sorted(by: order) == description.routes.sorted(by: order))
    #expect(copy.cors == description.cors)
    #expect(copy.function == description.function)
    #expect(copy.hasAuthorizer)
  }
}

/// A service whose blueprint is mounted where the test says.
struct Crowded: TechMicroService {
  /// Where the blueprint is mounted.
  let prefixes: [String]

  init() { prefixes = [] }

  /// Creates the service.
  init(at prefixes: String...) { self.prefixes = prefixes }

  var blueprints: [Mount] { prefixes.map { Mount(Crowd(), at: $0) } }

  static var outline: ServiceOutline<Crowded> {
    var outline = ServiceOutline<Crowded>("Crowded")
    outline.add(
      .get, "/a/{name}", operation: "getAByName",
      parameters: [.path("name", String.self)]
    ) { _, arguments in try arguments.value("name", String.self) }
    return outline
  }
}

/// A blueprint of one route.
@Blueprint
actor Crowd {
  private var count = 0

  @Entry func get(_ id: Int) -> Int {
    count += id
    return count
  }
}

/// A service that notes what is done, in order.
@TechMicroService
actor Journal {
  /// What was done.
  private(set) var lines: [String] = []

  func before(_ request: inout Request) throws {
    lines.append("before \(request.route ?? "-")")
    request.query["tag"] = (request.query.values(of: "tag") + ["c"]).joined(separator: ",")
  }

  func after(_ request: Request, _ answer: inout Answer) async {
    lines.append("after \(request.route ?? "-") \(answer.status)")
    guard answer.status == 200, let text = answer.body.text else { return }
    answer.body = Body(text: "\(text) \(answer.body.contentType == nil ? "?" : "iam")")
  }

  @Entry(.public) func getEntry(_ name: String, tag: String) throws -> String {
    lines.append("entry \(name)")
    if name == "bad" { throw DiskFull() }
    return "\(name) \(tag)"
  }
}
