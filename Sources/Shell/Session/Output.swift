package import Diagnostics
package import JSON

/// Something that a statement prints.
package enum Output: Sendable {
  /// A value, as JSON.
  case value(JSONValue)

  /// A file in JSON, of which type, size and name are shown.
  case file(JSONValue)

  /// A value, as a table where it is one.
  case table(JSONValue)

  /// Text that was asked for.
  case text(StyledText)

  /// A step's expressions, taken apart.
  case explanation(Explanation)

  /// A remark on what happens: a status, a step's mark, progress. It is kept in files.
  case remark(StyledText)

  /// What came of a step. It is kept in files.
  case report(StepReport)

  /// A remark that means nothing later: a status with its time, the name of a saved file.
  case passing(StyledText)

  /// What is wrong with what was entered.
  case diagnostics(DiagnosticSet, SourceFile)

  /// What went wrong while it was done, and what to do about it.
  case failure(StyledText, help: String?)

  /// Whether it is data, for standard output; all else is for standard error.
  package var isData: Bool {
    switch self {
    case .value, .file, .table, .text, .explanation: true
    case .remark, .report, .passing, .diagnostics, .failure: false
    }
  }
}

extension Output {
  /// The text for a terminal of `width` cells.
  package func text(width: Int, isColored: Bool) -> String {
    switch self {
    case .diagnostics(let set, let file):
      let renderer = DiagnosticRenderer(isColored: isColored, showsPosition: !file.isEntered)
      return renderer.render(set, in: file).trimmingNewlines
    default: return styled(width: width).rendered(isColored: isColored)
    }
  }

  /// The text as it is kept in a file; nil for what is not kept.
  package var kept: String? {
    switch self {
    case .passing: nil
    case .diagnostics(let set, let file):
      DiagnosticRenderer(showsPosition: false).render(set, in: file).trimmingNewlines
    default: styled(width: Self.fileWidth).kept
    }
  }

  /// The cells of a line in a file.
  package static let fileWidth = 100

  /// The text with its styles.
  private func styled(width: Int) -> StyledText {
    switch self {
    case .value(let value): return JSONLayout.text(of: value, width: width)
    case .file(let value):
      return FilePreview(value)?.text ?? JSONLayout.text(of: value, width: width)
    case .table(let value):
      return Table(value)?.text(width: width) ?? JSONLayout.text(of: value, width: width)
    case .text(let text), .remark(let text), .passing(let text): return text
    case .report(let report): return report.text(width: width)
    case .explanation(let explanation): return explanation.text(width: width)
    case .diagnostics: return StyledText()
    case .failure(let text, let help):
      var all = StyledText("error: ", .failure) + text
      if let help { all.append("\n  help: \(help)") }
      return all
    }
  }
}

extension String {
  /// The text without line ends at its end.
  var trimmingNewlines: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
