/// Writes what a session prints to a terminal: data to standard output, the rest to standard error.
package struct OutputPrinter: Sendable {
  /// Where it is written.
  private let terminal: any Terminal

  /// Creates a printer.
  package init(terminal: any Terminal) {
    self.terminal = terminal
  }

  /// Writes `output`.
  package func print(_ output: Output) {
    let channel: TerminalChannel = output.isData ? .output : .error
    terminal.showProgress(nil)
    let text = output.text(width: terminal.width, isColored: terminal.isColored(channel))
    terminal.write(terminal.isInteractive ? Self.cut(text) : text, to: channel)
  }

  /// The most bytes of one output that a person is shown.
  private static let limit = 50_000

  /// `text`, or its beginning and a remark if it is longer than anybody reads.
  private static func cut(_ text: String) -> String {
    let count = text.utf8.count
    guard count > limit else { return text }
    var start = Substring(decoding: text.utf8.prefix(limit), as: UTF8.self)
    if let end = start.lastIndex(where: \.isNewline) { start = start[..<end] }
    let rest = count - start.utf8.count
    return "\(start)\n… and \(rest) more bytes; reshape the result, or print a part of `$_`"
  }
}
