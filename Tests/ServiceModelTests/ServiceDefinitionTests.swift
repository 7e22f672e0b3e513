import JSON
import ServiceModel
import Testing

struct ServiceDefinitionTests {
  /// The value of the answer to a workflow's call.
  private func call(
    _ method: HTTPMethod, _ path: String, query: [ServiceRequest.QueryItem] = [],
    body: JSONValue? = nil
  ) async -> InvocationOutcome {
    let request = ServiceRequest(
      method, path, query: query, body: body.map { .json($0) } ?? .none)
    return await makePayments().handle(event: request.event(.workflow))
  }

  @Test func `Parameters are checked, converted and completed by defaults`() async {
    #expect(
      await call(.post, "/charge", body: ["amount": 2, "card": "ok"])
        == .answer(["amount": 2, "card": "ok", "tries": 1]))
    #expect(await call(.get, "/charges/7", query: [.init("tag", "a")]) == .answer([7, ["a"]]))
    #expect(
      await call(.get, "/charges/7", query: [.init("tag", ["a", 2])]) == .answer([7, ["a", "2"]]))
  }

  @Test(
    arguments: [
      ["httpMethod": "BREW", "path": "/charge", "requestContext": ["identity": [:]]],
      [
        "version": "2.0", "rawPath": "/charge",
        "requestContext": ["http": ["method": "PROPFIND", "path": "/charge"]],
      ],
    ] as [JSONValue])
  func `A method that HTTP clients made up is answered with status 405`(event: JSONValue) async {
    guard case .answer(let answer) = await makePayments().handle(event: event) else {
      Issue.record("a function error")
      return
    }
    #expect(answer["statusCode"] == 405)
    #expect(answer["body"]?.stringValue?.contains("is not known") == true)
  }

  @Test func `A method that a workflow made up is an error`() async {
    let outcome = await makePayments().handle(event: [
      "httpMethod": "BREW", "path": "/charge",
      "requestContext": ["identity": ["caller": "states.amazonaws.com"]],
    ])
    #expect(outcome == .error(type: "Http.405", message: "the method BREW is not known"))
  }

  @Test func `Literal segments are tried before parameters`() async {
    #expect(await call(.get, "/charges/latest") == .answer(.null))
  }

  @Test(
    arguments: [
      (.post, "/charge", ["card": "x"], "Http.400", "amount: missing, expected an integer"),
      (
        .post, "/charge", ["amount": "2", "card": "x"], "Http.400",
        "amount: expected an integer, got \"2\""
      ),
      (
        .post, "/charge", ["amount": 2, "card": "x", "z": 1], "Http.400",
        "z: unknown body member of POST /charge"
      ),
      (.post, "/charge", [1], "Http.400", "body: expected a JSON object, got [1]"),
      (.get, "/charges/x", .null, "Http.400", "id: expected an integer, got \"x\""),
      (.get, "/nothing", .null, "Http.404", "payments has no route GET /nothing"),
      (.get, "/charge", .null, "Http.405", "payments takes no GET at /charge, only POST"),
      (
        .post, "/charge", ["amount": 2, "card": "declined"], "Payments.Declined",
        "insufficient funds"
      ),
      (.post, "/charge", ["amount": 2, "card": "lost"], "Payments.CardLost", "card lost"),
      (
        .post, "/charge", ["amount": 2, "card": "disk"], "Http.500",
        "internal error; the service's log has the details"
      ),
    ] as [(HTTPMethod, String, JSONValue, String, String)])
  func `A workflow gets the error by name`(
    method: HTTPMethod, path: String, body: JSONValue, name: String, message: String
  ) async {
    let outcome = await call(method, path, body: body.isNull ? nil : body)
    #expect(outcome == .error(type: name, message: message))
  }

  @Test func `Over HTTP an error is an answer`() async throws {
    let request = ServiceRequest(
      .post, "/charge", body: .json(["amount": 2, "card": "declined"]),
      caller: .shell)
    let outcome = await makePayments().handle(event: request.event(.http))
    guard case .answer(let answer) = outcome else {
      Issue.record("no answer")
      return
    }
    let response = ServiceResponse(httpAnswer: answer)
    #expect(response.status == 402)
    #expect(response.value == ["error": "Payments.Declined", "message": "insufficient funds"])
    #expect(
      ServiceError(response)
        == ServiceError(status: 402, name: "Payments.Declined", "insufficient funds"))
  }

  @Test func `A resource with its parameters needs no path`() async {
    let event: JSONValue = [
      "httpMethod": "GET", "resource": "/charges/{id}", "pathParameters": ["id": 9],
      "requestContext": ["identity": ["caller": "states.amazonaws.com"]],
    ]
    #expect(await makePayments().handle(event: event) == .answer([9, .null]))
  }

  @Test func `An event that is no call is a function error`() async {
    let outcome = await makePayments().handle(event: ["source": "aws.s3"])
    #expect(
      outcome
        == .error(
          type: "Http.400", message: "the event is no HTTP call: it has no \"httpMethod\""))
  }
}
