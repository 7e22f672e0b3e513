import JSON
import LambdaRuntime
import ServiceModel
import Testing

struct LambdaRuntimeTests {
  /// A service that says back what it got, and fails on demand.
  private static func makeEcho() -> ServiceDefinition {
    var service = ServiceDefinition(ServiceDescription(name: "echo"))
    let parameter = Parameter("text", in: .query, schema: .string)
    service.add(Route(.get, "/say", parameters: [parameter], response: .string)) { call in
      guard let text = call.arguments["text"]?.stringValue, text != "fail" else {
        throw HTTPError.conflict("told to")
      }
      let invocation = Invocation.current
      let isOver = invocation?.remainingTime == .zero
      return ServiceResponse(
        body: .json([
          .string(text), .string(invocation?.traceID ?? ""),
          .string(ProcessEnvironment["_X_AMZN_TRACE_ID"] ?? ""), .bool(isOver),
        ]))
    }
    return service
  }

  /// A workflow's call of the service.
  private func event(_ text: String) -> String {
    ServiceRequest(.get, "/say", query: [.init("text", .string(text))])
      .event(.workflow).description
  }

  @Test(arguments: [(false, false), (true, false), (false, true)])
  func `Invocations are served one after the other`(
    closesConnections: Bool, isLocal: Bool
  ) async throws {
    let server = FakeRuntimeAPI(
      events: [event("one"), event("fail"), "no JSON", event("two")],
      closesConnections: closesConnections, isLocal: isLocal)
    var runtime = try LambdaRuntime(Self.makeEcho(), endpoint: server.endpoint)
    await #expect(throws: RuntimeError.closed) { try await runtime.serve() }
    let posts = server.requests.filter { $0.hasPrefix("POST") }
    #expect(posts.count == 4)
    #expect(posts[0].hasPrefix("POST /2018-06-01/runtime/invocation/r1/response HTTP/1.1\r\n"))
    #expect(posts[0].hasSuffix("\r\n\r\n[\"one\",\"Root=1\",\"Root=1\",true]"))
    #expect(posts[1].hasPrefix("POST /2018-06-01/runtime/invocation/r3/error HTTP/1.1\r\n"))
    #expect(posts[1].contains("Lambda-Runtime-Function-Error-Type: Http.409\r\n"))
    #expect(posts[1].hasSuffix(#"{"errorMessage":"told to","errorType":"Http.409"}"#))
    #expect(posts[2].contains("Lambda-Runtime-Function-Error-Type: Runtime.InvalidEvent\r\n"))
    #expect(posts[3].hasSuffix("[\"two\",\"Root=1\",\"Root=1\",true]"))
  }

  @Test func `An endpoint where nobody listens means that the host has gone`() async throws {
    let server = FakeRuntimeAPI(events: [])
    var first = try LambdaRuntime(Self.makeEcho(), endpoint: server.endpoint)
    await #expect(throws: RuntimeError.closed) { try await first.serve() }
  }

  @Test func `An endpoint must have a port`() {
    #expect(throws: RuntimeError.address("nowhere")) {
      try LambdaRuntime(Self.makeEcho(), endpoint: "nowhere")
    }
  }
}
