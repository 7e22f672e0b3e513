/// The flowchart of a workflow in Mermaid, as code hosts draw it.
package struct MermaidDiagram: Sendable {
  /// The text, with a line end.
  package let text: String

  /// Draws `graph`.
  package init(_ graph: WorkflowGraph) {
    var drawing = Drawing(names: MermaidNames(graph))
    drawing.draw(graph)
    text = drawing.lines.joined(separator: "\n") + "\n"
  }
}

/// A diagram that is being drawn.
private struct Drawing {
  /// The lines so far.
  var lines = ["flowchart TD"]

  /// What the nodes are called in the diagram.
  let names: MermaidNames

  /// How deep the lines are indented.
  private var depth = 1

  /// Creates a drawing without nodes.
  init(names: MermaidNames) {
    self.names = names
  }

  /// Draws the outermost graph, with its start and end.
  mutating func draw(_ graph: WorkflowGraph) {
    add("\(MermaidNames.start)([start]) --> \(names[graph.start])")
    drawContent(of: graph, end: MermaidNames.end)
    if graph.edges.contains(where: { $0.target == nil }) { add("\(MermaidNames.end)([end])") }
  }

  /// Draws the nodes and edges of `graph`; without `end`, what ends it leads nowhere.
  private mutating func drawContent(of graph: WorkflowGraph, end: String?) {
    for node in graph.nodes { draw(node) }
    for edge in graph.edges {
      guard let target = edge.target.map({ names[$0] }) ?? end else { continue }
      draw(edge, to: target)
    }
  }

  /// Draws `node`, as a box around the graphs inside it if there are any.
  private mutating func draw(_ node: WorkflowGraph.Node) {
    if node.groups.isEmpty {
      let (open, close) = node.kind.brackets
      let label = MermaidText.label([node.kind.verb(with: node.title), node.detail])
      add("\(names[node.id])\(open)\(label)\(close)")
    } else {
      drawBox(names[node.id], title: node.caption) { drawing in
        for (index, group) in node.groups.enumerated() { drawing.draw(group, index, of: node) }
      }
    }
  }

  /// Draws a graph inside a node: within a box of its own if it has a title.
  private mutating func draw(
    _ group: WorkflowGraph.Group, _ index: Int, of node: WorkflowGraph.Node
  ) {
    guard let title = group.title else { return drawContent(of: group.graph, end: nil) }
    drawBox("\(names[node.id])_\(index + 1)", title: title) { drawing in
      drawing.drawContent(of: group.graph, end: nil)
    }
  }

  /// Draws a box with what `content` draws; only one line of its title is kept free.
  private mutating func drawBox(_ name: String, title: String, content: (inout Drawing) -> Void) {
    add("subgraph \(name)[\(MermaidText.label([title]))]")
    depth += 1
    add("direction TB")
    content(&self)
    depth -= 1
    add("end")
  }

  /// Draws `edge`, dotted if it is an error's.
  private mutating func draw(_ edge: WorkflowGraph.Edge, to target: String) {
    let arrow = edge.condition.isError ? "-.->" : "-->"
    let label = edge.condition.label.map { "|\(MermaidText.label([$0]))|" } ?? ""
    add("\(names[edge.source]) \(arrow)\(label) \(target)")
  }

  /// Adds a line.
  private mutating func add(_ line: String) {
    lines.append(String(repeating: "  ", count: depth) + line)
  }
}

extension WorkflowGraph.Node {
  /// What it is called and what it does.
  fileprivate var caption: String { detail.map { "\(title): \($0)" } ?? title }
}

extension WorkflowGraph.Kind {
  /// What stands around the label of a node.
  fileprivate var brackets: (String, String) {
    switch self {
    case .choice: ("{", "}")
    case .wait, .success: ("([", "])")
    case .failure: ("{{", "}}")
    case .value: ("(", ")")
    case .task, .parallel, .map: ("[", "]")
    }
  }

  /// `title` after what a node of this kind does, where neither it nor its shape says so.
  fileprivate func verb(with title: String) -> String {
    let verbs: [String] =
      switch self {
      case .wait: ["wait"]
      case .failure: ["fail"]
      case .success: ["return", "yield"]
      case .task, .value, .choice, .parallel, .map: []
      }
    guard let verb = verbs.first, !verbs.contains(where: title.lowercased().hasPrefix) else {
      return title
    }
    return "\(verb): \(title)"
  }
}
