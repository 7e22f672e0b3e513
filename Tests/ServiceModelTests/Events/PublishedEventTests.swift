import JSON
import ServiceModel
import Testing

struct PublishedEventTests {
  /// The call of an event.
  private func request(_ event: String) throws -> ServiceRequest {
    try ServiceRequest(event: try JSONReader.read(event))
  }

  @Test func `A REST API's event is read`() throws {
    let request = try request(PublishedEvents.restAPI)
    #expect(request.method == .post)
    #expect(request.path == "/stock/A 1")
    #expect(request.resource == "/stock/{sku}")
    #expect(request.pathParameters == [.init("sku", "A 1")])
    #expect(request.query == [.init("name", "me"), .init("tag", ["x", "y"])])
    #expect(request.headers.values(of: "x-tag") == ["a", "b"])
    #expect(request.headers["HOST"] == "api.example.com")
    #expect(request.body == .bytes([137, 80, 78, 71], type: "image/png"))
    #expect(request.caller == .authorized(principalID: "ada", context: ["tenant": "7"]))
    #expect(request.sourceIP == "203.0.113.7")
    #expect(request.stage == "prod")
    #expect(request.format == .version1)
  }

  @Test func `What a REST API has not is null`() throws {
    let request = try request(PublishedEvents.restAPIWithIAM)
    let same = ServiceRequest(
      .get, "/stock", resource: "/stock", caller: .iam(arn: "arn:aws:iam::111122223333:user/ada"),
      sourceIP: "test-invoke-source-ip", stage: "test-invoke-stage")
    #expect(request == same)
  }

  @Test func `An HTTP API's event in format 1 is read`() throws {
    let request = try request(PublishedEvents.httpAPIVersion1)
    #expect(
      request.query == [.init("parameter1", ["value1", "value2"]), .init("parameter2", "value")])
    #expect(request.headers.values(of: "header2") == ["value1", "value2"])
    #expect(request.body == .text("Hello from Lambda!", type: "text/plain; charset=utf-8"))
    #expect(request.caller == .anonymous)
    #expect(request.format == .version1)
  }

  @Test func `An HTTP API's event in format 2 is read, without its stage in the path`() throws {
    let request = try request(PublishedEvents.httpAPIVersion2)
    #expect(request.method == .post)
    #expect(request.path == "/my/path")
    #expect(
      request.query == [.init("parameter1", ["value1", "value 2"]), .init("parameter2", "a b")])
    #expect(request.headers["cookie"] == "cookie1=x; cookie2=y")
    #expect(request.headers["header2"] == "value1,value2")
    #expect(request.body.value == ["a": 1])
    #expect(
      request.caller
        == .authorized(
          principalID: "ada",
          context: ["jwt": ["claims": ["sub": "ada", "level": "3"], "scopes": ["read"]]]))
    #expect(request.sourceIP == "192.0.2.1")
    #expect(request.stage == "prod")
    #expect(request.format == .version2)
  }

  @Test func `A function URL's event is read`() throws {
    let request = try request(PublishedEvents.functionURL)
    #expect(request.path == "/my/path")
    #expect(request.query == [])
    #expect(try request.body.formFields() == [FormField("a", "1"), FormField("b", "2")])
    #expect(request.caller == .iam(arn: "arn:aws:iam::111122223333:user/ada"))
    #expect(request.stage == "$default")
    #expect(request.format == .version2)
  }

  @Test func `A workflow's event is read`() throws {
    let request = try request(PublishedEvents.workflow)
    #expect(request.effectivePath == "/stock/A-1")
    #expect(request.query == [.init("n", 2), .init("tags", ["a", "b"])])
    #expect(request.body == .json(["qty": [1, 2.5]]))
    #expect(request.kind == .workflow)
  }

  @Test(arguments: [
    ("/prod", "prod", "/"), ("/prod/a", "prod", "/a"), ("/production", "prod", "/production"),
    ("/a/prod", "prod", "/a/prod"), ("/prod", "$default", "/prod"), ("/é/a", "é", "/a"),
  ])
  func `The stage leaves the path of format 2 only where it is a segment`(
    path: String, stage: String, expected: String
  ) throws {
    let request = try ServiceRequest(event: [
      "version": "2.0", "rawPath": .string(path),
      "requestContext": ["http": ["method": "GET"], "stage": .string(stage)],
    ])
    #expect(request.path == expected)
  }

  // MARK: Answers

  /// An answer with two cookies and a header that comes twice.
  private static let answer = ServiceResponse(
    status: 201,
    headers: Headers([
      ("X-One", "1"), ("Set-Cookie", "a=1"), ("set-cookie", "b=2"), ("Link", "</a>"),
      ("Link", "</b>"),
    ]), body: .bytes([1], type: "image/png"))

  @Test func `An answer in format 1 has lists of headers`() {
    #expect(
      Self.answer.httpAnswer(.version1) == [
        "statusCode": 201, "headers": ["X-One": "1", "Content-Type": "image/png"],
        "multiValueHeaders": ["Set-Cookie": ["a=1", "b=2"], "Link": ["</a>", "</b>"]],
        "body": "AQ==", "isBase64Encoded": true,
      ])
  }

  @Test func `An answer in format 2 has cookies`() {
    #expect(
      Self.answer.httpAnswer(.version2) == [
        "statusCode": 201,
        "headers": ["X-One": "1", "Link": "</a>,</b>", "Content-Type": "image/png"],
        "cookies": ["a=1", "b=2"], "body": "AQ==", "isBase64Encoded": true,
      ])
  }

  @Test(arguments: [ProxyFormat.version1, .version2])
  func `Cookies survive an answer in either format`(format: ProxyFormat) {
    let copy = ServiceResponse(httpAnswer: Self.answer.httpAnswer(format))
    #expect(copy.headers.values(of: "set-cookie") == ["a=1", "b=2"])
    #expect(copy.status == 201)
    #expect(copy.body == Self.answer.body)
  }

  @Test(arguments: [
    (PublishedEvents.restAPI, true), (PublishedEvents.httpAPIVersion1, true),
    (PublishedEvents.httpAPIVersion2, false), (PublishedEvents.functionURL, false),
  ])
  func `A call is answered in its own format`(event: String, isVersion1: Bool) async throws {
    var service = ServiceDefinition(ServiceDescription(name: "echo"))
    for path in ["/my/path", "/stock/{sku}"] {
      for method in [HTTPMethod.get, .post] {
        service.add(Route(method, PathTemplate(path), body: .file, isPublic: true)) { _ in
          Self.answer
        }
      }
    }
    let query = try JSONReader.read(event).objectValue?.removing("queryStringParameters")
      .removing("multiValueQueryStringParameters").removing("rawQueryString")
    let outcome = await service.handle(event: .object(try #require(query)))
    #expect(outcome == .answer(Self.answer.httpAnswer(isVersion1 ? .version1 : .version2)))
  }
}
