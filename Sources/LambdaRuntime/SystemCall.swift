#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Calls of the operating system that report failure by -1.
enum SystemCall {
  /// The type of a TCP socket.
  static var streamSocket: Int32 {
    #if canImport(Glibc)
      Int32(SOCK_STREAM.rawValue)
    #else
      SOCK_STREAM
    #endif
  }

  /// The result of `call`, which is called again when a signal interrupts it.
  static func retry<Result: SignedInteger>(
    _ operation: String, _ call: () -> Result
  ) throws(RuntimeError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      let code = errno
      guard code == EINTR else { throw .system(operation: operation, code: code) }
    }
  }

  /// What the error number `code` means.
  static func message(of code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
