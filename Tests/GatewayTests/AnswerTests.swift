import Gateway
import JSON
import ServiceModel
import Testing

/// What clients are answered.
@Suite struct AnswerTests {
  /// A request that a function answers.
  static let request = GatewayRequest("GET", "/stock/A-1", headers: Headers([("Accept", "*/*")]))

  @Test func `an answer has the function's status, headers and body`() throws {
    var test = TestGateway()
    let answer = try test.answer(
      Self.request,
      when: .json(
        """
        {"statusCode": 201, "headers": {"X-One": "1", "x-two": "gone", "flag": true},
         "multiValueHeaders": {"X-Two": ["2", "3"], "Set-Cookie": ["a=1", "b=2"]},
         "body": "{\\"a\\": 1}", "isBase64Encoded": false}
        """))
    #expect(answer.status == 201)
    #expect(answer.text == #"{"a": 1}"#)
    let headers = answer.headers.fields.map { "\($0.name): \($0.value)" }
    #expect(
      headers == [
        "X-One: 1", "flag: true", "X-Two: 2", "X-Two: 3", "Set-Cookie: a=1", "Set-Cookie: b=2",
        "Content-Type: application/json",
        "x-amzn-RequestId: 01234567-89ab-cdef-0123-456789abcdef",
        "x-amz-apigw-id: 0123456789abcde=",
        "X-Amzn-Trace-Id: Root=1-552671f0-89abcdef0123456789abcdef",
      ])
  }

  @Test(arguments: [
    ("{}", 200, ""),
    (#"{"statusCode": "404"}"#, 404, ""),
    (#"{"statusCode": 204, "headers": null, "body": null}"#, 204, ""),
    (#"{"body": "SGk=", "isBase64Encoded": true}"#, 200, "Hi"),
  ])
  func `no member of an answer is required`(
    _ json: String, _ status: Int, _ body: String
  ) throws {
    var test = TestGateway()
    let answer = try test.answer(Self.request, when: .json(json))
    #expect(answer.status == status)
    #expect(answer.text == body)
  }

  @Test(arguments: [
    "[1, 2]", "1", "\"text\"", "null", "<html>", "",
    #"{"statusCode": 200, "cookies": []}"#, #"{"statusCode": "abc"}"#, #"{"statusCode": 99}"#,
    #"{"body": {"a": 1}}"#, #"{"headers": []}"#, #"{"headers": {"a": {}}}"#,
    #"{"isBase64Encoded": 1}"#, #"{"headers": {"a b": "c"}}"#, #"{"headers": {"a:": "c"}}"#,
    #"{"headers": {"a: b\r\nSet-Cookie": "c"}}"#, #"{"multiValueHeaders": {"": ["c"]}}"#,
  ])
  func `a malformed answer is an internal server error`(_ json: String) throws {
    var test = TestGateway()
    let answer = try test.answer(Self.request, when: .json(json))
    #expect(answer.status == 502)
    #expect(answer.text == #"{"message": "Internal server error"}"#)
    #expect(answer.headers["x-amzn-errortype"] == "InternalServerErrorException")
    #expect(answer.note?.hasPrefix("malformed Lambda proxy response: ") == true)
  }

  @Test(arguments: [
    (FunctionOutcome.error(type: "Oops", message: "no"), 502, "Internal server error"),
    (.error(type: "Sandbox.Timedout", message: "30 s"), 502, "Internal server error"),
    (.timeout, 504, "Endpoint request timed out"),
    (.json(#"{"body": "?", "isBase64Encoded": true}"#), 500, "Internal server error"),
  ])
  func `failures are API Gateway's own errors`(
    _ outcome: FunctionOutcome, _ status: Int, _ message: String
  ) throws {
    var test = TestGateway()
    let answer = try test.answer(Self.request, when: outcome)
    #expect(answer.status == status)
    #expect(answer.text == #"{"message": "\#(message)"}"#)
    #expect(answer.note != nil)
  }

  @Test func `calls over Lambda's limit are too many requests`() throws {
    var test = TestGateway()
    let outcome = FunctionOutcome.error(type: "Lambda.TooManyRequestsException", message: "4")
    let answer = try test.answer(Self.request, when: outcome)
    #expect(answer.status == 429)
    #expect(answer.text == #"{"message":"Too Many Requests"}"#)
  }

  @Test(arguments: [
    ("Date", "x-amzn-Remapped-Date"), ("server", "x-amzn-Remapped-server"),
    ("WWW-Authenticate", "x-amzn-Remapped-WWW-Authenticate"),
    ("Connection", "x-amzn-Remapped-Connection"),
    ("Content-Length", "x-amzn-Remapped-Content-Length"),
  ])
  func `headers of the connection are renamed`(_ name: String, _ renamed: String) throws {
    var test = TestGateway()
    let answer = try test.answer(
      Self.request, when: .json(#"{"headers": {"\#(name)": "x", "Transfer-Encoding": "y"}}"#))
    #expect(answer.headers[name] == nil)
    #expect(answer.headers[renamed] == "x")
    #expect(answer.headers["transfer-encoding"] == nil)
  }

  @Test func `a header cannot begin another one`() throws {
    var test = TestGateway()
    let answer = try test.answer(
      Self.request, when: .json(#"{"headers": {"X-A": "1\r\nX-B: 2"}}"#))
    #expect(answer.headers["x-a"] == "1  X-B: 2")
  }

  @Test func `Base64 is undone for clients that accept a binary type`() throws {
    var settings = GatewaySettings()
    settings.binaryMediaTypes = ["image/png"]
    var test = TestGateway()
    test.gateway = Gateway(test.gateway.services, settings)
    let outcome = FunctionOutcome.json(#"{"body": "SGk=", "isBase64Encoded": true}"#)
    for (accept, body) in [("image/png, */*", "Hi"), ("*/*", "SGk="), ("text/html", "SGk=")] {
      let request = GatewayRequest(
        "GET", "/stock/a", headers: Headers([("Accept", accept)]))
      #expect(try test.answer(request, when: outcome).text == body)
    }
  }

  /// As recorded in https://github.com/koki-develop/lgtm-generator/issues/10.
  @Test func `requests that are too large are refused as AWS does`() throws {
    var test = TestGateway()
    var request = GatewayRequest("POST", "/reserve")
    request.body = Array(repeating: 0x61, count: 10_485_761)
    let larger = try test.answer(request)
    #expect(larger.status == 413)
    #expect(larger.text == "HTTP content length exceeded 10485760 bytes.")
    #expect(larger.headers["content-type"] == "text; charset=utf-8")
    request.body = Array(repeating: 0x61, count: 6_291_456)
    let large = try test.answer(request)
    #expect(large.status == 413)
    #expect(large.text == #"{"message": "Request Too Long"}"#)
    #expect(large.headers["x-amzn-errortype"] == "BadRequestException")
  }
}
