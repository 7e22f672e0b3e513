import JSON

/// The second pass of the reference (`processAST`): turns `.` and `[…]` into paths of steps, marks
/// what keeps lists, and finds the object of every `%`.
struct Resolver {
  /// The number of `%` seen.
  private var parents = 0

  /// Resolves `root`, a whole expression.
  static func resolve(_ root: Node) throws(JSONataError) -> Node {
    var resolver = Resolver()
    let node = try resolver.resolve(root)
    if case .parent = node.kind {
      throw JSONataError("S0217", at: node.location, token: "parent")
    }
    guard node.seekingParent == nil else {
      throw JSONataError("S0217", at: node.location, token: node.typeName)
    }
    return node
  }

  /// Resolves a part.
  mutating func resolve(_ node: Node) throws(JSONataError) -> Node {
    let result = try resolveKind(node)
    if node.keepArray { result.keepArray = true }
    if result !== node { result.extent = node.extent }
    return result
  }

  /// Resolves a part by its kind.
  private mutating func resolveKind(_ node: Node) throws(JSONataError) -> Node {
    switch node.kind {
    case .dot(let left, let right): return try resolvePath(left, right, node)
    case .filter(let left, let predicate): return try resolveFilter(left, predicate, node)
    case .group(let left, let pairs): return try resolveGroup(left, pairs, node)
    case .order(let left, let terms): return try resolveOrder(left, terms, node)
    case .focus(let left, let name): return try resolveFocus(left, name, node)
    case .index(let left, let name): return try resolveIndex(left, name)
    case .name:
      let path = Node(.path([node]), at: node.location)
      path.keepSingletonArray = node.keepArray
      return path
    case .parent:
      node.kind = .parent(Node.AncestorSlot(label: "!\(parents)"))
      parents += 1
      return node
    case .end: throw JSONataError("S0207", at: node.location, token: "(end)")
    case .string, .number, .value, .wildcard, .descendant, .variable, .regex, .placeholder, .path,
      .sort:
      return node
    default: return try resolveParts(of: node)
    }
  }

  /// Resolves the parts of a node that stays what it is.
  private mutating func resolveParts(of node: Node) throws(JSONataError) -> Node {
    switch node.kind {
    case .binary(let symbol, let left, let right):
      node.kind = .binary(symbol, try part(left, of: node), try part(right, of: node))
    case .negate(let operand):
      let operand = try resolve(operand)
      if case .number(let number) = operand.kind, operand.predicates == nil, operand.group == nil {
        operand.kind = .number(-number)
        return operand
      }
      node.kind = .negate(operand)
      Self.passAncestry(from: operand, to: node)
    case .array(let items): node.kind = .array(try parts(items, of: node))
    case .object(let pairs): node.kind = .object(try resolvePairs(pairs, of: node))
    case .call(let procedure, let arguments):
      let arguments = try parts(arguments, of: node)
      node.kind = .call(try resolve(procedure), arguments)
    case .partial(let procedure, let arguments):
      let arguments = try parts(arguments, of: node)
      node.kind = .partial(try resolve(procedure), arguments)
    case .lambda(var lambda):
      lambda.body = try resolve(lambda.body)
      node.kind = .lambda(lambda)
    case .condition(let condition, let then, let otherwise):
      let condition = try part(condition, of: node)
      let then = try part(then, of: node)
      node.kind = .condition(
        condition, then: then, otherwise: try optional(otherwise, of: node))
    case .transform(let pattern, let update, let delete):
      let pattern = try resolve(pattern)
      let update = try resolve(update)
      node.kind = .transform(
        pattern: pattern, update: update, delete: try optional(delete, of: nil))
    case .block(let items): try resolveBlock(items, node)
    case .bind(let name, let value): node.kind = .bind(name, try part(value, of: node))
    case .apply(let left, let right):
      let left = try resolve(left)
      let right = try resolve(right)
      node.kind = .apply(left, right)
      node.keepArray = left.keepArray || right.keepArray
    default: break
    }
    return node
  }

  /// Resolves a part of `parent` and lets what it seeks be sought by `parent`.
  private mutating func part(_ node: Node, of parent: Node) throws(JSONataError) -> Node {
    let result = try resolve(node)
    Self.passAncestry(from: result, to: parent)
    return result
  }

  /// Resolves parts of `parent`.
  private mutating func parts(_ nodes: [Node], of parent: Node) throws(JSONataError) -> [Node] {
    var results: [Node] = []
    for node in nodes { results.append(try part(node, of: parent)) }
    return results
  }

  /// Resolves a part that may be missing.
  private mutating func optional(_ node: Node?, of parent: Node?) throws(JSONataError) -> Node? {
    guard let node else { return nil }
    guard let parent else { return try resolve(node) }
    return try part(node, of: parent)
  }

  /// Resolves the pairs of `parent`.
  private mutating func resolvePairs(
    _ pairs: [Node.Pair], of parent: Node?
  ) throws(JSONataError) -> [Node.Pair] {
    var results: [Node.Pair] = []
    for pair in pairs {
      let key = try resolve(pair.key)
      if let parent { Self.passAncestry(from: key, to: parent) }
      let value = try resolve(pair.value)
      if let parent { Self.passAncestry(from: value, to: parent) }
      results.append(Node.Pair(key: key, value: value))
    }
    return results
  }

  /// Resolves a block.
  private mutating func resolveBlock(_ items: [Node], _ node: Node) throws(JSONataError) {
    let items = try parts(items, of: node)
    for item in items {
      if item.consArray { node.consArray = true }
      if case .path(let steps) = item.kind, steps.first?.consArray == true { node.consArray = true }
    }
    node.kind = .block(items)
  }
}
