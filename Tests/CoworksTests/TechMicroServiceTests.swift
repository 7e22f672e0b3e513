import Coworks
import JSON
import Testing

struct TechMicroServiceTests {
  /// The answer of `service` to a call.
  private func call(
    _ service: some TechMicroService, _ method: HTTPMethod, _ path: String,
    query: [ServiceRequest.QueryItem] = [], body: JSONValue? = nil
  ) async throws -> ServiceResponse {
    let request = ServiceRequest(
      method, path, query: query, body: body.map { .json($0) } ?? .none, caller: .shell)
    return try await service.definition.respond(to: request)
  }

  private static let ada: JSONValue = ["id": 1, "name": "Ada", "credit": 12.5, "level": "gold"]

  @Test func `A method's name is its route`() async throws {
    let ada = try await call(Directory(), .get, "/customers/1")
    #expect(ada == ServiceResponse(body: .json(Self.ada)))
    let root = try await call(Directory(), .get, "/")
    #expect(root.body == .text("directory", type: "text/plain; charset=utf-8"))
    let hello = try await call(Greeter(), .get, "/hello/B%20C")
    #expect(hello.value == ["text": "Hello, B C"])
  }

  @Test(
    arguments: [
      ([], 1), ([.init("name", "Ada")], 1), ([.init("name", "Bob")], 0),
      ([.init("levels", "gold")], 1), ([.init("levels", ["silver", "silver"])], 0),
    ] as [([ServiceRequest.QueryItem], Int)])
  func `Labelled parameters of a reading entry are in the query`(
    query: [ServiceRequest.QueryItem], count: Int
  ) async throws {
    let response = try await call(Directory(), .get, "/customers", query: query)
    #expect(response.value?.arrayValue?.count == count)
  }

  @Test func `The state of a service lives from call to call`() async throws {
    let directory = Directory()
    let response = try await call(directory, .post, "/customers", body: ["name": "Bob"])
    let bob: JSONValue = ["id": 2, "name": "Bob", "credit": 0]
    #expect(
      response
        == ServiceResponse(
          status: 201, headers: Headers([("Location", "/customers/2")]), body: .json(bob)))
    let put = try await call(directory, .put, "/customers/2", body: Self.ada)
    #expect(put == ServiceResponse(status: 204))
    let changed = try await call(directory, .get, "/customers/2")
    #expect(changed.value == Self.ada)
    let counter = Counter()
    _ = try await call(counter, .post, "/next")
    let second = try await call(counter, .post, "/next")
    #expect(second.value == 2)
  }

  @Test func `Defaults are the method's own`() async throws {
    let response = try await call(Directory(), .post, "/echo")
    #expect(response.value == ["ab", "-1"])
    let given = try await call(Directory(), .post, "/echo", body: ["text": "x", "repeat": 2])
    #expect(given.value == ["x", "2"])
  }

  @Test(
    arguments: [
      (.get, "/customers/9", nil, 404, "Http.404", "no customer 9"),
      (.get, "/customers/x", nil, 400, "Http.400", "id: expected an integer, got \"x\""),
      (.post, "/customers", ["name": "Ada"], 409, "Directory.NameTaken", "name taken"),
      (.post, "/customers", [:], 400, "Http.400", "name: missing, expected a string"),
      (
        .post, "/customers", ["name": "B", "level": "iron"], 400, "Http.400",
        "level: expected one of \"silver\"|\"gold\", got \"iron\""
      ),
      (.put, "/customers/1", ["id": 1], 400, "Http.400", "body.name: missing, expected a string"),
      (.put, "/customers/1", nil, 400, "Http.400", "body: missing, expected an object"),
      (
        .delete, "/customers/1", nil, 500, "Http.500",
        "internal error; the service's log has the details"
      ),
    ] as [(HTTPMethod, String, JSONValue?, Int, String, String)])
  func `Mistakes and failures are answers with a name`(
    method: HTTPMethod, path: String, body: JSONValue?, status: Int, name: String, message: String
  ) async throws {
    let response = try await call(Directory(), method, path, body: body)
    #expect(response.status == status)
    #expect(response.value == ["error": .string(name), "message": .string(message)])
  }

  @Test func `The description has types, defaults and documentation`() throws {
    let description = try Directory().definition.description
    #expect(description.name == "directory")
    #expect(description.summary == "Customers of the company.")
    #expect(
      description.routes.map { $0.signature(of: "directory") } == [
        "GET directory/customers/{id}",
        "GET directory/customers(name: string?, levels: array of \"silver\"|\"gold\" = [])",
        "POST directory/customers(name: string, credit: number = 0, "
          + "level: \"silver\"|\"gold\"?)",
        "PUT directory/customers/{id}(body: object)", "GET directory",
        "DELETE directory/customers/{id}",
        "POST directory/echo(text: string?, repeat: integer = -1)",
      ])
    let find = description.routes[0]
    #expect(find.summary == "One customer by number.")
    #expect(find.parameters[0].summary == "The number.")
    #expect(find.parameters[0].schema == .integer)
    let customer = Schema.object(
      Schema.Object([
        .init("id", .integer), .init("name", .string), .init("credit", .number),
        .init("level", .nullable(.enumeration(["silver", "gold"])), isRequired: false),
      ]))
    #expect(find.response == customer)
    let copy = ServiceDescription(openAPI: description.openAPI)
    let order = { (a: Route, b: Route) in a.description < b.description }
    #expect(copy.routes.sorted(by: order) == description.routes.sorted(by: order))
  }
}
