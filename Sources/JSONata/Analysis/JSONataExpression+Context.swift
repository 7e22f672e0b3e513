extension JSONataExpression {
  /// Whether the expression reads the context it is evaluated in: a field that follows no other, `$`
  /// or `$$`.
  ///
  /// Step Functions gives its expressions no context, and refuses those that read one. What stands
  /// after a step of a path, in a predicate or in a grouping has the items of the path as its context.
  package var readsContext: Bool { !contextReferences.isEmpty }

  /// What the expression reads from its context: the names of fields, `$` for the whole of it, and
  /// `$$` wherever it stands; each once, in the order of the text.
  package var contextReferences: [String] {
    var search = ContextSearch()
    search.visit(root)
    return search.found
  }
}

extension JSONataExpression {
  /// Whether the expression has a value whatever it reads, unless it fails: a constructor, a
  /// constant, a text or a truth value put together.
  package var isAlwaysDefined: Bool {
    guard root.predicates == nil, root.group == nil else { return false }
    switch root.kind {
    case .string, .number, .value: return true
    case .array, .object: return true
    case .binary(let symbol, _, _):
      return [.ampersand, .equal, .notEqual, .and, .or].contains(symbol)
    default: return false
    }
  }
}

/// Collects what a tree reads from the value that it is evaluated on.
private struct ContextSearch {
  /// What has been found.
  private(set) var found: [String] = []

  /// Visits `node`, which is evaluated on the whole value.
  ///
  /// The later steps of a path, predicates, groupings and updates are evaluated on other values.
  mutating func visit(_ node: Node) {
    switch node.kind {
    case .name(let name): add(name)
    case .wildcard: add("*")
    case .descendant: add("**")
    case .parent: add("%")
    case .variable(""): add("$")
    case .variable("$"): add("$$")
    case .path(let steps):
      if let first = steps.first { visit(first) }
      for step in steps.dropFirst() { visitElsewhere(step) }
    case .transform: node.children.forEach { visitElsewhere($0) }
    default: node.ownChildren.forEach { visit($0) }
    }
    for child in node.children.dropFirst(node.ownChildren.count) { visitElsewhere(child) }
  }

  /// Visits `node`, which is evaluated on another value.
  private mutating func visitElsewhere(_ node: Node) {
    if case .variable("$") = node.kind { add("$$") }
    node.children.forEach { visitElsewhere($0) }
  }

  /// Notes `reference`, once.
  private mutating func add(_ reference: String) {
    if !found.contains(reference) { found.append(reference) }
  }
}
