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
    address = await Self.firstLine(of: output.fileHandleForReading)
    if address.hasPrefix("http") { return }
    process.waitUntilExit()
    throw NotServed(log: text)
  }

  /// The first line of what `handle` brings, without a slash at its end; empty if none comes.
  private static func firstLine(of handle: FileHandle) async -> String {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var text = ""
        while !text.contains("\n"), case let data = handle.availableData, !data.isEmpty {
          text += String(decoding: data, as: UTF8.self)
        }
        let line = text.prefix { $0 != "\n" }
        continuation.resume(returning: String(line.last == "/" ? line.dropLast() : line))
      }
    }
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
