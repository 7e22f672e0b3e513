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
  init(events: [String], closesConnections: Bool = false) {
    self.closesConnections = closesConnections
    state = Mutex((events, []))
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

  /// The requests so far.
  var requests: [String] { state.withLock { $0.requests } }

  /// Serves connections until there are no events left to give out.
  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      while let request = receive(connection) {
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
  private func receive(_ connection: Int32) -> String? {
    var bytes: [UInt8] = []
    while true {
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      if isComplete(text) { return text }
    }
  }

  /// Whether `text` is a whole request.
  private func isComplete(_ text: String) -> Bool {
    guard let head = text.firstRange(of: "\r\n\r\n") else { return false }
    let marker = "Content-Length: "
    guard let start = text.firstRange(of: marker)?.upperBound else { return true }
    let length = Int(text[start...].prefix { $0.isNumber }) ?? 0
    return text[head.upperBound...].utf8.count >= length
  }
}
