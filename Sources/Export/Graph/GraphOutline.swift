/// A graph as a text with blocks: one line of nodes, with side branches that leave it and come back.
///
/// Every node appears once; a way to a node that stands elsewhere is a jump.
struct GraphOutline: Hashable, Sendable {
  /// What follows one another.
  var steps: [Step] = []

  /// How it ends.
  var ending = Ending.stops

  /// A node with the branches that leave the line there.
  struct Step: Hashable, Sendable {
    /// The node.
    let node: WorkflowGraph.Node

    /// The ways that do not follow the line, in order.
    let branches: [Branch]
  }

  /// A way that leaves the line.
  struct Branch: Hashable, Sendable {
    /// When it is taken.
    let condition: WorkflowGraph.Condition

    /// Where it leads.
    let outline: GraphOutline
  }

  /// How a line ends.
  enum Ending: Hashable, Sendable {
    /// With a node that leads nowhere.
    case stops

    /// At the end of the graph.
    case ends

    /// Back on the line from which it branched.
    case rejoins

    /// At a node that stands elsewhere.
    case jumps(WorkflowGraph.Node)
  }

  /// The lines of `graph`: the one from its start, and those of nodes to which nothing leads.
  static func lines(of graph: WorkflowGraph) -> [GraphOutline] {
    var tracer = OutlineTracer(graph: graph)
    var lines = [tracer.trace(from: graph.start, rejoining: nil, avoiding: [])]
    for node in graph.nodes where !tracer.seen.contains(node.id) {
      lines.append(tracer.trace(from: node.id, rejoining: nil, avoiding: []))
    }
    return lines
  }
}

/// Follows the edges of a graph.
private struct OutlineTracer {
  /// The graph.
  let graph: WorkflowGraph

  /// The nodes that have their place.
  var seen: Set<WorkflowGraph.Node.ID> = []

  /// The ways from each node.
  private let edges: [WorkflowGraph.Node.ID: [WorkflowGraph.Edge]]

  /// The nodes by name.
  private let nodes: [WorkflowGraph.Node.ID: WorkflowGraph.Node]

  /// Creates a tracer that has seen nothing.
  init(graph: WorkflowGraph) {
    self.graph = graph
    edges = Dictionary(grouping: graph.edges, by: \.source)
    nodes = Dictionary(graph.nodes.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The line from `start` until it comes to `goal`, to one of `others`, or to what was seen.
  mutating func trace(
    from start: WorkflowGraph.Node.ID?, rejoining goal: WorkflowGraph.Node.ID?,
    avoiding others: Set<WorkflowGraph.Node.ID>
  ) -> GraphOutline {
    var outline = GraphOutline()
    var current = start
    while let id = current, id != goal, !others.contains(id), let node = nodes[id],
      seen.insert(id).inserted
    {
      let ways = edges[id] ?? []
      guard !ways.isEmpty else {
        outline.steps.append(GraphOutline.Step(node: node, branches: []))
        return outline
      }
      let next = mainWay(of: ways)
      outline.steps.append(step(node, ways, next: next, rejoining: goal, avoiding: others))
      guard let next else { return outline }
      current = next.target
    }
    outline.ending = ending(at: current, rejoining: goal)
    return outline
  }

  /// How a line ends that has come to `id`.
  private func ending(
    at id: WorkflowGraph.Node.ID?, rejoining goal: WorkflowGraph.Node.ID?
  ) -> GraphOutline.Ending {
    guard let id else { return .ends }
    if id == goal { return .rejoins }
    return nodes[id].map { .jumps($0) } ?? .stops
  }

  /// The step of `node`, with a branch for each of its `ways` that does not lead to `next`.
  private mutating func step(
    _ node: WorkflowGraph.Node, _ ways: [WorkflowGraph.Edge], next: MainWay?,
    rejoining goal: WorkflowGraph.Node.ID?, avoiding others: Set<WorkflowGraph.Node.ID>
  ) -> GraphOutline.Step {
    var avoided = others.union(reachable(from: next?.target))
    if let goal { avoided.insert(goal) }
    let branches = ways.filter { $0 != next?.edge }.map { way in
      GraphOutline.Branch(
        condition: way.condition,
        outline: trace(from: way.target, rejoining: next?.target, avoiding: avoided))
    }
    return GraphOutline.Step(node: node, branches: branches)
  }

  /// The nodes that can be reached from `start` through nodes that have no place yet.
  private func reachable(from start: WorkflowGraph.Node.ID?) -> Set<WorkflowGraph.Node.ID> {
    Set(search(from: start))
  }

  /// The nodes that can be reached from `start`, the nearest first.
  private func search(from start: WorkflowGraph.Node.ID?) -> [WorkflowGraph.Node.ID] {
    var found: [WorkflowGraph.Node.ID] = []
    var known = seen
    var queue = [start].compactMap(\.self)
    while !queue.isEmpty {
      let level = queue.filter { known.insert($0).inserted }
      found += level
      queue = level.flatMap { (edges[$0] ?? []).compactMap(\.target) }
    }
    return found
  }
}

/// Where the line goes on after a node.
private struct MainWay: Hashable {
  /// The node; nil for the end of the graph.
  let target: WorkflowGraph.Node.ID?

  /// The way that is the line itself, if the node is not only where branches come together.
  let edge: WorkflowGraph.Edge?
}

extension OutlineTracer {
  /// Where the line goes on after a node with `ways`.
  ///
  /// That is where the only way without an error leads, else where ways of a choice come together,
  /// else the way that is taken when no condition holds.
  private func mainWay(of ways: [WorkflowGraph.Edge]) -> MainWay? {
    if let edge = ways.first(where: { $0.condition == .always }) {
      return MainWay(target: edge.target, edge: edge)
    }
    let choices = ways.filter { !$0.condition.isError }
    let last = choices.first { $0.condition == .otherwise }
    guard let meeting = meeting(of: choices) else {
      return last.map { MainWay(target: $0.target, edge: $0) }
    }
    return MainWay(target: meeting, edge: last?.target == meeting ? last : nil)
  }

  /// The nearest node that can be reached by the last way and by another one, or by two others.
  private func meeting(of ways: [WorkflowGraph.Edge]) -> WorkflowGraph.Node.ID? {
    let searches = ways.reversed().map { search(from: $0.target) }
    for (index, nodes) in searches.enumerated() {
      let others = Set(searches[(index + 1)...].joined())
      if let node = nodes.first(where: others.contains) { return node }
    }
    return nil
  }
}
