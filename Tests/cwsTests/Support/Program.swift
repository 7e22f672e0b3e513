import Foundation
import Subprocess
import SystemPackage

/// The built program, as a shell starts it.
struct Program {
  /// The folder of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The built `cws`, which stands beside the tests.
  static let path: String = {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appending(path: "cws").path
  }()

  /// Where the tests keep built services; shared by all of them and by later runs.
  static let cache =
    ProcessInfo.processInfo.environment["CWS_CACHE"]
    ?? package.appending(path: ".build/coworks-cache").path

  /// Builds the authors' library and the services of the first session, once for all tests.
  static func prepareServices() async throws {
    guard try await services.value else { throw NoServices() }
  }

  /// Why tests that need services cannot run.
  struct NoServices: Error {}

  /// The build that all tests wait for.
  private static let services = Task {
    let load = "load sessions/services/inventory.swift sessions/services/payments.swift"
    return try await run(["-c", load]).status == 0
  }

  /// What a run of the program left.
  struct Result {
    /// The exit code.
    var status: Int32

    /// What it wrote to standard output.
    var output: String

    /// What it wrote to standard error.
    var error: String
  }

  /// Runs the program with `arguments` and `input`, in `folder`.
  static func run(
    _ arguments: [String], input: String = "", in folder: URL = package,
    environment: [String: String] = [:]
  ) async throws -> Result {
    try await start(path, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs a script of the system's shell in `folder`; `$CWS` in it is the program.
  static func shell(_ script: String, in folder: URL) async throws -> Result {
    try await start("/bin/sh", ["-c", script], input: "", in: folder, environment: ["CWS": path])
  }

  /// Runs `executable` in the tests' environment.
  private static func start(
    _ executable: String, _ arguments: [String], input: String, in folder: URL,
    environment: [String: String]
  ) async throws -> Result {
    var values: [Environment.Key: String?] = ["CWS_CACHE": cache, "NO_COLOR": "1"]
    for (name, value) in environment { values[Environment.Key(stringLiteral: name)] = value }
    let record = try await Subprocess.run(
      .path(FilePath(executable)), arguments: Arguments(arguments),
      environment: .inherit.updating(values), workingDirectory: FilePath(folder.path),
      input: .string(input), output: .string(limit: 1 << 26), error: .string(limit: 1 << 26))
    let status: Int32 =
      switch record.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Result(status: status, output: record.standardOutput, error: record.standardError)
  }

  /// An empty folder, removed when the process ends.
  static func temporaryFolder() throws -> URL {
    let url = temporaryFolders.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// The folder of the empty folders.
  private static let temporaryFolders: URL = {
    atexit { try? FileManager.default.removeItem(at: Program.temporaryFolders) }
    return FileManager.default.temporaryDirectory.appending(path: "cws-tests-\(getpid())")
  }()
}
