import Foundation

/// The program as a server, with the address that it prints.
final class RunningServer {
  /// The program.
  private let process = Process()

  /// What it writes to standard output.
  private let output = Pipe()

  /// The file with what it writes to standard error.
  private let log: URL

  /// The address, without a slash at the end.
  private(set) var address = ""

  /// Why there is no address.
  struct NotServed: Error {
    /// What the program wrote to standard error.
    let log: String
  }

  /// Starts `cws serve` with `arguments` on any port.
  init(_ arguments: [String], in folder: URL) async throws {
    log = folder.appending(path: "serve.log")
    try Data().write(to: log)
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["serve", "--port", "0"] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["CWS_CACHE": Program.cache, "NO_COLOR": "1"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    for try await line in output.fileHandleForReading.bytes.lines {
      address = String(line.drop { $0 == " " }.prefix { $0 != " " }.dropLast())
      return
    }
    process.waitUntilExit()
    throw NotServed(log: text)
  }

  /// What it wrote to standard error.
  var text: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  /// Tells it to end as Ctrl-C does, and returns its exit code.
  func interrupt() async -> Int32 {
    await withCheckedContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      process.interrupt()
    }
  }
}
