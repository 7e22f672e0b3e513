/// A session as a Markdown file: cells, what they printed, and prose, which survives byte for byte.
///
/// A cell is a fenced code block tagged `cws`. Fences tagged `json output`, `text output` and
/// `mermaid` that follow it, with nothing but blank lines between, are its outputs and its graph.
/// Fences are those of CommonMark (https://spec.commonmark.org/0.31.2/#fenced-code-blocks).
package struct SessionDocument: Sendable {
  /// A cell with what belongs to it.
  package struct Cell: Sendable {
    /// What is entered, without the indentation of the fence and the final line end.
    package var source: String

    /// Where the source starts in the file.
    package var offset: Int

    /// What it printed.
    package var outputs: [CellOutput]

    /// The flowchart of the workflow that it defines.
    package var graph: String?
  }

  /// A part of the file.
  enum Segment: Sendable {
    /// Text that is kept as it is.
    case text(String)

    /// A cell's fence, from its first to its last byte, and what belongs to the cell.
    case cell(CellSegment)
  }

  /// A cell as it stands in the file.
  struct CellSegment: Sendable {
    /// The cell.
    var cell: Cell

    /// The cell's own fence with its line ends.
    var fence: String

    /// The fences after it with the blank lines before them; nil once they have been replaced.
    var following: String?

    /// The white space before the fence.
    var indent: String
  }

  /// The parts in order.
  var segments: [Segment] = []

  /// The line end that the file uses.
  var lineEnd = "\n"

  /// Creates an empty document.
  package init() {}

  /// The cells in order.
  package var cells: [Cell] {
    segments.compactMap { segment in
      if case .cell(let segment) = segment { segment.cell } else { nil }
    }
  }

  /// The line, from 1, on which the source of cell `index`, counted from 0, starts.
  package func firstLine(ofCell index: Int) -> Int? {
    guard let place = place(ofCell: index) else { return nil }
    var document = self
    document.segments.removeSubrange(place...)
    return document.text.count { $0.isNewline } + 2
  }

  /// The text of the file.
  package var text: String {
    segments.reduce(into: "") { text, segment in
      switch segment {
      case .text(let part): text += part
      case .cell(let segment): text += segment.fence + (segment.following ?? rendered(segment))
      }
    }
  }

  /// Gives cell `index`, counted from 0, other outputs and another graph; the same ones leave the
  /// file as it is.
  package mutating func replace(cell index: Int, outputs: [CellOutput], graph: String?) {
    guard let place = place(ofCell: index), case .cell(var segment) = segments[place] else {
      return
    }
    let graph = graph.map(Self.withoutFinalLineEnd)
    guard segment.cell.outputs != outputs || segment.cell.graph != graph else { return }
    segment.cell.outputs = outputs
    segment.cell.graph = graph
    segment.following = nil
    segments[place] = .cell(segment)
  }

  /// Gives cell `index`, counted from 0, another source; the same one leaves the file as it is.
  package mutating func replace(cell index: Int, source: String) {
    guard let place = place(ofCell: index), case .cell(var segment) = segments[place],
      segment.cell.source != source
    else { return }
    segment.cell.source = source
    let info = segment.fence.split(whereSeparator: \.isNewline).first.flatMap {
      FenceMarks($0)?.info
    }
    segment.fence = Fence.text(
      info: info ?? "cws", content: source, indent: segment.indent, lineEnd: lineEnd)
    segments[place] = .cell(segment)
  }

  /// Adds a cell at the end.
  package mutating func append(source: String, outputs: [CellOutput], graph: String?) {
    let fence = Fence.text(info: "cws", content: source, indent: "", lineEnd: lineEnd)
    let cell = Cell(
      source: source, offset: 0, outputs: outputs, graph: graph.map(Self.withoutFinalLineEnd))
    segments.append(.text(separatorAtEnd))
    segments.append(.cell(CellSegment(cell: cell, fence: fence, following: nil, indent: "")))
  }

  // MARK: -

  /// Where the segment of cell `index`, counted from 0, stands.
  private func place(ofCell index: Int) -> Int? {
    let places = segments.indices.filter { place in
      if case .cell = segments[place] { true } else { false }
    }
    return places.indices.contains(index) ? places[index] : nil
  }

  /// The fences of a cell's outputs and graph, each after a blank line.
  private func rendered(_ segment: CellSegment) -> String {
    var fences = segment.cell.outputs.map { output in
      Fence.text(
        info: output.isJSON ? "json output" : "text output", content: output.text,
        indent: segment.indent, lineEnd: lineEnd)
    }
    if let graph = segment.cell.graph {
      let fence = Fence.text(
        info: "mermaid", content: graph, indent: segment.indent, lineEnd: lineEnd)
      fences.append(fence)
    }
    return fences.map { lineEnd + $0 }.joined()
  }

  /// What has to stand before a new cell so that a blank line separates it from the text.
  private var separatorAtEnd: String {
    let text = text
    if text.isEmpty || text.hasSuffix(lineEnd + lineEnd) { return "" }
    return text.hasSuffix("\n") || text.hasSuffix(lineEnd) ? lineEnd : lineEnd + lineEnd
  }

  /// `text` without the line end at its end.
  static func withoutFinalLineEnd(_ text: String) -> String {
    text.last?.isNewline == true ? String(text.dropLast()) : text
  }
}

/// What a cell printed, as a session file keeps it.
package struct CellOutput: Equatable, Sendable {
  /// Whether it is one JSON value rather than text.
  package var isJSON: Bool

  /// The text, without a final line end.
  package var text: String

  /// Creates an output.
  package init(isJSON: Bool, text: String) {
    self.isJSON = isJSON
    self.text = text
  }
}
