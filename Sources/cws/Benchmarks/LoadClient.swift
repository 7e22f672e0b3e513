import Glibc

/// One connection of a load generator.
final class LoadClient {
  /// What came of waiting for an answer.
  enum Reception {
    /// The answer has not come whole.
    case incomplete

    /// The expected answer came after these nanoseconds, and the next request was sent.
    case answered(Int64)

    /// Another answer came or none; the connection was opened anew.
    case failed
  }

  /// The port of the server.
  private let port: Int

  /// The request.
  private let request: [UInt8]

  /// The body that every answer must have.
  private let body: [UInt8]

  /// The socket, or -1.
  private(set) var descriptor: Int32 = -1

  /// The bytes that have come.
  private var received: [UInt8] = []

  /// When the request was sent.
  private var began: Int64 = 0

  /// Creates a connection that is not open.
  init(port: Int, request: [UInt8], body: [UInt8]) {
    self.port = port
    self.request = request
    self.body = body
  }

  /// Opens the connection and sends the first request.
  func open() -> Bool {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard status == 0 else { return false }
    var option: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &option, socklen_t(MemoryLayout<Int32>.size))
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    received.removeAll(keepingCapacity: true)
    began = LoadGenerator.now
    return sendRequest()
  }

  /// Whether the server answers a first request, and with success.
  func isAnswered() -> Bool {
    close()
    guard open() else { return false }
    defer { close() }
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, 10_000) > 0 else { return false }
    var start = [UInt8](repeating: 0, count: 12)
    return recv(descriptor, &start, start.count, 0) == start.count
      && String(decoding: start, as: UTF8.self) == "HTTP/1.1 200"
  }

  /// Closes the connection.
  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  /// Takes what has come.
  func receive() -> Reception {
    let start = received.count
    received.append(contentsOf: repeatElement(0, count: 4_096))
    let count = received.withUnsafeMutableBytes {
      recv(descriptor, $0.baseAddress?.advanced(by: start), 4_096, 0)
    }
    received.removeLast(4_096 - max(0, count))
    if count < 0, errno == EAGAIN { return .incomplete }
    guard count > 0 else { return reopen(after: .failed) }
    guard let answer, received.count >= answer.length else { return .incomplete }
    let now = LoadGenerator.now
    let time = now - began
    let isRight =
      received.starts(with: "HTTP/1.1 200".utf8) && received.count == answer.length
      && received.suffix(body.count).elementsEqual(body)
    let result = isRight ? Reception.answered(time) : .failed
    if answer.closes { return reopen(after: result) }
    received.removeAll(keepingCapacity: true)
    began = now
    return sendRequest() ? result : reopen(after: .failed)
  }

  // MARK: -

  /// Opens the connection anew.
  private func reopen(after result: Reception) -> Reception {
    close()
    return open() ? result : .failed
  }

  /// Sends the request.
  private func sendRequest() -> Bool {
    send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
  }

  /// The head that has come with the empty line behind it, if it is whole.
  private func head(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard let base = bytes.baseAddress else { return nil }
    var start = 0
    while start < bytes.count, let end = memchr(base + start, 0x0A, bytes.count - start) {
      let next = UnsafeRawPointer(end) - base + 1
      if next - start <= 2 { return UnsafeRawBufferPointer(start: base, count: next) }
      start = next
    }
    return nil
  }

  /// The value of the header `name` in `head`.
  private func value(
    _ name: StaticString, in head: UnsafeRawBufferPointer
  ) -> Slice<UnsafeRawBufferPointer>? {
    let count = name.utf8CodeUnitCount
    var start = 0
    while start + count < head.count, let base = head.baseAddress {
      let line = base + start
      if line.load(as: UInt8.self) | 0x20 == name.utf8Start.pointee,
        strncasecmp(
          line.assumingMemoryBound(to: CChar.self),
          UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), count) == 0
      {
        let end = memchr(line, 0x0D, head.count - start).map { UnsafeRawPointer($0) - base }
        return head[(start + count)..<(end ?? head.count)]
      }
      guard let next = memchr(line, 0x0A, head.count - start) else { return nil }
      start = UnsafeRawPointer(next) - base + 1
    }
    return nil
  }

  /// What the bytes that have come are: where the answer ends, and whether the connection does.
  private var answer: (length: Int, closes: Bool)? {
    received.withUnsafeBytes { bytes in
      guard let head = head(of: bytes), let length = value("content-length:", in: head) else {
        return nil
      }
      let number = length.reduce(0) { $1 == 0x20 ? $0 : $0 * 10 + Int($1 & 15) }
      let closes = value("connection:", in: head)?.contains(UInt8(ascii: "c")) ?? false
      return (head.count + number, closes)
    }
  }
}
