import JSON

extension Resolver {
  /// Lets `result` seek what `part` seeks.
  static func passAncestry(from part: Node, to result: Node) {
    var slots = part.seekingParent
    if case .parent(let slot) = part.kind { slots = (slots ?? []) + [slot] }
    guard let slots else { return }
    result.seekingParent = (result.seekingParent ?? []) + slots
  }

  /// Finds the step that gives each `%` of the last of `steps` its object; what is not found is
  /// sought outside the path.
  static func resolveAncestry(of path: Node, _ steps: [Node]) throws(JSONataError) {
    guard let last = steps.last else { return }
    var slots = last.seekingParent ?? []
    if case .parent(let slot) = last.kind { slots.append(slot) }
    for slot in slots {
      var index = steps.count - 2
      while slot.level > 0 {
        guard index >= 0 else {
          path.seekingParent = (path.seekingParent ?? []) + [slot]
          break
        }
        var step = steps[index]
        index -= 1
        while index >= 0, step.focus != nil, steps[index].focus != nil {
          step = steps[index]
          index -= 1
        }
        try seekParent(step, slot)
      }
    }
  }

  /// Looks in `node` for the object of `slot`.
  static func seekParent(_ node: Node, _ slot: Node.AncestorSlot) throws(JSONataError) {
    switch node.kind {
    case .name, .wildcard:
      slot.level -= 1
      guard slot.level == 0 else { return }
      if let known = node.ancestor { slot.label = known.label }
      node.ancestor = slot
      node.tuple = true
    case .parent: slot.level += 1
    case .block(let items):
      guard let last = items.last else { return }
      node.tuple = true
      try seekParent(last, slot)
    case .path(let steps):
      node.tuple = true
      var index = steps.count - 1
      try seekParent(steps[index], slot)
      index -= 1
      while slot.level > 0, index >= 0 {
        try seekParent(steps[index], slot)
        index -= 1
      }
    default: throw JSONataError("S0217", at: node.location, token: node.typeName)
    }
  }
}
