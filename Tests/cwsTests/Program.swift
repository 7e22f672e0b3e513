import Foundation
import Subprocess
import SystemPackage

/// The built program, as a shell starts it.
struct Program {
  /// The folder of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The built `cws`, which stands beside the tests.
  static let path: String = {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appending(path: "cws").path
  }()

  /// Where the tests keep built services; shared by all of them and by later runs.
  static let cache =
    ProcessInfo.processInfo.environment["CWS_CACHE"]
    ?? package.appending(path: ".build/coworks-cache").path

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
    var values: [Environment.Key: String?] = ["CWS_CACHE": cache, "NO_COLOR": "1"]
    for (name, value) in environment { values[Environment.Key(stringLiteral: name)] = value }
    let record = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments),
      environment: .inherit.updating(values), workingDirectory: FilePath(folder.path),
      input: .string(input), output: .string(limit: 1 << 26), error: .string(limit: 1 << 26))
    let status: Int32 =
      switch record.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Result(
      status: status, output: record.standardOutput, error: record.standardError)
  }

  /// An empty folder, removed when the process ends.
  static func temporaryFolder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "cws-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }
}
