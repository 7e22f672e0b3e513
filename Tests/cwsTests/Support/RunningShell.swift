import Foundation
import Synchronization

/// The program with an input that is not at its end.
final class RunningShell: Sendable {
  /// The program.
  private let process: Process

  /// Where its input comes from.
  private let input = Pipe()

  /// What it has written to standard output.
  private let output = Mutex<String>("")

  /// Starts the program with `arguments` and enters `lines`.
  init(_ arguments: [String] = [], lines: [String] = []) throws {
    process = Process()
    process.arguments = arguments
    process.executableURL = URL(filePath: Program.path)
    process.currentDirectoryURL = Program.package
    process.environment = ProcessInfo.processInfo.environment
      .merging(["CWS_CACHE": Program.cache, "NO_COLOR": "1"]) { $1 }
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let text = String(decoding: handle.availableData, as: UTF8.self)
      self?.output.withLock { $0 += text }
    }
    for line in lines { try enter(line) }
  }

  /// Its number.
  var id: Int32 { process.processIdentifier }

  /// Enters a line.
  func enter(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Waits until it has written `text`.
  func wait(forOutput text: String, seconds: Int = 60) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !output.withLock({ $0.contains(text) }) {
      guard ContinuousClock.now < deadline else {
        throw Screen.Missing(what: text, screen: output.withLock { $0 })
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Ends its input.
  func close() {
    try? input.fileHandleForWriting.close()
  }
}
