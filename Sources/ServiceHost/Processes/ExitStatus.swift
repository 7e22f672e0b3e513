/// How a process ended.
enum ExitStatus: Hashable, Sendable {
  /// It ended by itself with this code.
  case exited(Int32)

  /// This signal ended it.
  case signaled(Int32)
}

extension ExitStatus: CustomStringConvertible {
  /// What the process did, as the rest of a sentence.
  var description: String {
    switch self {
    case .exited(let code): "ended with exit code \(code)"
    case .signaled(let signal): "was ended by signal \(signal)\(Self.name(of: signal))"
    }
  }

  /// The name of `signal` in brackets, if it is a common one.
  private static func name(of signal: Int32) -> String {
    let names: [Int32: String] = [
      1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS",
      8: "SIGFPE", 9: "SIGKILL", 11: "SIGSEGV", 13: "SIGPIPE", 15: "SIGTERM", 24: "SIGXCPU",
    ]
    return names[signal].map { " (\($0))" } ?? ""
  }
}
