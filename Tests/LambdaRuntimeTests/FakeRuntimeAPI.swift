import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A Lambda Runtime API on a port of this machine that gives out the events it was given, and
/// keeps the requests that it got.
final class FakeRuntimeAPI: Sendable {
  /// Where it listens.
  let endpoint: String

  /// The socket that listens.
  private let listener: Int32

  /// The events that are still to be given out, and the requests so far.
  private let state: Mutex<(events: [String], requests: [String])>

  /// Whether it closes the connection behind each answer.
  private let closesConnections: Bool

  /// Starts to listen.
  init(events: [String], closesConnections: Bool = false, isLocal: Bool = false) {
    self.closesConnections = closesConnections
    state = Mutex((events, []))
    if isLocal {
      (listener, endpoint) = Self.listenLocally()
      Thread.detachNewThread { self.serve() }
      return
    }
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutableBytes(of: &address) { buffer in
      let pointer = buffer.assumingMemoryBound(to: sockaddr.self).baseAddress
      _ = bind(listener, pointer, length)
      _ = listen(listener, 8)
      _ = getsockname(listener, pointer, &length)
    }
    self.listener = listener
    endpoint = "127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    Thread.detachNewThread { self.serve() }
  }

  /// Listens at a name of this machine's own.
  private static func listenLocally() -> (socket: Int32, endpoint: String) {
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let name = "cws-test-\(UInt64.random(in: 0...UInt64.max))"
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { path in
      for (position, byte) in name.utf8.enumerated() { path[position + 1] = byte }
    }
    withUnsafeMutableBytes(of: &address) { buffer in
      let pointer = buffer.assumingMemoryBound(to: sockaddr.self).baseAddress
      _ = bind(listener, pointer, socklen_t(buffer.count))
      _ = listen(listener, 8)
    }
    return (listener, "@" + name)
  }

  /// The requests so far.
  var requests: [String] { state.withLock { $0.requests } }

  /// Serves connections until there are no events left to give out.
  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      var rest: [UInt8] = []
      while let request = receive(connection, &rest) {
        guard let answer = answer(to: request) else {
          close(connection)
          close(listener)
          return
        }
        _ = answer.utf8CString.withUnsafeBytes { write(connection, $0.baseAddress, $0.count - 1) }
        if closesConnections { break }
      }
      close(connection)
    }
  }

  /// The answer to `request`; nil if there is no event left.
  private func answer(to request: String) -> String? {
    state.withLock { state in
      state.requests.append(request)
      guard request.hasPrefix("GET") else {
        return "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"
      }
      guard !state.events.isEmpty else { return nil }
      let event = state.events.removeFirst()
      return "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: r\(state.requests.count)\r\n"
        + "Lambda-Runtime-Deadline-Ms: 1700000000000\r\nLambda-Runtime-Trace-Id: Root=1\r\n"
        + "Content-Length: \(event.utf8.count)\r\n\r\n\(event)"
    }
  }

  /// The next request of `connection`; nil if it was closed.
  private func receive(_ connection: Int32, _ rest: inout [UInt8]) -> String? {
    while true {
      if let size = size(of: String(decoding: rest, as: UTF8.self)) {
        defer { rest.removeFirst(size) }
        return String(decoding: rest[..<size], as: UTF8.self)
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return nil }
      rest += buffer[..<count]
    }
  }

  /// The number of bytes of the request with which `text` begins, if it is whole.
  private func size(of text: String) -> Int? {
    guard let head = text.firstRange(of: "\r\n\r\n") else { return nil }
    let start = text[..<head.upperBound].firstRange(of: "Content-Length: ")?.upperBound
    let length = start.flatMap { Int(text[$0...].prefix { $0.isNumber }) } ?? 0
    let size = text[..<head.upperBound].utf8.count + length
    return text.utf8.count >= size ? size : nil
  }
}
