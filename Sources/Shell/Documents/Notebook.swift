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
  mutating func keep(_ cell: Cell) {
    if let number = rerunning, cells.indices.contains(number - 1) {
      cells[number - 1].outputs = cell.outputs
      cells[number - 1].graph = cell.graph
    } else {
      cells.append(cell)
    }
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
    cells = document.cells.map { Cell(source: $0.source) }
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
  }
}
