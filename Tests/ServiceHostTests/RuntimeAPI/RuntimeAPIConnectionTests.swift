import NIOCore
import NIOEmbedded
import Testing

@testable import ServiceHost

@Suite struct RuntimeAPIConnectionTests {
  /// A connection whose process is the test.
  private final class Fixture {
    /// What was reported.
    var requests: [RuntimeRequest] = []

    /// The connection.
    private(set) var connection = RuntimeAPIConnection { _ in }

    /// The channel.
    let channel = EmbeddedChannel()

    init() throws {
      connection = RuntimeAPIConnection { [weak self] event in
        guard case .request(let request) = event, let self else { return }
        requests.append(request)
        if request.endedCall != nil { connection.reply(.accepted, functionARN: "arn") }
      }
      try channel.pipeline.syncOperations.addHandler(connection)
    }

    /// Lets `text` arrive.
    func receive(_ text: String) throws {
      try channel.writeInbound(ByteBuffer(string: text))
    }

    /// What was sent in one go since the last time.
    func sent() throws -> String? {
      try channel.readOutbound(as: ByteBuffer.self).map { String(buffer: $0) }
    }
  }

  /// An answer to a call.
  private static let answer =
    "POST \(RuntimeAPIReaderTests.call)/response HTTP/1.1\r\nContent-Length: 1\r\n\r\n1"

  /// The question for the next call.
  private static let next = "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n\r\n"

  /// A call.
  private static let call = RuntimeReply.call(
    Call(id: RuntimeAPIReaderTests.id, payload: Array("{}".utf8), timeout: .seconds(3)))

  @Test func `an answer is confirmed at once`() throws {
    let fixture = try Fixture()
    try fixture.receive(Self.answer)
    #expect(fixture.requests == [.response(RuntimeAPIReaderTests.id, .bytes([0x31]))])
    #expect(try fixture.sent()?.hasPrefix("HTTP/1.1 202 Accepted\r\n") == true)
  }

  @Test func `a question behind an answer is read later, and both are replied to in one go`()
    throws
  {
    let fixture = try Fixture()
    try fixture.receive(Self.answer + Self.next)
    #expect(fixture.requests.count == 1)
    fixture.channel.embeddedEventLoop.run()
    #expect(fixture.requests.last == .next)
    #expect(try fixture.sent() == nil)
    fixture.connection.reply(Self.call, functionARN: "arn")
    let text = try #require(try fixture.sent())
    #expect(text.hasPrefix("HTTP/1.1 202 Accepted\r\n"))
    #expect(text.contains("}HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: "))
    #expect(text.contains("\r\nLambda-Runtime-Invoked-Function-Arn: arn\r\n"))
    #expect(text.contains("\r\nLambda-Runtime-Trace-Id: Root=1-"))
    #expect(text.hasSuffix("\r\nContent-Length: 2\r\n\r\n{}"))
  }

  @Test func `what is no request is refused, and the connection closed`() throws {
    let fixture = try Fixture()
    try fixture.receive("nonsense\r\n\r\n")
    #expect(try fixture.sent()?.hasPrefix("HTTP/1.1 400 Bad Request\r\n") == true)
    fixture.channel.embeddedEventLoop.run()
    #expect(!fixture.channel.isActive)
  }
}
