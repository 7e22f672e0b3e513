import JSON

extension Parser {
  /// Adds a `%`.
  mutating func parent(at place: SourceLocation) -> Part.ID {
    let id = add(Part(.parent, at: place))
    self[id].third = Part.ID(truncatingIfNeeded: slots.count)
    self[id].traits.insert(.seeks)
    slots.append(Part.Slot(label: slots.count))
    return id
  }

  /// The slots of the `%` that `part` is or that look to the left of it.
  private func slots(of part: Part.ID) -> [Int] {
    let sought = self[rare: part].seekingParent
    return self[part].tag == .parent ? sought + [Int(self[part].third)] : sought
  }

  /// Lets `result` seek what `part` seeks.
  mutating func passAncestry(from part: Part.ID, to result: Part.ID) {
    seek(slots(of: part), from: result)
  }

  /// Lets `part` seek the objects of `slots`.
  private mutating func seek(_ slots: [Int], from part: Part.ID) {
    guard !slots.isEmpty else { return }
    self[rare: part].seekingParent += slots
    self[part].traits.insert(.seeks)
  }

  /// Finds the step that gives each `%` of the last step of `path` its object; what is not found is
  /// sought outside the path.
  mutating func resolveAncestry(of path: Part.ID) throws(JSONataError) {
    let last = self[path].second
    guard self[last].traits.contains(.seeks), laterError == nil else { return }
    var steps: [Part.ID] = []
    var step = self[path].first
    while step != last {
      steps.append(step)
      step = self[step].next
    }
    for slot in slots(of: last) {
      var index = steps.count - 1
      while slots[slot].level > 0, laterError == nil {
        guard index >= 0 else {
          seek([slot], from: path)
          break
        }
        var step = steps[index]
        index -= 1
        while index >= 0, self[rare: step].focus != 0, self[rare: steps[index]].focus != 0 {
          step = steps[index]
          index -= 1
        }
        try seekParent(of: slot, in: step)
      }
    }
  }

  /// Finds the objects of the `%` of `predicate` in the step that it is of, or further left.
  mutating func resolveAncestry(
    of predicate: Part.ID, in step: Part.ID
  ) throws(JSONataError) {
    let sought = self[rare: predicate].seekingParent
    guard !sought.isEmpty else { return }
    for slot in sought {
      if slots[slot].level == 1 {
        try seekParent(of: slot, in: step)
      } else {
        slots[slot].level -= 1
      }
    }
    passAncestry(from: predicate, to: step)
  }

  /// Looks in `part` for the object of `slot`.
  private mutating func seekParent(of slot: Int, in part: Part.ID) throws(JSONataError) {
    searchesLeft -= 1
    guard searchesLeft > 0 else { throw tooDeep() }
    switch self[part].tag {
    case .name, .wildcard:
      slots[slot].level -= 1
      guard slots[slot].level == 0 else { return }
      if let known = self[rare: part].ancestor { slots[slot].label = slots[known].label }
      self[rare: part].ancestor = slot
      self[part].traits.insert(.tuple)
    case .parent: slots[slot].level += 1
    case .block:
      guard self[part].second != 0 else { return }
      self[part].traits.insert(.tuple)
      try seekParent(of: slot, in: self[part].second)
    case .path:
      self[part].traits.insert(.tuple)
      var steps: [Part.ID] = []
      var step = self[part].first
      while step != 0 {
        steps.append(step)
        step = self[step].next
      }
      try seekParent(of: slot, in: steps.removeLast())
      while slots[slot].level > 0, let step = steps.popLast() {
        try seekParent(of: slot, in: step)
      }
    default:
      failLater("S0217", at: self[part].location, token: self[part].tag.typeName)
    }
  }
}
