import Diagnostics
import SessionLanguage

extension Session {
  /// Runs the cells of the file at `path` and compares what they print with what the file says.
  ///
  /// A cell without outputs in the file must only succeed, and an `expect` must be met whatever the
  /// file says. After one that fails where the file does not say so, the rest is not run.
  package func check(_ path: String) async -> CheckReport {
    var report = CheckReport(path: path, cells: [], skipped: 0)
    let text: String
    do throws(SessionFailure) {
      try openFile(path)
      text = notebook.document.text
    } catch {
      let problem = error.output.text(width: Output.fileWidth, isColored: false)
      report.cells.append(
        CheckReport.Cell(number: 1, title: "the file", problem: problem, duration: .zero))
      return report
    }
    let file = SourceFile(name: path, text: text)
    let cells = notebook.document.cells
    for (index, cell) in cells.enumerated() {
      let (checked, result) = await check(cell, at: index, in: file)
      report.cells.append(checked)
      if checked.problem != nil, result == .failed {
        report.skipped = cells.count - index - 1
        break
      }
    }
    return report
  }

  // MARK: -

  /// Runs cell `index` of `file` and compares what it prints.
  private func check(
    _ cell: SessionDocument.Cell, at index: Int, in file: SourceFile
  ) async -> (CheckReport.Cell, EntryResult) {
    let start = ContinuousClock.now
    let result = await runCell(index + 1)
    let checked = CheckReport.Cell(
      number: index + 1, line: file.position(at: cell.offset).line,
      title: String(cell.source.split(separator: "\n").first ?? ""),
      problem: problem(in: cell, at: index, result: result), duration: ContinuousClock.now - start)
    return (checked, result)
  }

  /// What is wrong with cell `index` after it has been run; nil if nothing is.
  private func problem(
    in cell: SessionDocument.Cell, at index: Int, result: EntryResult
  ) -> String? {
    let outputs = result == .done ? notebook.cells[index].outputs ?? [] : printed
    let actual = CellOutput.outputs(outputs)
    if cell.outputs.isEmpty || isExpectationMissed {
      return result == .failed ? actual.map(\.text).joined(separator: "\n") : nil
    }
    return OutputMatching.difference(expected: cell.outputs, actual: actual)
  }
}
