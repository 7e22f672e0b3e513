import Diagnostics
import Foundation
import LineEditing
import Shell

/// The terminal in which a person types, edited by libedit.
struct InteractiveTerminal: Terminal {
  /// The editor of the lines.
  private let editor: LineEditor

  /// Whether colours are shown.
  private let hasColor: Bool

  /// Creates a terminal whose lines `editor` edits.
  init(editor: LineEditor, hasColor: Bool) {
    self.editor = editor
    self.hasColor = hasColor
  }

  var width: Int { StandardStreams.width }

  var isInteractive: Bool { true }

  var interrupts: AsyncStream<Void> { editor.interrupts }

  func isColored(_ channel: TerminalChannel) -> Bool { hasColor }

  func readLine(_ request: LineRequest) async -> TerminalEvent {
    if let keys = request.keys { editor.setKeys(keys == .vi ? .vi : .emacs) }
    editor.setCompleter { typed in
      request.completions.candidates(in: typed.text, at: typed.cursor).map { candidate in
        Completion(
          candidate.text, display: candidate.title, summary: candidate.summary,
          replacing: candidate.range.lowerBound..<candidate.range.upperBound,
          isFollowedBySpace: candidate.isWhole)
      }
    }
    let prompt = Prompt(request.prompt.plain, style: hasColor ? .bold : nil)
    return switch await editor.readLine(prompt: prompt) {
    case .line(let line): .line(line)
    case .interrupted: .interrupted
    case .endOfInput: .end
    }
  }

  func write(_ text: String, to channel: TerminalChannel) {
    StandardStreams.write(text + "\n", to: .output)
  }

  func showProgress(_ text: String?) {
    let line = text.map { String($0.prefix(max(10, width - 1))) } ?? ""
    StandardStreams.write("\r\u{1B}[K" + line, to: .error)
  }

  func addHistory(_ entry: String) { editor.addHistory(entry) }

  /// Gives the terminal back as it was.
  func close() { editor.close() }
}
