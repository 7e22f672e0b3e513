import Diagnostics
package import JSON

/// The line, or lines, that say what came of a step.
package struct StepReport: Sendable {
  /// How a step ended.
  package enum Mark: String, Sendable {
    case succeeded = "✓"
    case failed = "✗"
    case notTaken = "–"
    case stale = "~"
    case unreached = "·"
  }

  /// How it ended.
  package var mark: Mark

  /// What the step is called.
  package var title: String

  /// Remarks such as `redefined` or `2 items`, in order.
  package var remarks: [String] = []

  /// The result that is shown.
  package var value: JSONValue?

  /// Whether the result is shown as a table where it is one.
  package var isTabular = false

  /// How often it was tried, if that was more than once.
  package var attempts: String?

  /// How long it took.
  package var duration: Duration?

  /// Creates a report.
  package init(_ mark: Mark, _ title: String) {
    self.mark = mark
    self.title = title
  }

  /// The same report with `remark` before all others.
  package func output(remark: String? = nil) -> Output {
    var copy = self
    if let remark { copy.remarks.insert(remark, at: 0) }
    return .report(copy)
  }

  /// The report in lines of at most `width` cells.
  package func text(width: Int) -> StyledText {
    var text = head
    guard let value else { return text + time }
    if isTabular, let table = Table(value) {
      return text + time + "\n" + table.text(width: width)
    }
    let line = FilePreview(value)?.text ?? JSONLayout.line(of: value)
    guard text.plain.displayWidth + 2 + line.plain.displayWidth <= width else {
      return text + time + "\n" + JSONLayout.text(of: value, width: width)
    }
    text.append("  ")
    return text + line + time
  }

  // MARK: -

  /// Mark, title and remarks.
  private var head: StyledText {
    var text = StyledText(mark.rawValue, style)
    text.append(" ")
    text.append(title, .strong)
    for remark in remarks { text.append("  \(remark)") }
    if let attempts { text.append("  \(attempts)", .measure) }
    return text
  }

  /// The duration, two spaces apart.
  private var time: StyledText {
    duration.map { StyledText("  \($0.shortText)", .measure) } ?? StyledText()
  }

  /// How the mark looks.
  private var style: StyledText.Style {
    switch mark {
    case .succeeded: .success
    case .failed: .failure
    case .stale: .warning
    case .notTaken, .unreached: .faint
    }
  }
}
