import Diagnostics
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// Keeps a cell with its outputs and, for a workflow, its flowchart.
  ///
  /// - Returns: The number of the cell.
  @discardableResult
  func keepCell(_ source: String, outputs: [Output], graph: String? = nil) -> Int {
    notebook.keep(
      Notebook.Cell(source: source, outputs: outputs, graph: graph, provenance: provenance))
  }

  /// Says that the statement in hand, which was entered into an open workflow, is a cell after it;
  /// a `run` there names the workflow.
  func noteFollowUp(_ statement: Statement, of source: CellSource, naming name: String? = nil) {
    let text = source.slice(statement.range)
    followUp = name.map { Self.naming($0, in: text) } ?? text
  }

  /// The `run` of an open workflow as it is entered outside of it.
  private static func naming(_ name: String, in run: String) -> String {
    let words = run.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2 else { return "run \(name)" }
    let first = words[1].split(whereSeparator: \.isWhitespace).first
    return first == name[...] ? run : "run \(name) \(words[1])"
  }

  /// `history`: the cells with their numbers.
  func listCells() {
    guard !notebook.cells.isEmpty else { return show(.passing("there is no cell yet")) }
    let width = String(notebook.cells.count).count
    var text = StyledText()
    for (index, cell) in notebook.cells.enumerated() {
      if index > 0 { text.append("\n") }
      let number = String(index + 1)
      text.append(String(repeating: " ", count: width - number.count) + number, .faint)
      text.append(cell.outputs == nil ? "·" : cell.provenance.isStale ? "~" : " ", .faint)
      let lines = cell.source.split(separator: "\n")
      text.append(" \(lines.first ?? "")\(lines.count > 1 ? " …" : "")")
    }
    show(.text(text))
  }

  /// Prints the source of a cell and what it printed.
  func showCell(_ number: Int) throws(SessionFailure) {
    guard notebook.cells.indices.contains(number - 1) else {
      throw .message("there is no cell \(number)", help: "`history` lists the cells")
    }
    let cell = notebook.cells[number - 1]
    show(.text(StyledText(cell.source, .strong)))
    for output in cell.outputs ?? [] { show(output) }
    if cell.outputs == nil { show(.passing("it has not been run since the file was opened")) }
  }

  /// `rerun [CELL | FIRST-LAST | all]`: runs cells again; alone, the last one.
  func rerun(_ range: Name?) async throws(SessionFailure) {
    try requirePrompt("rerun")
    for number in try cellNumbers(range) {
      show(.passing(StyledText("[\(number)]", .faint)))
      let isFine = await runsAsRecorded(number)
      printed = []
      guard isFine else {
        throw .message("cell \(number) failed; the cells after it were not run")
      }
    }
  }

  /// Refuses `command` in a cell that is run from a file, and while a workflow is open.
  func requirePrompt(_ command: String) throws(SessionFailure) {
    guard notebook.rerunning == nil else {
      throw .message("`\(command)` is for the prompt, not for a cell of a file")
    }
    guard let workspace else { return }
    throw .message("the workflow `\(workspace.name)` is still open", help: "close it with `end`")
  }

  /// Runs cell `number` again.
  ///
  /// - Returns: Whether it succeeded, or failed just as it is recorded.
  func runsAsRecorded(_ number: Int) async -> Bool {
    let recorded = notebook.recordedOutputs(ofCell: number)
    if await runCell(number) == .done { return true }
    guard !recorded.isEmpty else { return false }
    let actual = CellOutput.outputs(printed)
    return OutputMatching.difference(expected: recorded, actual: actual) == nil
  }

  /// Runs cell `number` in the place where it stands.
  package func runCell(_ number: Int) async -> EntryResult {
    let (file, offset) = notebook.place(ofCell: number)
    notebook.rerunning = number
    defer { notebook.rerunning = nil }
    return await execute(notebook.cells[number - 1].source, in: file, at: offset)
  }

  /// The numbers that `range` means.
  private func cellNumbers(_ range: Name?) throws(SessionFailure) -> ClosedRange<Int> {
    let count = notebook.cells.count
    guard count > 0 else { throw .message("there is no cell to run") }
    guard let range else { return count...count }
    if range.text == "all" { return 1...count }
    let ends = range.text.split(separator: "-").map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first >= 1, first <= last, last <= count
    else {
      throw .message("`\(range)` is no range of cells", help: "the cells are 1 to \(count)")
    }
    return first...last
  }
}

/// A cell that follows the workflow in which it was entered.
struct FollowUp: Sendable {
  /// The workflow as it was then.
  var draft: WorkflowDraft

  /// What was entered.
  var source: String

  /// What it printed.
  var outputs: [Output]

  /// Whether it only runs the workflow, which matters to a follow-up after it alone.
  var isPlainRun = false

  /// What it prints after the workflow `final`: `...` if that is another one, and for a plain run,
  /// which an open workflow answers in another form.
  func outputs(after final: WorkflowDraft) -> [Output] {
    if isPlainRun { return [.text("...")] }
    return outputs.isEmpty || draft == final ? outputs : [.text("...")]
  }
}
