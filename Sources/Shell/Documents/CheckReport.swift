/// What came of running a session's file again.
package struct CheckReport: Sendable {
  /// What came of one cell.
  package struct Cell: Sendable {
    /// The cell's number, from 1.
    package var number: Int

    /// The line of the file on which it starts; nil if the file could not be read.
    package var line: Int?

    /// The first line of what is entered in it.
    package var title: String

    /// What differs, or what went wrong; nil if all is as the file says.
    package var problem: String?

    /// How long it took.
    package var duration: Duration
  }

  /// The file.
  package var path: String

  /// The cells that were run.
  package var cells: [Cell]

  /// How many cells were not run, because one before them failed.
  package var skipped: Int

  /// Whether all is as the file says.
  package var isPassed: Bool { cells.allSatisfy { $0.problem == nil } && skipped == 0 }

  /// The report for people.
  package var text: StyledText {
    let failed = cells.filter { $0.problem != nil }
    var text = StyledText(isPassed ? "✓ " : "✗ ", isPassed ? .success : .failure)
    text.append(path, .strong)
    text.append(
      "  \(cells.count - failed.count) of \(cells.count + skipped) cells as the file says")
    for cell in failed {
      text.append("\n\(path):\(cell.line ?? 1): ", .strong)
      text.append("cell \(cell.number)  \(cell.title)")
      for line in (cell.problem ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
        text.append("\n  ")
        text.append(String(line), Self.style(of: line))
      }
    }
    if skipped > 0 { text.append("\n  \(skipped) cells after it were not run") }
    return text
  }

  /// How a line of a difference looks.
  private static func style(of line: Substring) -> StyledText.Style {
    switch line.first {
    case "-": .failure
    case "+": .success
    default: .plain
    }
  }
}

/// Reports in the XML that continuous integration reads
/// (https://github.com/testmoapp/junitxml).
package struct JUnitReport: Sendable {
  /// The reports, one a file.
  private let reports: [CheckReport]

  /// Creates the document of `reports`.
  package init(_ reports: [CheckReport]) {
    self.reports = reports
  }

  /// The document.
  package var xml: String {
    let suites = reports.map(suite).joined()
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\(suites)</testsuites>\n"
  }

  /// The suite of one file.
  private func suite(_ report: CheckReport) -> String {
    let failures = report.cells.filter { $0.problem != nil }.count
    let cases = report.cells.map { testCase($0, path: report.path) }.joined()
    let skipped = (0..<report.skipped).map { index in
      let number = report.cells.count + index + 1
      return "    <testcase name=\"cell \(number)\" classname=\"\(escaped(report.path))\">"
        + "<skipped/></testcase>\n"
    }.joined()
    return
      "  <testsuite name=\"\(escaped(report.path))\" tests=\"\(report.cells.count + report.skipped)\""
      + " failures=\"\(failures)\" skipped=\"\(report.skipped)\">\n\(cases)\(skipped)  </testsuite>\n"
  }

  /// The test of one cell.
  private func testCase(_ cell: CheckReport.Cell, path: String) -> String {
    let seconds = Double(cell.duration / .milliseconds(1)) / 1_000
    let head =
      "    <testcase name=\"cell \(cell.number): \(escaped(cell.title))\""
      + " classname=\"\(escaped(path))\" line=\"\(cell.line ?? 1)\" time=\"\(seconds)\""
    guard let problem = cell.problem else { return head + "/>\n" }
    return head
      + ">\n      <failure message=\"differs\">\(escaped(problem))</failure>\n    </testcase>\n"
  }

  /// `text` with the characters escaped that XML reserves; those that it forbids become U+FFFD.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", "\r": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar.value < 0x20 ? "\u{FFFD}" : scalar)
      }
    }
  }
}
