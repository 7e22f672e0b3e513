import NIOCore

/// Reads the requests of the Lambda Runtime API from bytes that arrive piece by piece.
struct RuntimeAPIReader {
  /// A whole request.
  struct Message: Equatable {
    /// What is asked for.
    var request: RuntimeRequest

    /// Whether the connection stays open behind the reply.
    var staysOpen: Bool
  }

  /// What comes next.
  private enum State: Equatable {
    /// A head, of which so many bytes hold no end.
    case head(searched: Int)

    /// So many bytes of a body, the end of which is that of the request.
    case body(Int)

    /// The size of a chunk, or of the last one.
    case chunkSize

    /// So many bytes of a chunk and the end of its line.
    case chunk(Int)

    /// Headers behind the last chunk.
    case trailer
  }

  /// The most bytes of a head.
  private static let largestHead = 64 * 1024

  /// What comes next.
  private var state = State.head(searched: 0)

  /// The head of the request that is arriving.
  private(set) var head: RuntimeAPIHead?

  /// The bytes of the body so far, but for those over the limit.
  private var body: [UInt8] = []

  /// The number of bytes of the body so far.
  private var count = 0

  /// The bytes that have yet to be read.
  private var buffer = ByteBuffer()

  /// Whether the client waits for permission to send the body.
  private var expectsPermission = false

  /// Whether all that arrived has been read.
  var isEmpty: Bool { buffer.readableBytes == 0 }

  /// Adds what arrived.
  mutating func add(_ bytes: inout ByteBuffer) {
    if buffer.readableBytes == 0 { swap(&buffer, &bytes) } else { buffer.writeBuffer(&bytes) }
  }

  /// Whether the client is to be told to send the body; true once.
  mutating func takePermissionWish() -> Bool {
    defer { expectsPermission = false }
    return expectsPermission
  }

  /// The next whole request, if it has arrived.
  mutating func next() throws(RuntimeAPIHead.Malformed) -> Message? {
    while true {
      switch state {
      case .head(let searched):
        guard try readHead(searched) else { return nil }
      case .body(let rest):
        guard let rest = take(rest) else { return end() }
        state = .body(rest)
        return nil
      case .chunkSize:
        guard let line = try readLine() else { return nil }
        guard let size = Int(line.prefix { $0 != ";" && $0 != " " }, radix: 16), size >= 0 else {
          throw RuntimeAPIHead.Malformed()
        }
        state = size == 0 ? .trailer : .chunk(size)
      case .chunk(let rest):
        if let rest = take(rest) {
          state = .chunk(rest)
          return nil
        }
        state = .chunk(0)
        guard try readLine() != nil else { return nil }
        state = .chunkSize
      case .trailer:
        guard let line = try readLine() else { return nil }
        if line.isEmpty { return end() }
      }
    }
  }

  // MARK: -

  /// Reads a head, if it has arrived, of which `searched` bytes hold no end.
  private mutating func readHead(_ searched: Int) throws(RuntimeAPIHead.Malformed) -> Bool {
    guard let size = buffer.withUnsafeReadableBytes({ Self.headSize($0, searched) }) else {
      guard buffer.readableBytes <= Self.largestHead else { throw RuntimeAPIHead.Malformed() }
      state = .head(searched: max(0, buffer.readableBytes - 3))
      return false
    }
    let result = buffer.withUnsafeReadableBytes { bytes in
      Result { () throws(RuntimeAPIHead.Malformed) in
        try RuntimeAPIHead(UnsafeRawBufferPointer(rebasing: bytes[..<size]))
      }
    }
    let head = try result.get()
    buffer.moveReaderIndex(forwardBy: size)
    self.head = head
    body = []
    count = 0
    state = head.isChunked ? .chunkSize : .body(head.contentLength)
    expectsPermission = head.expectsPermission && buffer.readableBytes == 0
    return true
  }

  /// The number of bytes of a head with the empty line at its end, which is not in the first
  /// `searched` ones.
  private static func headSize(_ bytes: UnsafeRawBufferPointer, _ searched: Int) -> Int? {
    var position = searched
    while let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) {
      let next = bytes[(end + 1)...].prefix(2)
      if next.first == UInt8(ascii: "\n") { return end + 2 }
      if next.elementsEqual("\r\n".utf8) { return end + 3 }
      position = end + 1
    }
    return nil
  }

  /// Takes bytes of the body, and returns how many of `wanted` are missing, or nil if none are.
  private mutating func take(_ wanted: Int) -> Int? {
    let taken = min(wanted, buffer.readableBytes)
    count += taken
    if count <= RuntimeRequest.largestAnswer {
      body.append(contentsOf: buffer.readableBytesView.prefix(taken))
    } else {
      body = []
    }
    buffer.moveReaderIndex(forwardBy: taken)
    return taken == wanted ? nil : wanted - taken
  }

  /// Reads a line, if it has arrived, without its end.
  private mutating func readLine() throws(RuntimeAPIHead.Malformed) -> String? {
    let view = buffer.readableBytesView
    guard let end = view.firstIndex(of: UInt8(ascii: "\n")) else {
      guard view.count <= Self.largestHead else { throw RuntimeAPIHead.Malformed() }
      return nil
    }
    let line = view[..<end]
    let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    buffer.moveReaderIndex(forwardBy: line.count + 1)
    return String(decoding: text, as: UTF8.self)
  }

  /// The request, which is complete.
  private mutating func end() -> Message? {
    state = .head(searched: 0)
    guard let head else { return nil }
    self.head = nil
    let whole = RuntimeRequest.Body.bytes(body)
    let isWhole = count <= RuntimeRequest.largestAnswer
    body = []
    return Message(
      request: head.request.with(isWhole ? whole : .tooLarge(count: count)),
      staysOpen: head.staysOpen)
  }
}

extension RuntimeRequest {
  /// The request with `body`, if it is one that has a body.
  fileprivate func with(_ body: Body) -> RuntimeRequest {
    switch self {
    case .next, .unknown: self
    case .response(let call, _): .response(call, body)
    case .error(let call, _, let type): .error(call, body, type: type)
    case .initError(_, let type): .initError(body, type: type)
    }
  }
}
