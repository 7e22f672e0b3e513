/// The picture of a workflow for a terminal, from top to bottom, without colour.
package enum TerminalGraph {
  /// The least number of columns that are used.
  private static let minimumWidth = 24

  /// Draws `graph` in at most `width` columns; `title` is what its start is called.
  package static func draw(_ graph: WorkflowGraph, title: String = "start", width: Int) -> String {
    let width = max(width, minimumWidth)
    var lines = GraphOutline.lines(of: graph)
    let first = lines.removeFirst()
    var drawing = OutlineDrawing(width: width)
    drawing.add("○ \(title)")
    drawing.add("│")
    drawing.draw(first, isOutermost: true)
    for line in lines {
      drawing.add("")
      drawing.draw(line, isOutermost: true)
    }
    return drawing.lines.map { $0.trimmingEnd + "\n" }.joined()
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmingEnd: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}
