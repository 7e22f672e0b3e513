extension Node {
  /// The parts, in the order of the text; those of a long chain of operators are all its operands.
  var children: [Node] {
    ownChildren + tailChildren
  }

  /// The parts without predicates and grouping.
  var ownChildren: [Node] {
    if let chain { return chain.flatMap(\.operands) }
    switch kind {
    case .name, .string, .number, .value, .variable, .regex, .wildcard, .descendant, .parent,
      .placeholder, .missing:
      return []
    case .binary(_, let a, let b), .apply(let a, let b), .fallback(_, let a, let b): return [a, b]
    case .negate(let a), .bind(_, let a): return [a]
    case .array(let items), .block(let items), .path(let items): return items
    case .object(let pairs): return pairs.flatMap { [$0.key, $0.value] }
    case .sort(let terms): return terms.map(\.expression)
    case .call(let a, let rest), .partial(let a, let rest): return [a] + rest
    case .lambda(let lambda): return [lambda.body]
    case .condition(let a, let b, let c): return [a, b] + (c.map { [$0] } ?? [])
    case .transform(let a, let b, let c): return [a, b] + (c.map { [$0] } ?? [])
    }
  }

  /// The parts in predicates and grouping.
  var tailChildren: [Node] {
    var nodes: [Node] = []
    for case .filter(let node) in (stages ?? []) + (predicates ?? []) { nodes.append(node) }
    for pair in group?.pairs ?? [] { nodes += [pair.key, pair.value] }
    return nodes
  }

  /// The operands that an operation of a chain has itself: both for the innermost, else the right.
  private var operands: [Node] {
    guard case .binary(_, let left, let right) = kind else { return [] }
    if case .binary(let symbol, _, _) = left.kind, symbol != .doubleDot { return [right] }
    return [left, right]
  }
}
