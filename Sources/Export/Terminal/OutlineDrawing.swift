import Diagnostics

/// Lines of text that make the picture of an outline.
struct OutlineDrawing {
  /// The lines so far, none wider than `width`.
  private(set) var lines: [String] = []

  /// The number of columns.
  private let width: Int

  /// Creates a drawing without lines.
  init(width: Int) {
    self.width = max(width, 8)
  }

  /// Adds a line, cut to the width.
  mutating func add(_ line: String) {
    lines.append(line.fitting(width))
  }

  /// Draws the line of `outline`; only the outermost shows the end of the graph.
  mutating func draw(_ outline: GraphOutline, isOutermost: Bool) {
    for (index, step) in outline.steps.enumerated() {
      let isLast = index == outline.steps.count - 1
      let goesOn = !isLast || (isOutermost && outline.ending == .ends) || outline.isJump
      draw(step, goesOn: goesOn)
      if goesOn { add("│") }
    }
    switch outline.ending {
    case .jumps(let node): add("╰→ \(node.title)")
    case .ends where isOutermost: add("○ end")
    case .ends, .stops, .rejoins: break
    }
  }

  /// Draws a node with its branches; the line goes on below if `goesOn`.
  private mutating func draw(_ step: GraphOutline.Step, goesOn: Bool) {
    if step.node.groups.isEmpty {
      add(step.node.line)
    } else {
      drawBox(of: step.node, goesOn: goesOn || !step.branches.isEmpty)
    }
    for (index, branch) in step.branches.enumerated() {
      draw(branch, goesOn: goesOn || index < step.branches.count - 1)
    }
  }

  /// Draws a branch beside the line.
  private mutating func draw(_ branch: GraphOutline.Branch, goesOn: Bool) {
    let dash = branch.condition.isError ? "╌" : "─"
    add("\(goesOn ? "├" : "╰")\(dash) \(branch.condition.label ?? "")")
    var inner = OutlineDrawing(width: width - 3)
    inner.draw(branch.outline, isOutermost: false)
    if branch.outline.ending == .ends { inner.add("╰→ end") }
    for line in inner.lines { add("\(goesOn ? "│" : " ")  \(line)") }
    if branch.outline.ending == .rejoins { add("├──╯") }
  }

  /// Draws the graphs inside `node` in a box.
  private mutating func drawBox(of node: WorkflowGraph.Node, goesOn: Bool) {
    let parts = node.groups.map { group in
      var inner = OutlineDrawing(width: width - 4)
      for line in GraphOutline.lines(of: group.graph) { inner.draw(line, isOutermost: false) }
      return (title: group.title, lines: inner.lines)
    }
    let titles = [node.caption] + parts.map { $0.title ?? "" }
    let widest = (titles + parts.flatMap(\.lines)).lazy.map(\.displayWidth).max() ?? 0
    let inside = min(widest + 2, width - 2)
    add(border("┌", node.caption, "┐", inside))
    for (index, part) in parts.enumerated() {
      if let title = part.title {
        if index > 0 { add("│" + String(repeating: " ", count: inside) + "│") }
        add("│ \(title.filling(inside - 2)) │")
      }
      for line in part.lines { add("│ \(line.filling(inside - 2)) │") }
    }
    add(goesOn ? border("├", "", "┘", inside) : border("└", "", "┘", inside))
  }

  /// A horizontal line of a box with a title in it.
  private func border(_ left: String, _ title: String, _ right: String, _ inside: Int) -> String {
    let text = title.isEmpty ? "" : " \(title.fitting(inside - 2)) "
    return left + text + String(repeating: "─", count: inside - text.displayWidth) + right
  }
}

extension GraphOutline {
  /// Whether the line ends at a node that stands elsewhere.
  fileprivate var isJump: Bool {
    if case .jumps = ending { return true }
    return false
  }
}

extension WorkflowGraph.Node {
  /// The line of a node.
  fileprivate var line: String { "\(kind.mark) \(caption)" }

  /// What it is called and what it does.
  fileprivate var caption: String {
    [title, detail].compactMap(\.self).map(\.onOneLine).joined(separator: "  ")
  }
}

extension WorkflowGraph.Kind {
  /// The mark in front of a node.
  fileprivate var mark: String {
    switch self {
    case .task: "■"
    case .value: "□"
    case .choice: "◇"
    case .wait: "◌"
    case .success: "●"
    case .failure: "✗"
    case .parallel, .map: "▣"
    }
  }
}

extension String {
  /// The text without control characters, cut to `width` columns if it is wider.
  fileprivate func fitting(_ width: Int) -> String {
    let text = withoutControls
    if text.displayWidth <= width { return text }
    return text.prefix(displayWidth: max(width - 1, 0)) + "…"
  }

  /// The text in exactly `width` columns.
  fileprivate func filling(_ width: Int) -> String {
    let text = fitting(width)
    return text + String(repeating: " ", count: max(0, width - text.displayWidth))
  }
}
