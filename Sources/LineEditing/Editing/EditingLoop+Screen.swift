internal import CEditline

extension EditingLoop {
  /// Attends to signals and commands while a line is being read.
  func wake() -> Key? {
    let signals = queue.takeSignals()
    if signals.contains(CEDITLINE_SIGNAL_CONTINUE.rawValue) {
      resume()
    }
    if signals.contains(CEDITLINE_SIGNAL_RESIZE.rawValue) {
      resize()
    }
    performCommands()
    if isClosed { return .stop }
    return signals.contains(CEDITLINE_SIGNAL_INTERRUPT.rawValue) ? .interrupt : nil
  }

  /// Writes a text, above the line if there is one.
  func print(_ text: String) {
    guard activity != .idle else {
      editor.write(text)
      return
    }
    eraseLine()
    editor.write(text.hasSuffix("\n") ? text : text + "\n")
    draw()
  }

  // MARK: - The line on the screen

  /// Moves below the line, behind `mark` at its end.
  func leaveLine(_ mark: String) {
    let layout = layout
    let down = layout.end.row - layout.cursor.row
    let right = layout.end.column
    let text =
      "\r" + (down > 0 ? "\u{1b}[\(down)B" : "") + (right > 0 ? "\u{1b}[\(right)C" : "")
    editor.write(text + mark + "\r\n")
  }

  /// Draws the line in the row of the cursor.
  func redrawFromHere() {
    editor.write("\r\u{1b}[J")
    draw()
  }

  /// Where prompt and line stand.
  private var layout: LineLayout {
    let prompt = search?.prompt ?? prompt
    let line = activity == .editing ? editor.line : EditedLine("")
    return LineLayout(prompt: prompt.visibleText, line: line, columns: editor.columns)
  }

  /// Clears the rows of the line, and moves to the first of them.
  private func eraseLine() {
    let up = min(layout.cursor.row, editor.rows - 1)
    editor.write("\r" + (up > 0 ? "\u{1b}[\(up)A" : "") + "\u{1b}[J")
  }

  /// Draws prompt and line at the cursor.
  private func draw() {
    switch activity {
    case .idle: break
    case .editing: editor.refresh()
    case .secret: editor.write(prompt.terminalText)
    }
  }

  // MARK: - Signals

  /// Draws the line for a new width of the terminal.
  private func resize() {
    editor.resize()
    eraseLine()
    draw()
  }

  /// Takes the terminal again after the process was stopped.
  private func resume() {
    editor.setRaw(false)
    editor.setRaw(true)
    editor.resize()
    redrawFromHere()
  }
}
