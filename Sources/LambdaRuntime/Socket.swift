#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A connected TCP socket whose calls block; it is closed with its last reference.
final class Socket {
  /// The descriptor.
  private let descriptor: Int32

  /// What one call receives at most.
  private static let capacity = 64 * 1024

  /// Connects to `address`.
  init(connectingTo address: SocketAddress) throws(RuntimeError) {
    descriptor = try SystemCall.retry("socket") {
      socket(address.family, SystemCall.streamSocket, 0)
    }
    if !address.isLocal { setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, on: 1) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    do {
      _ = try SystemCall.retry("connect") { address.connect(descriptor) }
    } catch .system(_, let code) where code == ECONNREFUSED {
      throw .closed
    }
  }

  deinit { close(descriptor) }

  /// Sends all of `bytes`.
  func send(_ bytes: [UInt8]) throws(RuntimeError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try transfer("send") {
        rest.withUnsafeBytes { write(descriptor, $0) }
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits for bytes; none mean that the other side has closed.
  func receive() throws(RuntimeError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.capacity) { buffer, count in
      var received = -1
      repeat {
        received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      } while received < 0
        && errno == EINTR
      code = received < 0 ? errno : 0
      count = max(received, 0)
    }
    if code == ECONNRESET { return [] }
    if code != 0 { throw .system(operation: "recv", code: code) }
    return bytes
  }

  /// The number of bytes that `call` transfers; that the other side has gone is its own error.
  private func transfer(_ operation: String, call: () -> Int) throws(RuntimeError) -> Int {
    do {
      return try SystemCall.retry(operation, call)
    } catch .system(_, let code) where code == EPIPE || code == ECONNRESET {
      throw .closed
    }
  }
}

/// Sends `bytes` without the signal that would end a process whose other side has gone.
private func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  #if canImport(Darwin)
    send(descriptor, bytes.baseAddress, bytes.count, 0)
  #else
    send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
  #endif
}

/// Sets an option of a socket.
private func setsockopt(_ descriptor: Int32, _ level: Int32, _ name: Int32, on value: Int32) {
  var value = value
  _ = setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
}
