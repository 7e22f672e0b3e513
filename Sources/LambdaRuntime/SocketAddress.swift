#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The address of a TCP server.
struct SocketAddress {
  /// The family of protocols.
  let family: Int32

  /// The address as the system calls take it.
  private let bytes: [UInt8]

  /// Finds the address written `HOST:PORT`.
  init(_ endpoint: String) throws(RuntimeError) {
    guard let colon = endpoint.lastIndex(of: ":") else { throw .address(endpoint) }
    let host = endpoint[..<colon].filter { $0 != "[" && $0 != "]" }
    var hints = addrinfo()
    hints.ai_socktype = SystemCall.streamSocket
    var found: UnsafeMutablePointer<addrinfo>?
    let port = String(endpoint[endpoint.index(after: colon)...])
    guard getaddrinfo(host, port, &hints, &found) == 0, let found else { throw .address(endpoint) }
    defer { freeaddrinfo(found) }
    family = found.pointee.ai_family
    let content = UnsafeRawBufferPointer(
      start: found.pointee.ai_addr, count: Int(found.pointee.ai_addrlen))
    bytes = Array(content)
  }

  /// Connects the socket `descriptor` to the address.
  func connect(_ descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      guard let address = buffer.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
        return -1
      }
      return call(descriptor, address, socklen_t(buffer.count))
    }
  }

  /// The system's own function of this name.
  private var call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32 {
    #if canImport(Glibc)
      Glibc.connect
    #elseif canImport(Musl)
      Musl.connect
    #else
      Darwin.connect
    #endif
  }
}
