import Diagnostics
import SessionLanguage

/// The cells of a session, and the file that they are kept in.
struct Notebook: Sendable {
  /// A cell: what was entered, and what it printed.
  struct Cell: Sendable {
    /// What was entered.
    var source: String

    /// What it printed; nil if it has not been run since the file was opened.
    var outputs: [Output]?

    /// The flowchart of the workflow that it defines.
    var graph: String?

    /// Where its outputs come from.
    var provenance = Provenance()

    /// Whether the session's file has it.
    var isSaved = false
  }

  /// The cells in order; cell 1 is the first.
  private(set) var cells: [Cell] = []

  /// The file that was opened or saved last.
  private(set) var path: String?

  /// The file's text with the prose around the cells.
  private(set) var document = SessionDocument()

  /// The number of the cell that is entered next.
  var nextNumber: Int { rerunning ?? cells.count + 1 }

  /// The cell that is being run again, from 1.
  var rerunning: Int?

  /// Adds a cell, or keeps what the cell that is run again has printed.
  ///
  /// - Returns: The cell's number.
  @discardableResult
  mutating func keep(_ cell: Cell) -> Int {
    guard let number = rerunning, cells.indices.contains(number - 1) else {
      cells.append(cell)
      return cells.count
    }
    var cell = cell
    cell.source = cells[number - 1].source
    replace(number, by: cell)
    return number
  }

  /// Puts `cell` in the place of cell `number`.
  mutating func replace(_ number: Int, by cell: Cell) {
    let old = cells[number - 1]
    cells[number - 1] = cell
    cells[number - 1].isSaved = old.isSaved && old.source == cell.source
  }

  /// Marks the cells whose outputs come from `services`.
  mutating func markStale(_ services: Set<String>) {
    for index in cells.indices { cells[index].provenance.markStale(services) }
  }

  /// What cell `number` printed when it was run last, or what its file says that it prints.
  func recordedOutputs(ofCell number: Int) -> [CellOutput] {
    if let outputs = cells[number - 1].outputs { return CellOutput.outputs(outputs) }
    let cells = document.cells
    return cells.indices.contains(number - 1) ? cells[number - 1].outputs : []
  }

  /// The text in which cell `number` is shown, and where the cell starts in it: its file with only
  /// this cell, so that lines and columns are those of the file.
  func place(ofCell number: Int) -> (file: SourceFile, offset: Int) {
    let source = cells[number - 1].source
    guard let path, let line = document.firstLine(ofCell: number - 1) else {
      return (.entered(source), 0)
    }
    let before = String(repeating: "\n", count: line - 1)
    return (SourceFile(name: path, text: before + source), line - 1)
  }

  /// Takes over the cells of `document`, none of which has been run.
  mutating func open(_ document: SessionDocument, path: String) {
    self = Notebook()
    self.document = document
    self.path = path
    cells = document.cells.map { Cell(source: $0.source, isSaved: true) }
  }

  /// Whether cell `index` of the document says of the outputs and the graph what they are, be it
  /// with `...`.
  private func isExpected(_ outputs: [CellOutput], cell index: Int) -> Bool {
    let cell = document.cells[index]
    return cell.graph == cells[index].graph?.trimmingNewlines
      && OutputMatching.difference(expected: cell.outputs, actual: outputs) == nil
  }

  /// The document with the cells and their outputs as they are now.
  ///
  /// Outputs that match what the file says stay as they are written there.
  mutating func updatedDocument() -> SessionDocument {
    for (index, cell) in cells.enumerated() {
      let outputs = cell.outputs.map(CellOutput.outputs)
      if document.cells.indices.contains(index) {
        document.replace(cell: index, source: cell.source)
        guard let outputs, !isExpected(outputs, cell: index) else { continue }
        document.replace(cell: index, outputs: outputs, graph: cell.graph)
      } else {
        document.append(source: cell.source, outputs: outputs ?? [], graph: cell.graph)
      }
    }
    return document
  }

  /// Notes that the document has been saved at `path`.
  mutating func saved(at path: String) {
    self.path = path
    for index in cells.indices { cells[index].isSaved = true }
  }

  /// How many cells the file does not have as they are now; nil if none that counts.
  ///
  /// Without a file, nothing counts unless one of the cells `isWorthKeeping`.
  func unsavedCount(isWorthKeeping: (String) -> Bool) -> Int? {
    let unsaved = cells.filter { !$0.isSaved }
    guard path != nil || unsaved.contains(where: { isWorthKeeping($0.source) }) else { return nil }
    return unsaved.isEmpty ? nil : unsaved.count
  }
}
