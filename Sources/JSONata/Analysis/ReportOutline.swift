import JSON

/// The parts of an expression whose values are reported, and the nodes of the tree that give them.
final class ReportOutline {
  /// A part.
  struct Part {
    /// Its text.
    var range: Range<Int>

    /// The parts in it, in the order of the text.
    var children: [Int] = []
  }

  /// The tree, after the second pass.
  let root: Node

  /// The parts, by their numbers.
  private(set) var parts: [Part] = []

  /// The outermost parts.
  private(set) var roots: [Int] = []

  /// The parts whose values are those of nodes.
  private(set) var values: [Node: Int] = [:]

  /// The parts whose values are those of nodes before their predicates and groupings.
  private(set) var bases: [Node: Int] = [:]

  /// The parts that the predicates of nodes end, one for each, where they end one.
  private(set) var stages: [Node: [Int?]] = [:]

  /// The parts whose items are those that a step gives.
  private(set) var outputs: [Node: Int] = [:]

  /// The parts whose items are those that a step is given.
  private(set) var inputs: [Node: Int] = [:]

  /// The parts that are the beginning of a path, by the path.
  private(set) var beginnings: [Node: [Int]] = [:]

  private let source: [UInt8]

  /// Finds the parts of `root`, the tree of `source`.
  init(_ root: Node, in source: String) {
    self.root = root
    self.source = Array(source.utf8)
    roots = parts(of: root)
  }

  /// Adds a part.
  private func add(_ range: Range<Int>, _ children: [Int] = []) -> Int {
    parts.append(Part(range: range, children: children))
    return parts.count - 1
  }

  // MARK: - Nodes

  /// The part that `node` is, or the parts in it if it is none itself.
  private func parts(of node: Node) -> [Int] {
    if case .path = node.kind { return [path(node)] }
    let isPlain = node.predicates == nil && node.group == nil
    if isPlain, node.isTransparent { return innerParts(of: node) }
    let whole =
      node.extent.lowerBound..<(node.stages == nil ? node.extent.upperBound : end(of: node))
    guard !isPlain else {
      let part = add(whole, innerParts(of: node))
      values[node] = part
      return [part]
    }
    return [filtered(node, whole)]
  }

  /// The part that `node` is with its predicates and its grouping.
  private func filtered(_ node: Node, _ range: Range<Int>) -> Int {
    var children = innerParts(of: node)
    if !node.isTransparent {
      let base = add(range.lowerBound..<end(of: node), children)
      bases[node] = base
      children = [base]
    }
    let filters = node.predicates ?? []
    children += stageParts(filters, of: node, from: range.lowerBound, isLast: node.group == nil)
    children += groupParts(node)
    let part = add(range, children)
    values[node] = part
    return part
  }

  /// The parts in `node`, its predicates and its grouping left out.
  private func innerParts(of node: Node) -> [Int] {
    switch node.kind {
    case .call(let procedure, let arguments), .partial(let procedure, let arguments):
      (procedure.isVariable ? [] : parts(of: procedure)) + arguments.flatMap { parts(of: $0) }
    case .apply(let left, let right) where right.isPlainCall:
      parts(of: left) + innerParts(of: right)
    default: node.ownChildren.flatMap { parts(of: $0) }
    }
  }

  /// The parts that the predicates `stages` of `node` are and end; the last ends none if nothing
  /// follows it.
  private func stageParts(
    _ stages: [Node.Stage], of node: Node, from start: Int, isLast: Bool
  ) -> [Int] {
    var found: [Int] = []
    var ends: [Int?] = []
    let filters = stages.compactMap(\.predicate)
    for (index, predicate) in filters.enumerated() {
      found += parts(of: predicate)
      guard !isLast || index < filters.count - 1 else {
        ends.append(nil)
        break
      }
      let part = add(start..<offset(after: "]", from: predicate.extent.upperBound))
      ends.append(part)
      found.append(part)
    }
    self.stages[node] = ends
    return found
  }

  /// The parts in the grouping of `node`.
  private func groupParts(_ node: Node) -> [Int] {
    (node.group?.pairs ?? []).flatMap { parts(of: $0.key) + parts(of: $0.value) }
  }

  // MARK: - Paths

  /// The part that the path `node` is.
  private func path(_ node: Node) -> Int {
    let start = node.extent.lowerBound
    let hasTuples = node.steps.contains(where: \.tuple)
    var children: [Int] = []
    var beginnings: [Int] = []
    for (index, step) in node.steps.enumerated() {
      let isLast = index == node.steps.count - 1 && node.group == nil
      let next = index < node.steps.count - 1 ? node.steps[index + 1] : nil
      children += stepParts(step, isFirst: index == 0)
      let added =
        hasTuples
        ? tupleStep(step, from: start, isFirst: index == 0, isLast: isLast, next: next)
        : plainStep(step, from: start, isFirst: index == 0, isLast: isLast, next: next)
      children += added.parts
      beginnings += added.beginnings
    }
    children += groupParts(node)
    let part = add(node.extent, children)
    values[node] = part
    self.beginnings[node] = beginnings
    return part
  }

  /// The parts in a step, whose own values are those for one item.
  private func stepParts(_ step: Node, isFirst: Bool) -> [Int] {
    if case .sort(let terms) = step.kind { return terms.flatMap { parts(of: $0.expression) } }
    return step.isNamedStep || (step.isVariable && !isFirst) ? [] : parts(of: step)
  }

  /// The beginnings of a path without tuples that a step and its predicates end.
  private func plainStep(
    _ step: Node, from start: Int, isFirst: Bool, isLast: Bool, next: Node?
  ) -> (parts: [Int], beginnings: [Int]) {
    let filters = (step.stages ?? []).compactMap(\.predicate)
    var found: [Int] = []
    if case .sort(let terms) = step.kind {
      for predicate in filters { found += parts(of: predicate) }
      guard let next, !next.isSort else { return (found, []) }
      let last = filters.last ?? terms.last?.expression
      let bracket: Unicode.Scalar = filters.isEmpty ? ")" : "]"
      let part = add(start..<offset(after: bracket, from: last?.extent.upperBound ?? start))
      inputs[next] = part
      return (found + [part], [part])
    }
    var beginnings: [Int] = []
    if !(isLast && filters.isEmpty), !isFirst || step.isNamedStep {
      let part = add(start..<end(of: step))
      outputs[step] = part
      found.append(part)
      beginnings.append(part)
    }
    found += stageParts(step.stages ?? [], of: step, from: start, isLast: isLast)
    beginnings += (stages[step] ?? []).compactMap(\.self)
    return (found, beginnings)
  }

  /// The beginning of a path with tuples that a step ends.
  private func tupleStep(
    _ step: Node, from start: Int, isFirst: Bool, isLast: Bool, next: Node?
  ) -> (parts: [Int], beginnings: [Int]) {
    let filters = (step.stages ?? []).compactMap(\.predicate)
    let found = filters.flatMap { parts(of: $0) }
    guard !isLast, let next, !next.isSort, !step.isSort,
      !isFirst || step.isNamedStep || !filters.isEmpty
    else { return (found, []) }
    let end = filters.last.map { offset(after: "]", from: $0.extent.upperBound) } ?? end(of: step)
    let part = add(start..<end)
    inputs[next] = part
    return (found + [part], [part])
  }

  // MARK: - Text

  /// The end of `node` without predicates and grouping.
  private func end(of node: Node) -> Int {
    let stages = (node.predicates ?? []) + (node.stages ?? [])
    var end = node.extent.upperBound
    if let predicate = stages.lazy.compactMap(\.predicate).first {
      let bracket = source[..<predicate.extent.lowerBound].lastIndex(of: UInt8(ascii: "["))
      end = min(end, bracket ?? end)
    } else if let group = node.group {
      end = min(end, group.location.start)
    }
    while end > node.extent.lowerBound, ByteClass.isBlank(source[end - 1]) { end -= 1 }
    return end
  }

  /// The offset after the first `bracket` from `offset` on.
  private func offset(after bracket: Unicode.Scalar, from offset: Int) -> Int {
    let byte = UInt8(ascii: bracket)
    return source[min(offset, source.count)...].firstIndex(of: byte).map { $0 + 1 } ?? offset
  }
}

extension Node {
  /// Whether the part is no part of a report, but what is in it may be: a constant, a function, or
  /// parentheses around one expression.
  fileprivate var isTransparent: Bool {
    switch kind {
    case .string, .number, .value, .regex, .placeholder, .lambda, .partial, .transform: true
    case .bind(_, let value): value.isTransparent && !value.children.isEmpty
    case .block(let items): items.count == 1
    default: false
    }
  }

  /// Whether the part is a step that has no parts.
  fileprivate var isNamedStep: Bool {
    switch kind {
    case .name, .wildcard, .descendant, .parent: predicates == nil && group == nil
    default: false
    }
  }

  /// Whether the part orders the items of a path.
  fileprivate var isSort: Bool {
    if case .sort = kind { return true }
    return false
  }
}

extension Node.Stage {
  /// The condition, if it is one.
  fileprivate var predicate: Node? {
    if case .filter(let node) = self { return node }
    return nil
  }
}
