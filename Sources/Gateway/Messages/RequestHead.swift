import ServiceModel

/// The request line and the headers of a request.
struct RequestHead {
  /// The method.
  let method: String

  /// The path and the query.
  let target: String

  /// The headers.
  private(set) var headers = Headers([])

  /// Whether the client may send another request.
  private(set) var staysOpen: Bool

  /// The bytes of the body, if the head tells.
  private(set) var length: Int?

  /// Whether the body comes in chunks.
  private(set) var isChunked = false

  /// Whether the client waits for permission to send the body.
  private(set) var expectsPermission = false

  /// Reads `bytes`, which end with an empty line.
  init(_ bytes: ArraySlice<UInt8>) throws(RequestError) {
    var lines = Lines(bytes)
    guard let first = try lines.next() else { throw .malformed }
    (method, target, staysOpen) = try Self.requestLine(first)
    while let line = try lines.next(), !line.isEmpty { try add(line) }
    if isChunked, length != nil { throw .malformed }
  }

  // MARK: -

  /// Takes a request line apart; only version 1.1 keeps connections open unasked.
  private static func requestLine(
    _ line: ArraySlice<UInt8>
  ) throws(RequestError) -> (method: String, target: String, staysOpen: Bool) {
    guard let first = line.firstIndex(of: 0x20), let last = line.lastIndex(of: 0x20), first < last
    else { throw .malformed }
    let (method, target) = (line[..<first], line[(first + 1)..<last])
    guard !method.isEmpty, method.allSatisfy(\.isTokenByte), !target.isEmpty,
      target.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { throw .malformed }
    let version = line[(last + 1)...]
    let isNew = version.elementsEqual("HTTP/1.1".utf8)
    guard isNew || version.elementsEqual("HTTP/1.0".utf8) else { throw .malformed }
    return (
      String(decoding: method, as: UTF8.self), String(decoding: target, as: UTF8.self), isNew
    )
  }

  /// Takes a line with a header.
  private mutating func add(_ line: ArraySlice<UInt8>) throws(RequestError) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(\.isTokenByte)
    else { throw .malformed }
    var value = line[(colon + 1)...]
    while let byte = value.first, byte == 0x20 || byte == 0x09 { value.removeFirst() }
    while let byte = value.last, byte == 0x20 || byte == 0x09 { value.removeLast() }
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { throw .malformed }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    let text = String(decoding: value, as: UTF8.self)
    headers.add(name, text)
    try note(name, text)
  }

  /// Notes what a header says of the connection and the body.
  private mutating func note(_ name: String, _ text: String) throws(RequestError) {
    if Headers.isSame(name, "Connection") {
      let words = text.lowercased().split { $0 == "," || $0 == " " }
      if words.contains("close") { staysOpen = false }
      if words.contains("keep-alive") { staysOpen = true }
    } else if Headers.isSame(name, "Content-Length") {
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text),
        length == nil || length == count
      else { throw .malformed }
      length = count
    } else if Headers.isSame(name, "Transfer-Encoding") {
      guard !isChunked, Headers.isSame(text, "chunked") else { throw .unknownEncoding }
      isChunked = true
    } else if Headers.isSame(name, "Expect") {
      expectsPermission = Headers.isSame(text, "100-continue")
    }
  }

  /// The lines of a head.
  private struct Lines {
    /// What has not been read.
    private var rest: ArraySlice<UInt8>

    /// Starts with the first line of `bytes`.
    init(_ bytes: ArraySlice<UInt8>) {
      rest = bytes
    }

    /// The next line without its end.
    mutating func next() throws(RequestError) -> ArraySlice<UInt8>? {
      guard let end = rest.firstIndex(of: 0x0A) else { return nil }
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      guard line.last == 0x0D else { throw .malformed }
      return line.dropLast()
    }
  }
}

extension UInt8 {
  /// Whether it can be part of a method or of a header's name.
  var isTokenByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
