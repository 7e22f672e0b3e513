#if canImport(Glibc)
  // The C library's streams are variables, but nothing here changes them.
  @preconcurrency import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The variables of the process's environment.
package enum ProcessEnvironment {
  /// The value of the variable `name`; setting it to nil removes the variable.
  package static subscript(name: String) -> String? {
    get { getenv(name).map { String(cString: $0) } }
    set {
      if let newValue { setenv(name, newValue, 1) } else { unsetenv(name) }
    }
  }
}

/// The ends of a service's process.
enum ProcessExit {
  /// All was done.
  static func done() -> Never { exit(0) }

  /// The service could not go on.
  static func failed() -> Never { exit(1) }

  /// The process was not started as it must be.
  static func usage() -> Never { exit(64) }
}

/// The log of a service, which is its standard error.
enum Log {
  /// Writes `line`, in one piece.
  @Sendable static func write(_ line: String) {
    write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes each line that the service prints at once, so that a crash loses none.
  static func bufferStandardOutputByLines() {
    setvbuf(stdout, nil, _IOLBF, 0)
  }

  /// Writes what the service has printed, so that it is in the log before the answer.
  static func flushStandardOutput() {
    fflush(nil)
  }

  /// Writes `bytes` to `descriptor`.
  fileprivate static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(count, 0))
    }
  }
}

/// Standard output, kept for one document while everything else that is printed goes to the log.
struct StandardOutput {
  /// The descriptor of the real standard output.
  private let descriptor: Int32

  /// Takes standard output away from whatever prints.
  static func reserve() -> StandardOutput {
    let descriptor = dup(STDOUT_FILENO)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    return StandardOutput(descriptor: descriptor)
  }

  /// Writes `bytes`.
  func write(_ bytes: [UInt8]) {
    Log.write(bytes, to: descriptor)
  }
}

/// The system's own function `write`.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
