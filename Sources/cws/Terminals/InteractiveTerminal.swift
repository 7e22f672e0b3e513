import Diagnostics
import Foundation
import LineEditing
import Shell
import Synchronization

/// The terminal in which a person types, edited by libedit.
struct InteractiveTerminal: Terminal {
  /// The editor of the lines.
  private let editor: LineEditor

  /// Whether colours are shown.
  private let hasColor: Bool

  /// Whether a line is being edited, above which the rest is written.
  private let isEditing = Flag()

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
    isEditing.set(true)
    let event = await editor.readLine(prompt: prompt)
    isEditing.set(false)
    return switch event {
    case .line(let line): .line(line)
    case .interrupted: .interrupted
    case .endOfInput: .end
    }
  }

  func write(_ text: String, to channel: TerminalChannel) {
    if isEditing.isSet { return editor.print(text + "\n") }
    StandardStreams.write(text + "\n", to: .output)
  }

  func showProgress(_ progress: WorkProgress?) {
    guard !isEditing.isSet else { return }
    let line = progress.map { String($0.text.prefix(max(10, width - 1))) } ?? ""
    StandardStreams.write("\r\u{1B}[K" + line, to: .error)
  }

  func addHistory(_ entry: String) { editor.addHistory(entry) }

  /// Gives the terminal back as it was.
  func close() { editor.close() }
}

/// Something that is so or not.
private final class Flag: Sendable {
  private let state = Mutex(false)

  /// Whether it is so.
  var isSet: Bool { state.withLock { $0 } }

  /// Says whether it is so.
  func set(_ value: Bool) { state.withLock { $0 = value } }
}
