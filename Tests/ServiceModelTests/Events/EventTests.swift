import JSON
import ServiceModel
import Testing

struct EventTests {
  private static let request = ServiceRequest(
    .post, "/charge/7", resource: "/charge/{id}", pathParameters: [.init("id", "7")],
    query: [.init("tag", ["a", "b"]), .init("x", "1")],
    headers: Headers([("Accept", "text/html"), ("content-type", "application/json")]),
    body: .json(["amount": 2]), caller: .iam(arn: "arn:aws:iam::1:user/a"), sourceIP: "10.0.0.1",
    stage: "prod")

  @Test func `A call survives the HTTP event`() throws {
    var copy = try ServiceRequest(event: Self.request.event(.http))
    #expect(copy.body == .text(#"{"amount":2}"#, type: "application/json"))
    copy.body = .json(try #require(copy.body.value))
    #expect(copy == Self.request)
  }

  @Test func `A call survives the workflow's event`() throws {
    var request = Self.request
    request.caller = .workflow
    request.sourceIP = nil
    request.stage = nil
    #expect(try ServiceRequest(event: request.event(.workflow)) == request)
  }

  @Test func `The workflow's event leaves out what is empty`() {
    #expect(
      ServiceRequest(.get, "/stock/A-1").event(.workflow) == [
        "httpMethod": "GET", "path": "/stock/A-1",
        "requestContext": ["identity": ["caller": "states.amazonaws.com"]],
      ])
  }

  @Test func `API Gateway's format 2 is understood`() throws {
    let request = try ServiceRequest(event: [
      "version": "2.0", "rawPath": "/charge", "rawQueryString": "tag=a&tag=b%20c&x=1+2",
      "headers": ["content-type": "application/json"], "body": "eyJhIjoxfQ==",
      "isBase64Encoded": true, "requestContext": ["http": ["method": "POST", "path": "/charge"]],
    ])
    #expect(request.method == .post)
    #expect(request.path == "/charge")
    #expect(request.query == [.init("tag", ["a", "b c"]), .init("x", "1 2")])
    #expect(request.body.value == ["a": 1])
  }

  @Test(arguments: [
    ServiceResponse(body: .json(["a": [1, 2.5, .null]])), ServiceResponse(status: 204),
    ServiceResponse(body: .text("hello", type: "text/plain; charset=utf-8")),
    ServiceResponse(status: 201, headers: Headers([("X-A", "1")]), body: .json("text")),
    ServiceResponse(body: .bytes([0, 255, 3], type: "image/png")),
  ])
  func `An answer survives HTTP`(response: ServiceResponse) {
    var copy = ServiceResponse(httpAnswer: response.httpAnswer)
    copy.headers["content-type"] = nil
    #expect(copy == response)
  }

  @Test(arguments: [[], [1], [1, 2], [1, 2, 3], Array(0...255)] as [[UInt8]])
  func `Bytes survive Base64`(bytes: [UInt8]) {
    #expect(Base64.decode(Base64.encode(bytes)) == bytes)
  }

  @Test func `What is no Base64 has no bytes`() {
    #expect(Base64.decode("a*b") == nil)
    #expect(Base64.decode("abcde") == nil)
  }
}
