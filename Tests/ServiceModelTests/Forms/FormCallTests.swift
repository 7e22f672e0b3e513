import JSON
import ServiceModel
import Testing

/// Calls of a service whose routes take forms and files.
struct FormCallTests {
  /// A service that answers with what it got.
  private static let service = {
    var service = ServiceDefinition(ServiceDescription(name: "forms"))
    service.add(
      Route(
        .post, "/fields",
        parameters: [
          Parameter("title", in: .body, schema: .string),
          Parameter("size", in: .body, schema: .integer, isRequired: false),
          Parameter("tags", in: .body, schema: .array(.string), isRequired: false),
          Parameter("picture", in: .body, schema: .nullable(.file), isRequired: false),
          Parameter("pages", in: .body, schema: .array(.file), isRequired: false),
        ], isPublic: true)
    ) { call in
      let arguments = call.arguments.sorted { $0.key < $1.key }
      return ServiceResponse(body: .json(.object(arguments.map { ($0.key, $0.value) })))
    }
    service.add(Route(.put, "/file", body: .file, response: .file, isPublic: true)) { call in
      guard let file = call.body.flatMap(File.init(json:)) else { throw HTTPError.conflict("none") }
      return ServiceResponse(file: file)
    }
    let person = Schema.object(
      Schema.Object([
        .init("name", .string), .init("age", .integer),
        .init("likes", .array(.string), isRequired: false),
      ]))
    service.add(Route(.post, "/person", body: person, isPublic: true)) { call in
      ServiceResponse(body: .json(call.body ?? .null))
    }
    return service
  }()

  /// The answer to a call with `body`, sent as an event.
  private func call(
    _ method: HTTPMethod, _ path: String, _ body: MessageBody, headers: Headers = Headers(),
    caller: ServiceRequest.Caller = .anonymous
  ) async throws -> ServiceResponse {
    let request = ServiceRequest(method, path, headers: headers, body: body, caller: caller)
    let event = request.event(request.kind)
    switch await Self.service.handle(event: event) {
    case .answer(let answer) where request.kind == .http: return ServiceResponse(httpAnswer: answer)
    case .answer(let answer): return ServiceResponse(body: .json(answer))
    case .error(let type, let message):
      return ServiceResponse(status: 599, body: .text("\(type): \(message)", type: "text/plain"))
    }
  }

  private static let png = File([137, 80, 0, 255], name: "a.png")

  @Test func `Parts of a form are parameters, converted as in a query`() async throws {
    let answer = try await call(
      .post, "/fields",
      MultipartWriter.body(of: [
        FormField("title", "A"), FormField("size", "3"), FormField("tags", "x"),
        FormField("tags", "y"), FormField("picture", Self.png),
        FormField("pages", File(text: "one", name: "1.txt")),
      ]))
    let png: JSONValue = ["name": "a.png", "contentType": "image/png", "content": "iVAA/w=="]
    let page: JSONValue = [
      "name": "1.txt", "contentType": "text/plain; charset=utf-8", "content": "b25l",
    ]
    #expect(
      answer.value
        == ["pages": [page], "picture": png, "size": 3, "tags": ["x", "y"], "title": "A"])
  }

  @Test(
    arguments: [
      ("title=A+%26+B&size=2&tags=x", ["size": 2, "tags": ["x"], "title": "A & B"]),
      ("title=", ["title": ""]), ("title=1&tags=[\"x\"]", ["tags": ["x"], "title": "1"]),
    ] as [(String, JSONValue)])
  func `Fields of a form without files are parameters too`(
    text: String, value: JSONValue
  ) async throws {
    let answer = try await call(
      .post, "/fields", .text(text, type: "application/x-www-form-urlencoded"))
    #expect(answer.value == value)
  }

  @Test func `A file that was not chosen is missing`() async throws {
    let fields = [
      FormField("title", "A"), FormField("picture", bytes: [], fileName: ""),
      FormField("pages", bytes: [], fileName: ""),
    ]
    let answer = try await call(.post, "/fields", MultipartWriter.body(of: fields))
    #expect(answer.value == ["title": "A"])
  }

  @Test func `A part that says so is JSON`() async throws {
    let fields = [
      FormField("title", "A"),
      FormField("tags", bytes: Array(#"["x", "y"]"#.utf8), contentType: "application/json"),
    ]
    let answer = try await call(.post, "/fields", MultipartWriter.body(of: fields))
    #expect(answer.value == ["tags": ["x", "y"], "title": "A"])
  }

  @Test(arguments: [
    ([FormField("size", "1")], "title: missing, expected a string"),
    ([FormField("title", "A"), FormField("size", "x")], "size: expected an integer, got \"x\""),
    (
      [FormField("title", "A"), FormField("title", "B")], "title: expected a string, got 2 fields"
    ),
    (
      [FormField("title", "A"), FormField("x", "B")],
      "x: unknown field of the form of POST /fields"
    ),
    (
      [FormField("title", "A"), FormField("size", File([255]))],
      "size: expected an integer, got a file"
    ),
  ])
  func `A field that does not fit is named`(fields: [FormField], message: String) async throws {
    let answer = try await call(.post, "/fields", MultipartWriter.body(of: fields))
    #expect(answer.status == 400)
    #expect(answer.value?["message"] == .string(message))
  }

  @Test(arguments: [
    MessageBody.bytes([0, 255, 13, 10], type: "image/png"),
    .text("{ \"a\":  1.0 }", type: "application/json"), .text("ü", type: "text/plain"),
    .text("a=b", type: "application/x-www-form-urlencoded"), .bytes([], type: "image/gif"),
  ])
  func `A file that is the whole body comes and goes byte by byte`(
    body: MessageBody
  ) async throws {
    let event = ServiceRequest(.put, "/file", body: body).event(.http)
    let answer = await Self.service.respond(to: try ServiceRequest(event: event))
    #expect(answer.status == 200)
    #expect(answer.body.contentType == body.contentType)
    #expect(answer.body.bytes == body.bytes)
    #expect(answer.headers["content-disposition"] == nil)
  }

  @Test(arguments: ["a.png", "naïve \"x\".png", "100%.txt"])
  func `The name of a file comes and goes with it`(name: String) async throws {
    let headers = Headers([("Content-Disposition", ContentDisposition.attachment(named: name))])
    let answer = try await call(
      .put, "/file", .bytes([1], type: "image/png"), headers: headers)
    #expect(ContentDisposition.fileName(in: answer.headers["content-disposition"]) == name)
  }

  @Test func `In a workflow a file is JSON`() async throws {
    let answer = try await call(
      .put, "/file", .json(Self.png.json), caller: .workflow)
    #expect(answer.value == Self.png.json)
    let fields = try await call(
      .post, "/fields", .json(["title": "A", "picture": Self.png.json]), caller: .workflow)
    #expect(fields.value == ["picture": Self.png.json, "title": "A"])
  }

  @Test func `What is no file is refused in a workflow`() async throws {
    let answer = try await call(.put, "/file", .json("text"), caller: .workflow)
    #expect(answer.value == "Http.400: body: expected a file, got \"text\"")
  }

  @Test func `A form is an object where the whole body is one`() async throws {
    let text = "name=Ada&age=36&likes=x&likes=y&more=1&more=2"
    let answer = try await call(
      .post, "/person", .text(text, type: "application/x-www-form-urlencoded"))
    #expect(
      answer.value == ["name": "Ada", "age": 36, "likes": ["x", "y"], "more": ["1", "2"]])
    let bad = try await call(
      .post, "/person", .text("name=Ada", type: "application/x-www-form-urlencoded"))
    #expect(bad.value?["message"] == "body.age: missing, expected an integer")
  }

  @Test func `JSON that came as a form is told what it needs`() async throws {
    let answer = try await call(
      .post, "/fields", .text(#"{"name":"a=b"}"#, type: "application/x-www-form-urlencoded"))
    #expect(answer.status == 400)
    #expect(
      answer.value?["message"]
        == """
        body: sent as a form (application/x-www-form-urlencoded); JSON needs the header \
        Content-Type: application/json
        """)
  }

  @Test func `A body that claims to be JSON is told where it is not`() async throws {
    let answer = try await call(.post, "/person", .text("{\"a\":}", type: "application/json"))
    #expect(answer.status == 400)
    #expect(answer.value?["message"]?.stringValue?.hasPrefix("body: no JSON: expected") ?? false)
  }

  @Test func `The description of forms and files survives OpenAPI`() {
    let description = Self.service.description
    let openAPI = description.openAPI
    let content = openAPI["paths"]?["/fields"]?["post"]?["requestBody"]?["content"]
    let property = content?["multipart/form-data"]?["schema"]?["properties"]?["pages"]
    #expect(property == ["type": "array", "items": ["type": "string", "format": "binary"]])
    #expect(
      openAPI["paths"]?["/file"]?["put"]?["requestBody"]?["content"]
        == ["*/*": ["schema": ["type": "string", "format": "binary"]]])
    #expect(ServiceDescription(openAPI: openAPI).routes == description.routes)
  }
}
