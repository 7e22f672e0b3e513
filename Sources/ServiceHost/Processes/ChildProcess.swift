import CSpawn
import Glibc

/// A child process at the head of a session of its own, so that its whole group can be ended.
///
/// It gets no file of its parent but the three standard ones, no signal settings, and exactly the
/// variables it is given.
struct ChildProcess: Sendable {
  /// What to start.
  struct Program: Sendable {
    /// The path of the program.
    var executable: String

    /// The arguments after the program's own name.
    var arguments: [String]

    /// The variables.
    var environment: [String: String]

    /// The folder in which it starts.
    var workingDirectory: String
  }

  /// Why a process could not be started.
  struct SpawnError: Error {
    /// The reason in the system's words.
    var reason: String

    /// Creates the error that has the number `code`.
    init(code: CInt) {
      reason = String(cString: strerror(code))
    }
  }

  /// The process's number, which is its group's too.
  let pid: pid_t

  /// Starts `program`; what it reads and prints goes through the given files.
  ///
  /// `ended` is called once, on a thread of its own, when the process has ended; what was left of
  /// its group has been killed then.
  init(
    _ program: Program, input: CInt, output: CInt, error: CInt,
    ended: @escaping @Sendable (ChildProcess, ExitStatus) -> Void
  ) throws(SpawnError) {
    pid = try Self.spawn(program, input: input, output: output, error: error)
    let child = self
    BlockingThread.run { ended(child, child.waitForEnd()) }
  }

  /// Sends `signal` to the process and its whole group.
  func send(_ signal: CInt) {
    kill(-pid, signal)
  }

  // MARK: -

  /// Waits until the process ends, ends its group, and frees its number.
  private func waitForEnd() -> ExitStatus {
    var information = siginfo_t()
    while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) == -1, errno == EINTR {}
    send(SIGKILL)
    var status: CInt = 0
    while waitpid(pid, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signaled(signal)
  }

  /// Starts `program` and returns its number.
  private static func spawn(
    _ program: Program, input: CInt, output: CInt, error: CInt
  ) throws(SpawnError) -> pid_t {
    let variables = program.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var pid: pid_t = 0
    let result = withCStrings([program.executable] + program.arguments) { arguments in
      withCStrings(variables) { environment in
        cspawn_start(
          &pid, program.executable, arguments, environment, program.workingDirectory, input,
          output, error)
      }
    }
    guard result == 0 else { throw SpawnError(code: result) }
    return pid
  }

  /// Calls `body` with `texts` as C has them: pointers with a null one at the end.
  private static func withCStrings<R>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> R
  ) -> R {
    let pointers = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>
      .allocate(capacity: texts.count + 1)
    _ = pointers.initialize(from: texts.map { strdup($0) } + [nil])
    defer {
      for pointer in pointers { free(pointer) }
      pointers.deallocate()
    }
    guard let base = pointers.baseAddress else { preconditionFailure("the list is never empty") }
    return body(base)
  }
}
