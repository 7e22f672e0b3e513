#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The address of a TCP server, given by numbers, as the runtime API's always is.
///
/// Host names are not looked up: that needs the C library's plug-ins, which a statically linked
/// service has not.
struct SocketAddress {
  /// The family of protocols.
  let family: Int32

  /// The address as the system calls take it.
  private let bytes: [UInt8]

  /// Whether the address is that of a socket of the host's on this machine.
  var isLocal: Bool { family == AF_UNIX }

  /// Reads the address written `HOST:PORT`, such as `127.0.0.1:9001` or `[::1]:9001`.
  ///
  /// `@NAME` is a name in Linux's own space of names for sockets, which are no files.
  init(_ endpoint: String) throws(RuntimeError) {
    if endpoint.hasPrefix("@") {
      family = AF_UNIX
      bytes = try Self.local(endpoint.utf8.dropFirst(), endpoint)
      return
    }
    guard let colon = endpoint.lastIndex(of: ":"),
      let port = UInt16(endpoint[endpoint.index(after: colon)...])
    else { throw .address(endpoint) }
    let host = endpoint[..<colon].filter { $0 != "[" && $0 != "]" }
    if let bytes = Self.version4(host == "localhost" ? "127.0.0.1" : host, port) {
      family = AF_INET
      self.bytes = bytes
    } else if let bytes = Self.version6(host, port) {
      family = AF_INET6
      self.bytes = bytes
    } else {
      throw .address(endpoint)
    }
  }

  /// Connects the socket `descriptor` to the address.
  func connect(_ descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      guard let address = buffer.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
        return -1
      }
      return systemConnect(descriptor, address, socklen_t(buffer.count))
    }
  }

  /// The address of the socket `name`.
  private static func local(
    _ name: Substring.UTF8View, _ endpoint: String
  ) throws(RuntimeError) -> [UInt8] {
    var address = sockaddr_un()
    guard name.count < MemoryLayout.size(ofValue: address.sun_path) else {
      throw .address(endpoint)
    }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { path in
      for (position, byte) in name.enumerated() { path[position + 1] = byte }
    }
    return withUnsafeBytes(of: &address, Array.init)
  }

  /// The address of `host` in version 4 of the Internet Protocol.
  private static func version4(_ host: String, _ port: UInt16) -> [UInt8]? {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { return nil }
    return withUnsafeBytes(of: &address, Array.init)
  }

  /// The address of `host` in version 6 of the Internet Protocol.
  private static func version6(_ host: String, _ port: UInt16) -> [UInt8]? {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    guard inet_pton(AF_INET6, host, &address.sin6_addr) == 1 else { return nil }
    return withUnsafeBytes(of: &address, Array.init)
  }
}

/// The system's own function `connect`.
private func systemConnect(
  _ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t
) -> Int32 {
  connect(descriptor, address, length)
}
