import ServiceModel

/// An answer of the runtime API.
struct HTTPResponse {
  /// The status.
  var status: Int

  /// The headers.
  var headers = Headers()

  /// The content.
  var body: [UInt8] = []

  /// Whether the other side closes the connection behind it.
  var closesConnection: Bool { headers["connection"]?.lowercased() == "close" }
}

/// Reads the HTTP/1.1 answers of a connection from bytes that arrive piece by piece.
struct HTTPResponseReader {
  /// The bytes that came and are not yet read.
  private var bytes: ArraySlice<UInt8> = []

  /// Where more bytes come from; none mean that the other side has closed.
  private let receive: () throws(RuntimeError) -> [UInt8]

  /// Creates a reader of what `receive` brings.
  init(receive: @escaping () throws(RuntimeError) -> [UInt8]) {
    self.receive = receive
  }

  /// Waits until an answer begins.
  mutating func wait() throws(RuntimeError) {
    if bytes.isEmpty { try fill() }
  }

  /// Reads the answer; informational answers (1xx) before it do not count.
  mutating func read() throws(RuntimeError) -> HTTPResponse {
    var response = try readHead()
    while (100..<200).contains(response.status) { response = try readHead() }
    if response.headers["transfer-encoding"]?.lowercased() == "chunked" {
      response.body = try readChunks()
    } else if let text = response.headers["content-length"] {
      guard let count = Int(text), count >= 0 else {
        throw .protocolViolation("the content length \(text)")
      }
      response.body = try read(count)
    }
    return response
  }

  /// Reads the status line and the headers.
  private mutating func readHead() throws(RuntimeError) -> HTTPResponse {
    let line = try readLine()
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard parts.count >= 2, parts[0].starts(with: "HTTP/1.".utf8),
      let status = Int(Self.text(parts[1]))
    else { throw .protocolViolation("no HTTP but \(Self.text(line.prefix(80)))") }
    var response = HTTPResponse(status: status)
    while case let line = try readLine(), !line.isEmpty {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = line[colon...].dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
      response.headers.add(Self.text(line[..<colon]), Self.text(value))
    }
    return response
  }

  /// Reads a content that comes in chunks.
  private mutating func readChunks() throws(RuntimeError) -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let line = Self.text(try readLine())
      guard let count = Int(line.prefix { $0 != ";" && $0 != " " }, radix: 16) else {
        throw .protocolViolation("a chunk of size \(line.prefix(80))")
      }
      guard count > 0 else { break }
      body += try read(count)
      _ = try readLine()
    }
    while try !readLine().isEmpty {}
    return body
  }

  /// Reads a line, without its end.
  private mutating func readLine() throws(RuntimeError) -> ArraySlice<UInt8> {
    var end = bytes.firstIndex(of: 0x0A)
    while end == nil {
      let searched = bytes.count
      try fill()
      end = bytes.dropFirst(searched).firstIndex(of: 0x0A)
    }
    let line = bytes[..<(end ?? bytes.endIndex)]
    bytes = bytes[line.endIndex...].dropFirst()
    return line.last == 0x0D ? line.dropLast() : line
  }

  /// Reads `count` bytes.
  private mutating func read(_ count: Int) throws(RuntimeError) -> [UInt8] {
    while bytes.count < count { try fill() }
    defer { bytes = bytes.dropFirst(count) }
    return Array(bytes.prefix(count))
  }

  /// Waits for more bytes.
  private mutating func fill() throws(RuntimeError) {
    let more = try receive()
    guard !more.isEmpty else { throw .closed }
    if bytes.isEmpty { bytes = more[...] } else { bytes += more }
  }

  /// The text in `bytes`.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
