import Foundation
import Gateway
import JSON
import ServiceModel
import Testing

@testable import ServiceHost

/// The HTTP server in front of services, asked by curl.
@Suite(.enabled(if: ServedService.isAvailable, ServedService.reason))
struct GatewayServerTests {
  @Test func `a request becomes an event and its answer a response`() async throws {
    try await ServedService.run { service in
      let answer = try await service.ask("/dev/echo/a%20b?x=1&x=2", "-H", "X-Mine: yes")
      #expect(answer.status == 200)
      #expect(answer.values("content-type") == ["application/json"])
      #expect(answer.values("date").first?.hasSuffix(" GMT") == true)
      #expect(answer.values("content-length") == ["\(answer.body.count)"])
      let event = try JSONReader.read(utf8: answer.body)
      #expect(event["path"] == "/echo/a%20b")
      #expect(event["pathParameters"] == ["name": "a%20b"])
      #expect(event["multiValueQueryStringParameters"] == ["x": ["1", "2"]])
      #expect(event["headers"]?["X-Mine"] == "yes")
      let port = "\(service.server.address.port)"
      #expect(event["headers"]?["X-Forwarded-Port"]?.stringValue == port)
      let context = event["requestContext"]
      #expect(context?["identity"]?["sourceIp"] == "127.0.0.1")
      #expect(context?["path"] == "/dev/echo/a%20b")
      #expect(context?["requestId"]?.stringValue == answer.values("x-amzn-requestid").first)
    }
  }

  @Test(arguments: [
    ("/nowhere", 403, #"{"message":"Missing Authentication Token"}"#),
    ("/malformed", 502, #"{"message": "Internal server error"}"#),
    ("/exit", 502, #"{"message": "Internal server error"}"#),
    ("/large", 502, #"{"message": "Internal server error"}"#),
    ("/secret", 401, #"{"message":"Unauthorized"}"#),
    ("/nothing", 204, ""),
  ])
  func `errors are those of API Gateway`(
    _ path: String, _ status: Int, _ body: String
  ) async throws {
    try await ServedService.run { service in
      let answer = try await service.ask(path)
      #expect(answer.status == status)
      #expect(answer.text == body)
    }
  }

  @Test func `bytes and repeated headers come as they are`() async throws {
    try await ServedService.run { service in
      let picture = try await service.ask("/bytes")
      #expect(picture.body == Array(0...255))
      #expect(picture.values("content-type") == ["image/png"])
      let cookies = try await service.ask("/cookies")
      #expect(cookies.status == 201)
      #expect(cookies.values("set-cookie") == ["a=1", "b=2"])
    }
  }

  @Test func `a HEAD request gets the headers alone`() async throws {
    try await ServedService.run { service in
      let answer = try await service.ask("/echo", "--head")
      #expect(answer.status == 200)
      #expect(answer.body.isEmpty || !answer.text.contains("{"))
      #expect(answer.values("content-length").first.flatMap { Int($0) } ?? 0 > 100)
    }
  }

  @Test(
    arguments: [
      (1, [], 200, "1"),
      (100_000, ["-H", "Transfer-Encoding: chunked"], 200, "100000"),
      (4_000_000, ["-H", "Expect: 100-continue"], 200, "4000000"),
      (5_000_000, [], 413, #"{"message": "Request Too Long"}"#),
      (10_485_761, [], 413, "HTTP content length exceeded 10485760 bytes."),
    ] as [(Int, [String], Int, String)])
  func `bodies come whole, up to the limits`(
    _ size: Int, _ arguments: [String], _ status: Int, _ text: String
  ) async throws {
    try await ServedService.run { service in
      let file = service.folder.appending(path: "body")
      try Data(repeating: 0xC3, count: size).write(to: file)
      let answer = try await Curl.run(
        service.url("/length"), ["--data-binary", "@\(file.path)"] + arguments)
      #expect(answer.status == status)
      #expect(answer.text == text)
    }
  }

  @Test func `a connection serves many requests`() async throws {
    try await ServedService.run { service in
      let answer = try await Curl.run(
        service.url("/echo/2"),
        ["-w", "%{num_connects}", service.url("/echo/1"), "-o", "/dev/null"])
      #expect(answer.output == "10")
      #expect(answer.values("connection").isEmpty)
      let closing = try await service.ask("/nothing", "-H", "Connection: close")
      #expect(closing.values("connection") == ["close"])
    }
  }

  @Test func `requests that come at once are answered in order`() async throws {
    try await ServedService.run { service in
      let first = "GET /nowhere HTTP/1.1\r\n\r\nGET /cookies HTTP/1.1\r\n\r\n"
      let last = "GET /nothing HTTP/1.1\r\nConnection: close\r\n\r\n"
      let answers = try await service.send(first + last)
      let statuses = answers.matches(of: /HTTP\/1\.1 (\d+)/).map { String($0.output.1) }
      #expect(statuses == ["403", "201", "204"])
    }
  }

  @Test func `what is no HTTP is refused, and the connection closed`() async throws {
    try await ServedService.run { service in
      let answer = try await service.send("hello there\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
      #expect(answer.hasSuffix(#"{"message":"Bad Request"}"#))
    }
  }

  @Test func `the authorizer is asked once for a token`() async throws {
    try await ServedService.run { service in
      for _ in 0..<2 {
        let answer = try await service.ask("/secret", "-H", "Authorization: good")
        let context = try JSONReader.read(utf8: answer.body)["requestContext"]
        #expect(
          context?["authorizer"]
            == ["principalId": "good", "integrationLatency": 0, "asked": "1"])
      }
      let bad = try await service.ask("/secret", "-H", "Authorization: bad")
      #expect(bad.status == 403)
      #expect(bad.text.contains("explicit deny"))
      let broken = try await service.ask("/secret", "-H", "Authorization: broken")
      #expect(broken.status == 500)
      #expect(broken.text == #"{"message":null}"#)
    }
  }

  @Test func `a function that takes too long times out`() async throws {
    var limits = ServerLimits()
    limits.integration = .milliseconds(200)
    try await ServedService.run(limits) { service in
      let file = service.folder.appending(path: "never")
      let answer = try await service.ask("/wait?for=\(file.path)")
      #expect(answer.status == 504)
      #expect(answer.text == #"{"message": "Endpoint request timed out"}"#)
      try Data().write(to: file)
    }
  }

  @Test func `a server that stops lets requests end`() async throws {
    try await ServedService.run { service in
      let file = service.folder.appending(path: "go")
      async let answer = service.ask("/wait?for=\(file.path)")
      while await service.host.runningCalls == 0 { await Task.yield() }
      async let stop: Void = service.server.stop()
      try Data().write(to: file)
      await stop
      let text = try await answer.text
      #expect(text == "done")
      let late = try await service.ask("/echo")
      #expect(late.status == 0)
    }
  }

  @Test func `a port that is taken is an error`() async throws {
    try await ServedService.run { service in
      let error = await #expect(throws: ServiceHostError.self) {
        _ = try await GatewayServer.start(
          [], of: service.host, GatewaySettings(), at: service.server.address, log: { _ in })
      }
      #expect(error?.message == "port \(service.server.address.port) is in use")
    }
  }

  @Test func `routes can change while the server runs`() async throws {
    try await ServedService.run { service in
      let before = try await service.ask("/new")
      #expect(before.status == 403)
      let description = ServiceDescription(
        name: "served", routes: [Route(.get, "/new", isPublic: true)])
      service.server.replace("served", description)
      let after = try await service.ask("/new")
      #expect(after.status == 200)
    }
  }

  @Test func `the log has a line for each request, and tells why one failed`() async throws {
    let service = try await ServedService.start()
    _ = try await service.ask("/echo?a=1")
    _ = try await service.ask("/exit")
    await service.server.stop()
    await service.host.shutdown()
    try? FileManager.default.removeItem(at: service.folder)
    let log = service.log.text
    #expect(log.contains(/\d\d:\d\d:\d\d GET \/echo\?a=1 200 \d+ B in [0-9.]+ ms\n/))
    #expect(log.contains(/GET \/exit 502 36 B in [0-9.]+ ms\n  \| Runtime.ExitError: served ended/))
    #expect(log.contains("  |   | giving up\n"))
  }
}

extension ServiceHost {
  /// How many calls have not ended.
  var runningCalls: Int { calls.count }
}
