import Subprocess
import Synchronization

/// A program that is run to its end: a compiler, a build, or a service that describes itself.
struct Command: Sendable {
  /// The name of the program, which is looked up in `PATH`.
  var name: String

  /// Its arguments.
  var arguments: [String]

  /// Its variables; nil stands for those of the host.
  var environment: [String: String]?

  /// What came of a command.
  struct Result: Sendable {
    /// How it ended; nil if its time was up.
    var status: ExitStatus?

    /// The bytes of its standard output.
    var output: [UInt8]

    /// The lines of its standard error.
    var errors: [String]

    /// Whether it ended well.
    var isSuccess: Bool { status == .exited(0) }

    /// The lines of both outputs, those of standard output first.
    var lines: [String] {
      String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init) + errors
    }
  }

  /// How a command ended: nil if its time was up; or why it could not be run.
  fileprivate typealias End = Swift.Result<ExitStatus?, any Error>

  /// Why a command could not be run.
  enum Failure: Error {
    /// The program could not be started.
    case notStarted(String)

    /// The task was cancelled.
    case cancelled
  }

  /// A command that runs the program at the path `executable`.
  ///
  /// It goes through `env`, for Subprocess takes a path only as a type of another package.
  init(executable: String, arguments: [String], environment: [String: String]) {
    self.init(name: "env", arguments: ["--", executable] + arguments, environment: environment)
  }

  /// A command that runs the program `name`.
  init(name: String, arguments: [String], environment: [String: String]? = nil) {
    self.name = name
    self.arguments = arguments
    self.environment = environment
  }

  /// Runs the command until it ends or `limit` is over.
  ///
  /// The lines of both outputs are given to `onLine` as they come, and the number of the process to
  /// `onStart`. Of standard output no more than `outputLimit` bytes are kept.
  ///
  /// Cancelling the task ends the command and whatever it started.
  func run(
    limit: Duration? = nil, outputLimit: Int = 8 * 1024 * 1024,
    onStart: @escaping @Sendable (Int32) async -> Void = { _ in },
    onLine: (@Sendable (String) -> Void)? = nil
  ) async throws(Failure) -> Result {
    let collector = OutputCollector(outputLimit: outputLimit, onLine: onLine)
    let status = await withTaskGroup(of: End.self) { group in
      group.addTask { await execute(into: collector, onStart) }
      if let limit {
        group.addTask {
          try? await Task.sleep(for: limit)
          return .success(nil)
        }
      }
      let first = await group.next()
      group.cancelAll()
      return first ?? .success(nil)
    }
    if Task.isCancelled { throw .cancelled }
    return try collector.result(of: status)
  }

  // MARK: -

  /// Runs the command and returns how it ended.
  private func execute(
    into collector: OutputCollector, _ onStart: @Sendable (Int32) async -> Void
  ) async -> End {
    do {
      return .success(try await start(into: collector, onStart))
    } catch {
      return .failure(error)
    }
  }

  /// Starts the command, waits for its end, and returns how it ended.
  private func start(
    into collector: OutputCollector, _ onStart: @Sendable (Int32) async -> Void
  ) async throws -> ExitStatus {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    let result = try await Subprocess.run(
      .name(name), arguments: Arguments(arguments), environment: variables,
      platformOptions: options, input: .none, output: .sequence, error: .sequence
    ) { execution in
      await onStart(execution.processIdentifier.value)
      async let output: Void = Self.read(execution.standardOutput, collector.takeOutput)
      async let errors: Void = Self.read(execution.standardError, collector.takeErrors)
      _ = try await (output, errors)
    }
    switch result.terminationStatus {
    case .exited(let code): return .exited(code)
    case .signaled(let signal): return .signaled(signal)
    }
  }

  /// The variables as Subprocess has them.
  private var variables: Environment {
    guard let environment else { return .inherit }
    return .custom(
      Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })
    )
  }

  /// Gives the bytes of `sequence` to `take`.
  private static func read(
    _ sequence: SubprocessOutputSequence, _ take: ([UInt8]) -> Void
  ) async throws {
    for try await buffer in sequence { take(buffer.withUnsafeBytes { Array($0) }) }
  }
}

/// Collects the outputs of a command within limits.
private final class OutputCollector: Sendable {
  /// What has been collected.
  private struct State {
    var output: [UInt8] = []
    var errors = LogBuffer<String>(lineLimit: 20_000, byteLimit: 4 * 1024 * 1024)
    var outputLines = LineSplitter()
    var errorLines = LineSplitter()
  }

  /// The most bytes of standard output that are kept.
  private let outputLimit: Int

  /// What has been collected.
  private let state = Mutex(State())

  /// Takes each line of both outputs.
  private let onLine: (@Sendable (String) -> Void)?

  init(outputLimit: Int, onLine: (@Sendable (String) -> Void)?) {
    self.outputLimit = outputLimit
    self.onLine = onLine
  }

  /// Takes bytes of standard output.
  func takeOutput(_ bytes: [UInt8]) {
    let lines = state.withLock { state in
      state.output += bytes.prefix(outputLimit - state.output.count)
      return onLine == nil ? [] : state.outputLines.push(bytes)
    }
    for line in lines { onLine?(line) }
  }

  /// Takes bytes of standard error.
  func takeErrors(_ bytes: [UInt8]) {
    let lines = state.withLock { state in
      let lines = state.errorLines.push(bytes)
      for line in lines { state.errors.append(line) }
      return lines
    }
    for line in lines { onLine?(line) }
  }

  /// What was collected by a command that ended with `status`.
  func result(
    of end: Command.End
  ) throws(Command.Failure) -> Command.Result {
    let status: ExitStatus?
    switch end {
    case .success(let value): status = value
    case .failure(let error): throw .notStarted("\(error)")
    }
    return state.withLock { state in
      if let line = state.errorLines.finish() { state.errors.append(line) }
      return Command.Result(status: status, output: state.output, errors: state.errors.lines)
    }
  }
}
