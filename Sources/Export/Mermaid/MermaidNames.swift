/// The names of nodes in a diagram: those of the states, where Mermaid can read them.
struct MermaidNames {
  /// The start of the diagram.
  static let start = "start_"

  /// The end of the diagram.
  static let end = "end_"

  /// The name of each state.
  private var names: [String: String] = [:]

  /// The names that are taken.
  private var taken: Set<String> = [start, end]

  /// Creates names for the nodes of `graph` and of what is inside them.
  init(_ graph: WorkflowGraph) {
    add(graph)
  }

  /// The name of the node `id`.
  subscript(id: WorkflowGraph.Node.ID) -> String { names[id] ?? Self.plain(id) }

  /// Adds names for the nodes of `graph`.
  private mutating func add(_ graph: WorkflowGraph) {
    for node in graph.nodes {
      names[node.id] = unused(Self.plain(node.id))
      for (index, group) in node.groups.enumerated() {
        taken.insert("\(self[node.id])_\(index + 1)")
        add(group.graph)
      }
    }
  }

  /// `name`, with a number if it is taken; it is taken from now on.
  private mutating func unused(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)_n\(number)"
      number += 1
    }
    return candidate
  }

  /// `text` with letters, digits and `_` only, and not a word of Mermaid.
  private static func plain(_ text: String) -> String {
    let name = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    let isPlain = name.first?.isLetter == true && !words.contains(name.lowercased())
    return isPlain ? name : "s_\(name)"
  }

  /// The words that Mermaid reads as something else.
  private static let words: Set<String> = [
    "end", "graph", "subgraph", "flowchart", "style", "linkstyle", "default", "classdef", "class",
    "click", "call", "href", "interpolate", "direction", "td", "tb", "lr", "rl", "bt", "v", "o",
    "x",
  ]
}
