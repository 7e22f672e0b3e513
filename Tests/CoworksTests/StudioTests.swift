import Coworks
import JSON
import LambdaRuntime
import Testing

struct StudioTests {
  /// The answer of the studio to a call.
  private func call(
    _ method: HTTPMethod, _ path: String, query: [ServiceRequest.QueryItem] = [],
    headers: Headers = Headers(), body: MessageBody = .none,
    caller: ServiceRequest.Caller = .anonymous, context: InvocationContext = InvocationContext()
  ) async throws -> ServiceResponse {
    let request = ServiceRequest(
      method, path, query: query, headers: headers, body: body, caller: caller, stage: "prod")
    return try await Studio().definition.respond(to: request, context: context)
  }

  @Test func `A file is a part of a form`() async throws {
    let answer = try await call(
      .post, "/pictures",
      body: MultipartWriter.body(of: [
        FormField("title", "A"), FormField("picture", File([1, 2, 3], name: "a.png")),
        FormField("stickers", File([4])), FormField("stickers", File([5])),
      ]))
    #expect(answer.value == ["title": "A", "size": 5, "type": "image/png"])
  }

  @Test func `A file whose content is no Base64 is named`() async throws {
    let body: JSONValue = ["title": "A", "picture": ["content": "*"]]
    let answer = try await call(.post, "/pictures", body: .json(body), caller: .workflow)
    #expect(answer.status == 400)
    #expect(answer.value?["message"] == "picture.content: expected Base64")
  }

  @Test func `A file is a whole body, and an answer`() async throws {
    let body = MessageBody.bytes([0, 255], type: "image/gif")
    let answer = try await call(.put, "/raw", body: body)
    #expect(answer == ServiceResponse(body: body))
    let named = try await call(.get, "/picture", query: [.init("name", "ü.png")])
    #expect(named.headers["x-pages"] == "1")
    #expect(
      named.headers["content-disposition"]
        == "attachment; filename=\"_.png\"; filename*=UTF-8''%C3%BC.png")
    #expect(named.body == .bytes([1, 2], type: "image/png"))
    #expect(
      named.workflowAnswer == ["name": "ü.png", "contentType": "image/png", "content": "AQI="])
  }

  @Test func `A route asks who calls, without parameters`() async throws {
    let context = InvocationContext(requestID: "r-1")
    let workflow = try await call(.get, "/caller", caller: .workflow, context: context)
    #expect(workflow.value == ["who": "workflow", "id": "r-1"])
    let iam = try await call(.get, "/caller", caller: .iam(arn: "arn:x"))
    #expect(iam.value == ["who": "arn:x"])
    let ada = try await call(.get, "/caller", headers: ["Authorization": "Bearer ada"])
    #expect(ada.value == ["who": "ada", "tenant": "x", "stage": "prod"])
    let claims: JSONValue = ["jwt": ["claims": ["sub": "bob", "level": 3]]]
    let bob = try await call(
      .get, "/caller", caller: .authorized(principalID: "bob", context: claims))
    #expect(bob.value?["who"] == "bob")
    #expect(bob.value?["level"] == "3")
    #expect(Invocation.current == nil)
  }

  @Test func `The time that is left ends at none`() {
    func remaining(_ deadline: ContinuousClock.Instant?) -> Duration? {
      Invocation(ServiceRequest(.get, "/"), InvocationContext(deadline: deadline)).remainingTime
    }
    #expect(remaining(nil) == nil)
    #expect(remaining(.now - .seconds(1)) == .zero)
    #expect((.seconds(3500)...(.seconds(3600))).contains(remaining(.now + .seconds(3600)) ?? .zero))
  }

  @Test func `A variable that is missing or wrong is told to the log alone`() async throws {
    ProcessEnvironment["STUDIO_LIMIT"] = "7"
    ProcessEnvironment["STUDIO_WORD"] = "secret"
    let limit = try await call(.get, "/setting", query: [.init("name", "STUDIO_LIMIT")])
    #expect(limit.value == 7)
    for (name, text) in [
      ("STUDIO_NOTHING", "the environment variable STUDIO_NOTHING is not set"),
      ("STUDIO_WORD", "the environment variable STUDIO_WORD is set, but to no Int"),
    ] {
      let (log, lines) = AsyncStream.makeStream(of: String.self)
      let answer = try await call(
        .get, "/setting", query: [.init("name", .string(name))],
        context: InvocationContext(log: { lines.yield($0) }))
      lines.finish()
      #expect(answer.status == 500)
      #expect(answer.value?["message"]?.stringValue?.contains("STUDIO") == false)
      #expect(await log.reduce(into: []) { $0.append($1) } == [text])
    }
    #expect(Environment["STUDIO_NOTHING"] == nil)
    #expect(try Environment.value("STUDIO_NOTHING", default: 3) == 3)
    #expect(try Environment.value("STUDIO_LIMIT", default: 3) == 7)
    #expect(throws: VariableError.invalid("STUDIO_WORD", expected: "Bool")) {
      try Environment.value("STUDIO_WORD", default: true)
    }
  }
}
