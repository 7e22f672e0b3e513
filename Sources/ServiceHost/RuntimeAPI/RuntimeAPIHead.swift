/// The head of a request of the Lambda Runtime API: as much of HTTP as it takes.
struct RuntimeAPIHead: Equatable {
  /// Why a head cannot be read.
  struct Malformed: Error {}

  /// What is asked for, with an empty body.
  private(set) var request: RuntimeRequest

  /// The number of bytes of the body, if it is told.
  private(set) var contentLength = 0

  /// Whether the body comes in chunks.
  private(set) var isChunked = false

  /// Whether the connection stays open behind the reply.
  private(set) var staysOpen: Bool

  /// Whether the client waits for permission to send the body.
  private(set) var expectsPermission = false

  /// Reads the lines of a head, up to the empty one.
  init(_ bytes: UnsafeRawBufferPointer) throws(Malformed) {
    var lines = Lines(rest: bytes[...])
    guard let first = lines.next() else { throw Malformed() }
    let words = first.split(separator: UInt8(ascii: " "))
    guard words.count == 3, words[2].starts(with: "HTTP/1.".utf8) else { throw Malformed() }
    staysOpen = words[2].last != UInt8(ascii: "0")
    request = RuntimeRequest(method: words[0], path: words[1])
    while let line = lines.next(), !line.isEmpty { try readHeader(line) }
  }

  // MARK: -

  /// The lines of a head.
  private struct Lines: IteratorProtocol {
    /// The bytes that have yet to be read.
    var rest: Slice<UnsafeRawBufferPointer>

    mutating func next() -> Slice<UnsafeRawBufferPointer>? {
      guard !rest.isEmpty else { return nil }
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...].dropFirst()
      return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
  }

  /// Takes a header, of which few matter.
  private mutating func readHeader(_ line: Slice<UnsafeRawBufferPointer>) throws(Malformed) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw Malformed() }
    let name = line[..<colon]
    lazy var value = String(decoding: line[colon...].dropFirst(), as: UTF8.self).trimmed
    switch name.count {
    case 14 where name.isText("content-length"):
      guard let count = Int(value), count >= 0 else { throw Malformed() }
      contentLength = count
    case 17 where name.isText("transfer-encoding"): isChunked = value.lowercased() == "chunked"
    case 10 where name.isText("connection"):
      if value.lowercased() == "close" { staysOpen = false }
      if value.lowercased() == "keep-alive" { staysOpen = true }
    case 6 where name.isText("expect"): expectsPermission = value.lowercased() == "100-continue"
    case 34 where name.isText("lambda-runtime-function-error-type"): request.errorType = value
    default: break
    }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// Whether the bytes are those of `text`, which has no capitals, but for capitals.
  fileprivate func isText(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      text.count == count && zip(self, text).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }
  }
}

extension String {
  /// The text without spaces and tabs around it.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(start[...last])
  }
}

extension RuntimeRequest {
  /// The part of a path that all of the Lambda Runtime API begins with.
  private static let root: StaticString = "/2018-06-01/runtime/"

  /// Recognizes the request for `path`; its body has yet to come.
  fileprivate init(method: Slice<UnsafeRawBufferPointer>, path: Slice<UnsafeRawBufferPointer>) {
    let isPost = method.isText("post")
    switch Self.route(path) {
    case .next where method.isText("get"): self = .next
    case .response(let call) where isPost: self = .response(call, .bytes([]))
    case .error(let call) where isPost: self = .error(call, .bytes([]), type: nil)
    case .initError where isPost: self = .initError(.bytes([]), type: nil)
    default:
      self = .unknown(
        method: String(decoding: method, as: UTF8.self), uri: String(decoding: path, as: UTF8.self))
    }
  }

  /// What the API has.
  private enum Route {
    case next
    case response(CallID)
    case error(CallID)
    case initError
  }

  /// The route at `path`, if there is one.
  private static func route(_ path: Slice<UnsafeRawBufferPointer>) -> Route? {
    guard path.prefix(root.utf8CodeUnitCount).isText(root) else { return nil }
    let words = path.dropFirst(root.utf8CodeUnitCount).split(separator: UInt8(ascii: "/"))
    switch words.count {
    case 2 where words[0].isText("invocation") && words[1].isText("next"): return .next
    case 2 where words[0].isText("init") && words[1].isText("error"): return .initError
    case 3 where words[0].isText("invocation") && words[2].isText("response"):
      return .response(CallID(words[1]) ?? .none)
    case 3 where words[0].isText("invocation") && words[2].isText("error"):
      return .error(CallID(words[1]) ?? .none)
    default: return nil
    }
  }

  /// The type of error that a header gave.
  fileprivate var errorType: String? {
    get {
      switch self {
      case .error(_, _, let type), .initError(_, let type): type
      case .next, .response, .unknown: nil
      }
    }
    set {
      switch self {
      case .error(let call, let body, _): self = .error(call, body, type: newValue)
      case .initError(let body, _): self = .initError(body, type: newValue)
      case .next, .response, .unknown: break
      }
    }
  }
}
