import Foundation
import Subprocess
import SystemPackage

/// A terminal of tmux in which the program runs.
struct Screen {
  /// The name of tmux's server.
  private let server: String

  /// What the screen shows after lines that the program was to print did not come.
  struct Missing: Error, CustomStringConvertible {
    var text: String
    var screen: String
    var description: String { "\(text.debugDescription) is not on the screen:\n\(screen)" }
  }

  /// Starts `command` in a terminal of `width` cells.
  init(_ command: String, width: Int = 110, in folder: URL = Program.package) async throws {
    server = "cws-\(UUID().uuidString.prefix(8))"
    try await tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "400", "-c", folder.path,
      command,
    ])
  }

  /// Types `text` and Enter.
  func enter(_ text: String) async throws {
    try await tmux(["send-keys", "-l", text])
    try await press("Enter")
  }

  /// Presses a key by tmux's name for it.
  func press(_ key: String) async throws {
    try await tmux(["send-keys", key])
  }

  /// Waits until `text` is on the screen.
  func wait(for text: String, seconds: Int = 30) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let shown = try await contents()
      if shown.contains(text) { return }
      guard ContinuousClock.now < deadline else { throw Missing(text: text, screen: shown) }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// What the screen shows, without spaces at the ends of lines.
  func contents() async throws -> String {
    try await tmux(["capture-pane", "-p", "-J"])
  }

  /// Ends the terminal and all that runs in it.
  func close() async throws {
    try await tmux(["kill-server"])
  }

  /// Asks tmux.
  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    let record = try await Subprocess.run(
      .name("tmux"), arguments: Arguments(["-L", server] + arguments),
      output: .string(limit: 1 << 22), error: .discarded)
    return record.standardOutput
  }
}
