/// Reads HTTP/1.1 requests from bytes that arrive piece by piece.
///
/// It is strict where leniency lets two readers see different requests: lines end with CR LF, names
/// of headers have no space behind them, and a body has one length. See [RFC 9112][rfc].
///
/// [rfc]: https://www.rfc-editor.org/rfc/rfc9112
package struct RequestReader: Sendable {
  /// A request that came whole.
  package struct Reading: Sendable {
    /// The request; of a body over the limit one byte more than that is kept.
    package var request: GatewayRequest

    /// Whether the client may send another request on the connection.
    package var staysOpen: Bool
  }

  /// What the next bytes are.
  private enum State: Equatable, Sendable {
    /// A request line and headers.
    case head

    /// The rest of a body.
    case body(Int)

    /// The size of a chunk.
    case chunkSize

    /// The rest of a chunk.
    case chunk(Int)

    /// The end of the line behind a chunk.
    case chunkEnd

    /// Headers behind the last chunk.
    case trailer
  }

  /// The most bytes of a head, or of a line in a chunked body.
  private static let largestHead = 65_536

  /// The most bytes of a body that are kept.
  private let largestBody: Int

  /// The address of the client.
  private let sourceIP: String

  /// The bytes that came; those before `start` have been read.
  private var bytes: [UInt8] = []

  /// Where the next byte is.
  private var start = 0

  /// Before which byte no end of a head or a line is.
  private var searched = 0

  /// What the next bytes are.
  private var state = State.head

  /// The request whose body is arriving.
  private var reading: Reading?

  /// Whether the client waits for permission to send the body.
  private var awaitsPermission = false

  /// Creates a reader of what the client at `sourceIP` sends.
  package init(sourceIP: String, largestBody: Int = GatewaySettings.largestBody) {
    self.sourceIP = sourceIP
    self.largestBody = largestBody
  }

  /// How many bytes wait to be read.
  package var waiting: Int { bytes.count - start }

  /// Whether a request has begun.
  package var isInRequest: Bool { state != .head || waiting > 0 }

  /// Whether the client is to be told now that it may send the body; asking answers the wish.
  package mutating func takeWishForPermission() -> Bool {
    defer { awaitsPermission = false }
    return awaitsPermission
  }

  /// Takes bytes that came.
  package mutating func add(_ more: some Collection<UInt8>) {
    if start == bytes.count || start > Self.largestHead {
      bytes.removeFirst(start)
      searched -= min(searched, start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next request, if it came whole.
  ///
  /// - Throws: What is wrong with it; nothing behind it can be read then.
  package mutating func next() throws(RequestError) -> Reading? {
    while true {
      switch state {
      case .head:
        guard try readHead() else { return nil }
      case .body(let count):
        guard takeBody(count, then: .head, resume: { .body($0) }) else { return nil }
      case .chunkSize:
        guard let line = try nextLine() else { return nil }
        let size = try Self.chunkSize(bytes[line])
        state = size == 0 ? .trailer : .chunk(size)
      case .chunk(let count):
        guard takeBody(count, then: .chunkEnd, resume: { .chunk($0) }) else { return nil }
      case .chunkEnd:
        guard let line = try nextLine() else { return nil }
        guard line.isEmpty else { throw .malformed }
        state = .chunkSize
      case .trailer:
        guard let line = try nextLine() else { return nil }
        if line.isEmpty { state = .head }
      }
      if state == .head, let complete = reading {
        reading = nil
        return complete
      }
    }
  }

  // MARK: - Pieces

  /// Reads a head, if it came whole.
  private mutating func readHead() throws(RequestError) -> Bool {
    while waiting >= 2, bytes[start] == 0x0D, bytes[start + 1] == 0x0A { start += 2 }
    guard let end = endOfHead() else {
      if waiting > Self.largestHead { throw .headTooLarge }
      return false
    }
    let head = try RequestHead(bytes[start..<end])
    start = end
    reading = Reading(
      request: GatewayRequest(head.method, head.target, headers: head.headers, sourceIP: sourceIP),
      staysOpen: head.staysOpen)
    awaitsPermission = head.expectsPermission && (head.length ?? 0) <= largestBody && waiting == 0
    if head.isChunked {
      state = .chunkSize
    } else if let length = head.length, length > 0 {
      state = .body(length)
    }
    return true
  }

  /// Where the empty line behind the head ends.
  private mutating func endOfHead() -> Int? {
    var position = max(start + 3, searched)
    while position < bytes.count {
      switch bytes[position] {
      case 0x0A:
        if bytes[position - 1] == 0x0D, bytes[position - 2] == 0x0A, bytes[position - 3] == 0x0D {
          return position + 1
        }
        position += 2
      case 0x0D: position += 1
      default: position += 4
      }
    }
    searched = max(start, bytes.count - 3)
    return nil
  }

  /// Takes up to `count` bytes of the body, and tells whether these are all.
  private mutating func takeBody(
    _ count: Int, then next: State, resume: (Int) -> State
  ) -> Bool {
    let taken = min(count, waiting)
    let room = largestBody + 1 - (reading?.request.body.count ?? 0)
    reading?.request.body.append(contentsOf: bytes[start..<(start + min(taken, max(0, room)))])
    start += taken
    state = taken == count ? next : resume(count - taken)
    return taken == count
  }

  /// The next line without its end, if it came whole.
  private mutating func nextLine() throws(RequestError) -> Range<Int>? {
    guard let end = bytes[max(start, searched)...].firstIndex(of: 0x0A) else {
      if waiting > Self.largestHead { throw .headTooLarge }
      searched = bytes.count
      return nil
    }
    guard end > start, bytes[end - 1] == 0x0D else { throw .malformed }
    defer { start = end + 1 }
    return start..<(end - 1)
  }

  /// The size that a chunk begins with.
  private static func chunkSize(_ line: ArraySlice<UInt8>) throws(RequestError) -> Int {
    let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 && $0 != 0x09 }
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count <= 15, text.utf8.allSatisfy(\.isHexDigit), let size = Int(text, radix: 16)
    else { throw .malformed }
    return size
  }
}

/// Why a request cannot be read.
package enum RequestError: Error, Equatable, Sendable {
  /// It is no HTTP.
  case malformed

  /// Its head is larger than any client's is.
  case headTooLarge

  /// Its body is encoded in a way that is not known.
  case unknownEncoding

  /// The status that the client is answered.
  package var status: Int {
    switch self {
    case .malformed: 400
    case .headTooLarge: 431
    case .unknownEncoding: 501
    }
  }
}

extension UInt8 {
  /// Whether it is a hexadecimal digit.
  fileprivate var isHexDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }
}
