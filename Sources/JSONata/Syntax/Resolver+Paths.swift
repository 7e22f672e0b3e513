import JSON

extension Resolver {
  /// Resolves `left.right`.
  mutating func resolvePath(
    _ left: Node, _ right: Node, _ node: Node
  ) throws(JSONataError) -> Node {
    let first = try resolve(left)
    let path: Node
    var steps: [Node]
    if case .path(let found) = first.kind {
      (path, steps) = (first, found)
    } else {
      path = Node(.path([]), at: first.location)
      steps = [first]
    }
    if case .parent(let slot) = first.kind { path.seekingParent = [slot] }
    let rest = try resolve(right)
    if case .path(let more) = rest.kind {
      steps += more
    } else {
      if let predicates = rest.predicates {
        rest.stages = predicates
        rest.predicates = nil
      }
      steps.append(rest)
    }
    try Self.finishSteps(steps)
    path.kind = .path(steps)
    if steps.contains(where: \.keepArray) { path.keepSingletonArray = true }
    try Self.resolveAncestry(of: path, steps)
    return path
  }

  /// Turns texts into names, and marks list constructors at both ends.
  private static func finishSteps(_ steps: [Node]) throws(JSONataError) {
    for step in steps {
      switch step.kind {
      case .number(let number):
        throw JSONataError("S0213", at: step.location, value: .number(number))
      case .value(let value): throw JSONataError("S0213", at: step.location, value: value)
      case .string(let text): step.kind = .name(text)
      default: break
      }
    }
    for step in [steps.first, steps.last] {
      if let step, case .array = step.kind { step.consArray = true }
    }
  }

  /// Resolves `left[predicate]`.
  mutating func resolveFilter(
    _ left: Node, _ predicate: Node, _ node: Node
  ) throws(JSONataError) -> Node {
    let result = try resolve(left)
    let step = result.lastStep
    guard step.group == nil else { throw JSONataError("S0209", at: node.location) }
    let predicate = try resolve(predicate)
    if let slots = predicate.seekingParent {
      for slot in slots {
        if slot.level == 1 { try Self.seekParent(step, slot) } else { slot.level -= 1 }
      }
      Self.passAncestry(from: predicate, to: step)
    }
    if result === step {
      result.predicates = (result.predicates ?? []) + [.filter(predicate)]
    } else {
      step.stages = (step.stages ?? []) + [.filter(predicate)]
    }
    return result
  }

  /// Resolves `left{ … }`.
  mutating func resolveGroup(
    _ left: Node, _ pairs: [Node.Pair], _ node: Node
  ) throws(JSONataError) -> Node {
    let result = try resolve(left)
    guard result.group == nil else { throw JSONataError("S0210", at: node.location) }
    var resolved: [Node.Pair] = []
    for pair in pairs {
      let key = try resolve(pair.key)
      resolved.append(Node.Pair(key: key, value: try resolve(pair.value)))
    }
    result.group = Node.Group(pairs: resolved, location: node.location)
    return result
  }

  /// Resolves `left^( … )`.
  mutating func resolveOrder(
    _ left: Node, _ terms: [Node.SortTerm], _ node: Node
  ) throws(JSONataError) -> Node {
    let path = pathAround(try resolve(left))
    let sort = Node(.sort([]), at: node.location)
    var resolved: [Node.SortTerm] = []
    for var term in terms {
      term.expression = try resolve(term.expression)
      Self.passAncestry(from: term.expression, to: sort)
      resolved.append(term)
    }
    sort.kind = .sort(resolved)
    let steps = path.steps + [sort]
    path.kind = .path(steps)
    try Self.resolveAncestry(of: path, steps)
    return path
  }

  /// Resolves `left@$name`.
  mutating func resolveFocus(
    _ left: Node, _ name: String, _ node: Node
  ) throws(JSONataError) -> Node {
    let result = try resolve(left)
    let step = result.lastStep
    guard step.stages == nil, step.predicates == nil else {
      throw JSONataError("S0215", at: node.location)
    }
    if case .sort = step.kind { throw JSONataError("S0216", at: node.location) }
    if node.keepArray { step.keepArray = true }
    step.focus = name
    step.tuple = true
    return result
  }

  /// Resolves `left#$name`.
  mutating func resolveIndex(_ left: Node, _ name: String) throws(JSONataError) -> Node {
    let inner = try resolve(left)
    let path = pathAround(inner)
    let step = path.lastStep
    if path !== inner, let predicates = step.predicates {
      step.stages = predicates
      step.predicates = nil
    }
    if let stages = step.stages {
      step.stages = stages + [.index(name)]
    } else {
      step.index = name
    }
    step.tuple = true
    return path
  }

  /// `node` if it is a path, else a path of the one step `node`.
  private func pathAround(_ node: Node) -> Node {
    if case .path = node.kind { return node }
    return Node(.path([node]), at: node.location)
  }
}

extension Node {
  /// The steps of a path.
  var steps: [Node] {
    if case .path(let steps) = kind { return steps }
    return []
  }

  /// The last step of a path, or the part itself.
  var lastStep: Node { steps.last ?? self }
}
