/// The picture of a state machine: its states, and the ways between them.
package struct WorkflowGraph: Hashable, Sendable {
  /// The nodes, in the order of the machine.
  package var nodes: [Node]

  /// The ways between the nodes, in the order in which they are tried.
  package var edges: [Edge]

  /// The node with which it starts.
  package var start: Node.ID

  /// A state.
  package struct Node: Hashable, Sendable, Identifiable {
    /// The name of the state.
    package let id: String

    /// What kind of state it is.
    package let kind: Kind

    /// What it is called.
    package let title: String

    /// What it does, in a few words.
    package let detail: String?

    /// The graphs inside it.
    package let groups: [Group]
  }

  /// A graph inside a node: a branch, or what is done with each item.
  package struct Group: Hashable, Sendable {
    /// What it is called.
    package let title: String?

    /// The graph.
    package let graph: WorkflowGraph
  }

  /// The kinds of node.
  package enum Kind: Hashable, Sendable {
    case task, value, choice, wait, success, failure, parallel, map
  }

  /// A way from a node to another.
  package struct Edge: Hashable, Sendable {
    /// Where it starts.
    package let source: Node.ID

    /// Where it leads; nil for the end of the graph.
    package let target: Node.ID?

    /// When it is taken.
    package let condition: Condition
  }

  /// When an edge is taken.
  package enum Condition: Hashable, Sendable {
    /// After the node's work.
    case always

    /// If the expression holds.
    case when(String)

    /// If no other condition holds.
    case otherwise

    /// After one of these errors.
    case error([String])
  }

  /// The node called `id`.
  package func node(_ id: Node.ID) -> Node? { nodes.first { $0.id == id } }

  /// The ways that start at `id`.
  package func edges(from id: Node.ID) -> [Edge] { edges.filter { $0.source == id } }
}

extension WorkflowGraph.Condition {
  /// What is written on the edge.
  package var label: String? {
    switch self {
    case .always: nil
    case .when(let expression): expression
    case .otherwise: "else"
    case .error(let names): names == ["States.ALL"] ? "any error" : names.joined(separator: ", ")
    }
  }

  /// Whether it is the way of an error.
  package var isError: Bool {
    if case .error = self { return true }
    return false
  }
}
