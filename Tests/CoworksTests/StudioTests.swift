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

  @Test(
    arguments: [
      ["event": "push", "commits": [1, ["a": nil]]], [1, 2], "text", 7, false,
    ] as [JSONValue])
  func `A body may be any JSON`(json: JSONValue) async throws {
    let expected: JSONValue = ["got": json, "event": json["event"] ?? .null]
    let received = MessageBody.text(json.description, type: "application/json")
    #expect(try await call(.post, "/hook", body: received).value == expected)
    #expect(try await call(.post, "/hook", body: .json(json), caller: .workflow).value == expected)
  }

  @Test func `A body that may be any JSON must be there and be JSON`() async throws {
    let nothing = try await call(.post, "/hook")
    #expect(nothing.value?["message"] == "body: missing, expected any value")
    let broken = try await call(.post, "/hook", body: .text("{", type: "application/json"))
    #expect(broken.status == 400)
  }

  @Test func `A route asks for the call itself, as the service's hook has left it`() async throws {
    let plain = try await call(.get, "/signature", headers: ["x-signature": "a"])
    #expect(plain.value == ["GET /signature", "/signature", "a"])
    let sealed = try await call(.get, "/signature", headers: ["X-Seal": "b"])
    #expect(sealed.value == ["GET /signature", "/signature", "b!"])
  }

  @Test func `What a type throws while it is decoded is told only if it is for callers`()
    async throws
  {
    let pink = try await call(.post, "/color", body: .json("pink"))
    #expect(pink.status == 409)
    #expect(pink.value?["message"] == "no pink today")
    let (log, lines) = AsyncStream.makeStream(of: String.self)
    let blue = try await call(
      .post, "/color", body: .json("blue"),
      context: InvocationContext(log: { lines.yield($0) }))
    lines.finish()
    #expect(blue.status == 400)
    #expect(blue.value?["message"] == "body: does not fit")
    let logged = await log.reduce(into: []) { $0.append($1) }
    #expect(logged.count == 1)
    #expect(logged[0].hasPrefix("body cannot be decoded: "))
    #expect(logged[0].contains("PALETTE"))
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
      #expect(await log.reduce(into: []) { $0.append($1) } == ["GET /setting: \(text)"])
    }
    #expect(Environment["STUDIO_NOTHING"] == nil)
    #expect(try Environment.value("STUDIO_NOTHING", default: 3) == 3)
    #expect(try Environment.value("STUDIO_LIMIT", default: 3) == 7)
    #expect(throws: VariableError.invalid("STUDIO_WORD", expected: "Bool")) {
      try Environment.value("STUDIO_WORD", default: true)
    }
  }
}
