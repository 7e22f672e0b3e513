/// Draws diagnostics as text: the sentence, the line with a caret, notes and help.
///
/// It alone knows how a diagnostic looks and how it is coloured.
package struct DiagnosticRenderer: Sendable {
  /// Whether the output has ANSI colours.
  package var isColored: Bool

  /// Whether each diagnostic starts with file, line and column, as in a file of many lines.
  package var showsPosition: Bool

  /// Creates a renderer.
  package init(isColored: Bool = false, showsPosition: Bool = true) {
    self.isColored = isColored
    self.showsPosition = showsPosition
  }

  /// All diagnostics of `set`, in the order of the text, each ended by a line end.
  package func render(_ set: DiagnosticSet, in file: SourceFile) -> String {
    set.sorted.map { render($0, in: file) }.joined()
  }

  /// One diagnostic, ended by a line end.
  package func render(_ diagnostic: Diagnostic, in file: SourceFile) -> String {
    var text = headline(diagnostic, in: file)
    text += excerpt(diagnostic.range, in: file, color: color(of: diagnostic.severity))
    for note in diagnostic.notes {
      text += styled("  note: ", "1") + note.message + "\n"
      if let range = note.range { text += excerpt(range, in: file, color: "36") }
    }
    if let help = diagnostic.help { text += styled("  help: ", "1;32") + help + "\n" }
    return text
  }

  // MARK: -

  /// The first line: place, severity, code and sentence.
  private func headline(_ diagnostic: Diagnostic, in file: SourceFile) -> String {
    let position = file.position(at: diagnostic.range.lowerBound)
    let place = showsPosition ? "\(file.name):\(position.line):\(position.column): " : ""
    let kind = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    return "\(place)\(styled(kind, color(of: diagnostic.severity))): \(diagnostic.message)\n"
  }

  /// The line of `range` with carets below it; a range of several lines is cut at the first.
  private func excerpt(_ range: SourceRange, in file: SourceFile, color: String) -> String {
    let position = file.position(at: range.lowerBound)
    let line = file.line(position.line).unicodeScalars
    let start =
      line.index(line.startIndex, offsetBy: position.column - 1, limitedBy: line.endIndex)
      ?? line.endIndex
    let before = cells(line[..<start].suffix(Window.scalarReach))
    let rest = cells(line[start...].prefix(Window.scalarReach))
    let covered = file.slice(range).unicodeScalars.prefix(Window.scalarReach)
    let marked = cells(covered.prefix { !Character($0).isNewline })
    let window = Window(before: before, marked: marked, rest: rest)
    let carets = String(repeating: "^", count: max(1, window.marked.displayWidth))
    let indent = String(repeating: " ", count: window.before.displayWidth)
    return "  \(window.text)\n  \(indent)\(styled(carets, color))\n"
  }

  /// The text of `scalars` with tabs and controls as single spaces.
  private func cells(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    for scalar in scalars {
      text.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return text
  }

  /// The SGR parameters of a severity.
  private func color(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    }
  }

  /// `text` in the style of the SGR parameters `code`, if colours are on.
  private func styled(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// The part of a long line that is worth showing around what is marked.
private struct Window {
  /// The line, cut on both sides.
  var text: String

  /// What stands before the mark.
  var before: String

  /// What is marked.
  var marked: String

  /// The most characters shown on either side of the start of the mark.
  private static let reach = 100

  /// The most scalars that are looked at on either side, which are more than ``reach`` characters.
  static let scalarReach = 1_000

  /// Cuts the line that consists of `before` and `rest`, which begins with `marked`.
  init(before: String, marked: String, rest: String) {
    let isCutBefore = before.count > Self.reach
    let lead = isCutBefore ? "…" : ""
    self.before = lead + before.suffix(Self.reach)
    self.marked = String(marked.prefix(Self.reach))
    let tail = rest.count > Self.reach ? "…" : ""
    text = self.before + rest.prefix(Self.reach) + tail
  }
}
