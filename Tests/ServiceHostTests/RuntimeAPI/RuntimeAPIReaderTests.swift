import NIOCore
import Testing

@testable import ServiceHost

@Suite struct RuntimeAPIReaderTests {
  /// The path of a call.
  static let call = "/2018-06-01/runtime/invocation/01234567-89ab-cdef-fedc-ba9876543210"

  /// The identity of that call.
  static let id = CallID(high: 0x0123_4567_89ab_cdef, low: 0xfedc_ba98_7654_3210)

  /// What `text` asks for, of which so many bytes arrive at a time.
  private func read(_ text: String, pieces: Int) throws -> [RuntimeAPIReader.Message] {
    var reader = RuntimeAPIReader()
    var messages: [RuntimeAPIReader.Message] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      var piece = ByteBuffer(bytes: rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      reader.add(&piece)
      while let message = try reader.next() { messages.append(message) }
    }
    return messages
  }

  static let requests: [(text: String, request: RuntimeRequest, staysOpen: Bool)] = [
    ("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: x\r\n\r\n", .next, true),
    ("GET /2018-06-01/runtime/invocation/next HTTP/1.1\nHost: x\n\n", .next, true),
    ("GET /2018-06-01/runtime/invocation/next HTTP/1.0\r\n\r\n", .next, false),
    (
      "GET /2018-06-01/runtime/invocation/next HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", .next,
      true
    ),
    (
      "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nconnection:close\r\n\r\n", .next, false
    ),
    (
      "POST \(call)/response HTTP/1.1\r\nContent-Length: 3\r\n\r\n{ }",
      .response(id, .bytes(Array("{ }".utf8))), true
    ),
    ("POST \(call)/response HTTP/1.1\r\n\r\n", .response(id, .bytes([])), true),
    (
      "POST \(call)/response HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "2\r\n{ \r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n",
      .response(id, .bytes(Array("{ 0123456789".utf8))), true
    ),
    (
      "POST \(call)/error HTTP/1.1\r\nCONTENT-LENGTH: 1\r\n"
        + "Lambda-Runtime-Function-Error-Type: \t Shop.Bad \r\n\r\nx",
      .error(id, .bytes([0x78]), type: "Shop.Bad"), true
    ),
    (
      "POST /2018-06-01/runtime/init/error HTTP/1.1\r\ncontent-length: 0\r\n\r\n",
      .initError(.bytes([]), type: nil), true
    ),
    (
      "POST /2018-06-01/runtime/invocation/nonsense/response HTTP/1.1\r\n\r\n",
      .response(.none, .bytes([])), true
    ),
    (
      "PUT /2018-06-01/runtime/invocation/next HTTP/1.1\r\n\r\n",
      .unknown(method: "PUT", uri: "/2018-06-01/runtime/invocation/next"), true
    ),
    ("GET / HTTP/1.1\r\n\r\n", .unknown(method: "GET", uri: "/"), true),
  ]

  @Test(arguments: requests, [1, 2, 7, 1_000])
  func `a request is read however it arrives`(
    _ expected: (text: String, request: RuntimeRequest, staysOpen: Bool), pieces: Int
  ) throws {
    let message = RuntimeAPIReader.Message(
      request: expected.request, staysOpen: expected.staysOpen)
    #expect(try read(expected.text, pieces: pieces) == [message])
  }

  @Test(arguments: [1, 3, 100, 10_000])
  func `requests that come in one go are read in order`(pieces: Int) throws {
    let text = Self.requests.map(\.text).joined()
    #expect(try read(text, pieces: pieces).map(\.request) == Self.requests.map(\.request))
  }

  @Test(arguments: [
    "nonsense\r\n\r\n", "GET / FTP/1\r\n\r\n", "GET / HTTP/1.1\r\nno header\r\n\r\n",
    "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "\r\n\r\n",
    String(repeating: "x", count: 70_000),
  ])
  func `what is no request is an error`(text: String) {
    #expect(throws: RuntimeAPIHead.Malformed.self) { try read(text, pieces: 1_000) }
  }

  @Test func `of a body over the limit only the size is kept`() throws {
    let size = RuntimeRequest.largestAnswer + 1
    let body = String(repeating: "x", count: size)
    let text = "POST \(Self.call)/response HTTP/1.1\r\nContent-Length: \(size)\r\n\r\n\(body)"
    #expect(
      try read(text, pieces: 65_536).map(\.request) == [.response(Self.id, .tooLarge(count: size))])
  }

  @Test func `permission to send the body is wished for once`() throws {
    var reader = RuntimeAPIReader()
    var head = ByteBuffer(
      string:
        "POST \(Self.call)/error HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n")
    reader.add(&head)
    #expect(try reader.next() == nil)
    #expect(reader.head?.request.endedCall == Self.id)
    let wishes = [reader.takePermissionWish(), reader.takePermissionWish()]
    #expect(wishes == [true, false])
    var body = ByteBuffer(string: "x")
    reader.add(&body)
    #expect(try reader.next()?.request == .error(Self.id, .bytes([0x78]), type: nil))
  }
}
