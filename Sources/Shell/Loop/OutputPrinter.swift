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
    terminal.write(text, to: channel)
  }
}
