import Foundation
import Subprocess
import SystemPackage

/// A terminal of tmux in which the program runs.
struct Screen {
  /// The name of tmux's server.
  private let server = "cws-\(UUID().uuidString.prefix(8))"

  /// Starts the program in a terminal of its own, hands it to `body`, and ends it.
  ///
  /// `command` may be run in place of the program, which is `$CWS` in it. The history is kept in
  /// `state`, else in an empty folder.
  static func open(
    _ command: String = "\"$CWS\"", width: Int = 110, height: Int = 300,
    in folder: URL = Program.package, state: URL? = nil,
    _ body: (Screen) async throws -> Void
  ) async throws {
    let state = try state ?? Program.temporaryFolder()
    let screen = Screen()
    try await screen.tmux([
      "-u", "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "-c", folder.path, "-e", "CWS=\(Program.path)", "-e", "CWS_CACHE=\(Program.cache)",
      "-e", "XDG_STATE_HOME=\(state.path)", "-e", "NO_COLOR=1", "-e", "LC_ALL=C.UTF-8",
      "exec \(command)",
    ])
    do {
      try await body(screen)
    } catch {
      _ = try? await screen.tmux(["kill-server"])
      throw error
    }
    try await screen.tmux(["kill-server"])
  }

  /// Types `text`, without Enter.
  func type(_ text: String) async throws {
    try await tmux(["send-keys", "-l", text])
  }

  /// Presses keys by tmux's names for them.
  func press(_ keys: String...) async throws {
    try await tmux(["send-keys"] + keys)
  }

  /// Types `text` and Enter.
  func enter(_ text: String) async throws {
    try await type(text)
    try await press("Enter")
  }

  /// Types `line` and Enter when there is a prompt, and waits for the next one.
  func converse(_ line: String, seconds: Int = 60) async throws {
    let before = try await wait(for: "a prompt", seconds: seconds) { $0.isReady }.promptCount
    try await enter(line)
    try await wait(for: "a prompt after \(line)", seconds: seconds) {
      $0.isReady && $0.promptCount > before
    }
  }

  /// Pastes `text`, as terminals do it: between the marks of a bracketed paste.
  func paste(_ text: String) async throws {
    try await tmux(["set-buffer", text])
    try await tmux(["paste-buffer", "-p"])
  }

  /// Makes the terminal `width` cells wide.
  func resize(width: Int) async throws {
    try await tmux(["resize-window", "-x", "\(width)"])
  }

  /// Waits until `text` is on the screen.
  func wait(for text: String, seconds: Int = 60) async throws {
    try await wait(for: text, seconds: seconds) { $0.text.contains(text) }
  }

  /// Waits until the last line of the screen is `line`.
  func wait(forLastLine line: String, seconds: Int = 60) async throws {
    try await wait(for: "a last line \(line)", seconds: seconds) { $0.lines.last == line }
  }

  /// Waits until `condition` is true of the screen, and gives the screen.
  @discardableResult
  func wait(
    for what: String, seconds: Int = 60, _ condition: (Contents) -> Bool
  ) async throws -> Contents {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let shown = try await contents()
      if condition(shown) { return shown }
      guard ContinuousClock.now < deadline else { throw Missing(what: what, screen: shown.text) }
      try await Task.sleep(for: .milliseconds(30))
    }
  }

  /// What the screen shows.
  func contents() async throws -> Contents {
    Contents(try await tmux(["capture-pane", "-p", "-J"]))
  }

  /// The number of the process that the terminal belongs to.
  func process() async throws -> Int32? {
    Int32(try await tmux(["list-panes", "-F", "#{pane_pid}"]).trimmingCharacters(in: .newlines))
  }

  // MARK: -

  /// Asks tmux.
  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    let record = try await Subprocess.run(
      .name("tmux"), arguments: Arguments(["-L", server] + arguments),
      output: .string(limit: 1 << 24), error: .discarded)
    return record.standardOutput
  }
}

extension Screen {
  /// What a screen shows.
  struct Contents {
    /// The lines without spaces at their ends, up to the last one that is not empty.
    let lines: [String]

    /// Reads what tmux captured.
    init(_ captured: String) {
      var lines = captured.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }
      while lines.last?.isEmpty == true { lines.removeLast() }
      self.lines = lines
    }

    /// The lines as one text.
    var text: String { lines.joined(separator: "\n") }

    /// How many lines start with a prompt.
    var promptCount: Int { lines.count { Transcript.input(of: $0) != nil } }

    /// Whether the last line is a prompt alone.
    var isReady: Bool { lines.last.flatMap(Transcript.input) == "" }
  }

  /// What did not come, and what the screen shows in its place.
  struct Missing: Error, CustomStringConvertible {
    var what: String
    var screen: String
    var description: String { "\(what) is not on the screen:\n\(screen)" }
  }
}
