import CSpawn
import Foundation
import Subprocess
import SystemPackage

/// Starts the program on a pseudo-terminal of its own, as a terminal emulator does.
enum PromptStart {
  /// The time from the start of `executable` to the moment its prompt has been read.
  static func measure(executable: String) async throws -> Duration {
    let terminal = try PseudoTerminal()
    let configuration = Subprocess.Configuration(
      executable: .path(FilePath(executable)),
      environment: .inherit.updating(["TERM": "xterm", "XDG_STATE_HOME": "/nonexistent"]))
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try await Subprocess.run(
      configuration, input: .fileDescriptor(terminal.program, closeAfterSpawningProcess: false),
      output: .fileDescriptor(terminal.program, closeAfterSpawningProcess: false),
      error: .discarded
    ) { execution in
      defer { try? execution.send(signal: .kill) }
      try terminal.readUntil("cws>")
      return clock.now - start
    }
    return outcome.closureResult
  }
}

/// A pseudo-terminal; both ends are closed with it.
private final class PseudoTerminal {
  /// The end that a terminal emulator has.
  let owner: FileDescriptor

  /// The end that the program has.
  let program: FileDescriptor

  /// The longest silence, in milliseconds.
  private static let patience: Int32 = 10_000

  /// Opens a terminal.
  init() throws {
    var ends: [Int32] = [-1, -1]
    guard cspawn_terminal(&ends) == 0 else {
      throw BenchmarkFailure("no pseudo-terminal can be opened")
    }
    owner = FileDescriptor(rawValue: ends[0])
    program = FileDescriptor(rawValue: ends[1])
  }

  deinit {
    try? owner.close()
    try? program.close()
  }

  /// Reads until `text` has come.
  func readUntil(_ text: String) throws {
    var seen: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while !String(decoding: seen, as: UTF8.self).contains(text) {
      var state = pollfd(fd: owner.rawValue, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, Self.patience) > 0 else {
        throw BenchmarkFailure("the program shows no prompt")
      }
      let count = try buffer.withUnsafeMutableBytes { try owner.read(into: $0) }
      guard count > 0 else { throw BenchmarkFailure("the program ended before its prompt") }
      seen.append(contentsOf: buffer[..<count])
    }
  }
}
