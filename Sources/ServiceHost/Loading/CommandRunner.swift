import FoundationEssentials
import Synchronization

/// Runs compilers and builds, which end with the host, however it ends.
struct CommandRunner: Sendable {
  /// Who ends the commands if the host cannot.
  var sentinel: Sentinel?

  /// Runs `command` until it ends or `limit` is over; nothing that it started is left then.
  func run(
    _ command: Command, limit: Duration? = nil, onLine: (@Sendable (String) -> Void)? = nil
  ) async throws(ServiceHostError) -> Command.Result {
    let leader = Mutex<Int32?>(nil)
    defer {
      if let leader = leader.withLock({ $0 }) {
        ProcessSession(leader: leader).kill()
        sentinel?.forget(leader)
      }
    }
    do throws(Command.Failure) {
      return try await command.run(
        limit: limit,
        onStart: { pid in
          leader.withLock { $0 = pid }
          sentinel?.watch(pid)
        }, onLine: onLine)
    } catch {
      throw ServiceHostError(failure: error, of: command.program)
    }
  }

  /// Runs the program with the path or name `name` with the host's variables and those of `environment`.
  func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:],
    onLine: (@Sendable (String) -> Void)? = nil
  ) async throws(ServiceHostError) -> Command.Result {
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let command =
      name.contains("/")
      ? Command(executable: name, arguments: arguments, environment: variables)
      : Command(name: name, arguments: arguments, environment: variables)
    return try await run(command, onLine: onLine)
  }
}

extension ServiceHost {
  /// What runs the host's commands.
  func commandRunner() -> CommandRunner {
    CommandRunner(sentinel: try? watcher())
  }
}

extension Command {
  /// The path or the name of the program.
  fileprivate var program: String {
    name == "env" && arguments.count > 1 ? arguments[1] : name
  }
}

extension ServiceHostError {
  /// The error that the program `name` did not run.
  init(failure: Command.Failure, of name: String) {
    switch failure {
    case .cancelled: self.init(.cancelled, "cancelled")
    case .notStarted(let reason): self.init(.system, "cannot run \(name): \(reason)")
    }
  }
}
