import LineEditing
import Shell
import Synchronization

/// Standard input that is no terminal: a script, read line by line.
struct ScriptTerminal: Terminal {
  /// The source of the lines.
  private let reader = ScriptReader()

  /// Whether each of the streams shows colours.
  private let colors: (output: Bool, error: Bool)

  /// The long work that was told last.
  private let lastTitle = LastText()

  /// Creates a terminal.
  init(colors: (output: Bool, error: Bool)) {
    self.colors = colors
  }

  var width: Int { Output.fileWidth }

  var isInteractive: Bool { false }

  var interrupts: AsyncStream<Void> { AsyncStream { $0.finish() } }

  func isColored(_ channel: TerminalChannel) -> Bool {
    channel == .output ? colors.output : colors.error
  }

  func readLine(_ request: LineRequest) async -> TerminalEvent {
    do throws(ScriptError) {
      return try await reader.nextLine().map { .line($0) } ?? .end
    } catch {
      return .failed("\(error)")
    }
  }

  func write(_ text: String, to channel: TerminalChannel) {
    StandardStreams.write(text + "\n", to: channel)
  }

  func showProgress(_ progress: WorkProgress?) {
    guard let progress, progress.isLong, lastTitle.replace(by: progress.title) else { return }
    write(progress.title, to: .error)
  }

  func addHistory(_ entry: String) {}
}

/// A text that is told only when it changes.
private final class LastText: Sendable {
  private let text = Mutex("")

  /// Keeps `new`, and tells whether it differs from the text before.
  func replace(by new: String) -> Bool {
    text.withLock { text in
      defer { text = new }
      return text != new
    }
  }
}
