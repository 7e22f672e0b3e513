import LineEditing
import Shell

/// Standard input that is no terminal: a script, read line by line.
struct ScriptTerminal: Terminal {
  /// The source of the lines.
  private let reader = ScriptReader()

  /// Whether each of the streams shows colours.
  private let colors: (output: Bool, error: Bool)

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

  func showProgress(_ text: String?) {}

  func addHistory(_ entry: String) {}
}
