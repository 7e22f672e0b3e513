import ArgumentParser
import LineEditing
import Shell

/// `cws [FILE]`, `cws -c LINE`: the shell.
struct ShellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "Open the prompt, or enter one line.")

  @Argument(help: "A saved session to open; nothing in it is run.", completion: .file())
  var file: String?

  @Option(name: .customShort("c"), help: "Enter this line and end.")
  var line: String?

  func run() async throws {
    let terminal = try makeTerminal()
    let runtime = Runtime(terminal: terminal)
    var isFine = true
    if let file { isFine = await runtime.session.enter("open \(QuotedName(file))") == .done }
    if let line {
      isFine = await enter(line, into: runtime.session) && isFine
    } else if isFine || terminal.isInteractive {
      isFine = await runtime.loop.run() && isFine
    }
    await runtime.close()
    if let interactive = terminal as? InteractiveTerminal { interactive.close() }
    if !isFine, !terminal.isInteractive || line != nil { throw ExitCode.failure }
  }

  /// Enters every line of `text`.
  private func enter(_ text: String, into session: Session) async -> Bool {
    var isFine = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      switch await session.enter(String(line)) {
      case .failed: isFine = false
      case .quit: return isFine
      case .done, .incomplete: break
      }
    }
    return await session.finish() != .failed && isFine
  }

  /// The terminal of a person, or the script on standard input.
  private func makeTerminal() throws -> any Terminal {
    guard line == nil, LineEditor.isAvailable() else {
      return ScriptTerminal(
        colors: (StandardStreams.isColored(.output), StandardStreams.isColored(.error)))
    }
    let editor = try LineEditor(
      configuration: LineEditorConfiguration(historyFile: Locations.history))
    return InteractiveTerminal(editor: editor, hasColor: StandardStreams.isColored(.output))
  }
}
