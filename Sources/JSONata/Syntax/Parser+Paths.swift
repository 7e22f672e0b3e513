import JSON

extension Parser {
  // MARK: - Steps

  /// Reads the step after `left.`.
  mutating func step(after left: Part.ID) throws(JSONataError) -> Part.ID {
    let path = self[left].tag == .name ? pathOfName(left, from: 0) : pathOpened(by: left)
    if self[left].tag == .parent, self[path].first == left {
      self[rare: path].seekingParent = [Int(self[left].third)]
      self[path].traits.insert(.seeks)
    }
    let right = try operand(Symbol.dot.leftBindingPower)
    finishStep(self[path].first, of: path)
    finishStep(self[path].second, of: path)
    var step = self[right].tag == .path ? self[right].first : right
    while step != 0 {
      let next = self[right].tag == .path ? self[step].next : 0
      if right == step { self[step].traits.remove(.predicates) }
      append(step, to: path)
      finishStep(step, of: path)
      step = next
    }
    try resolveAncestry(of: path)
    return path
  }

  /// A path of the one step `name`; the path begins at `start`.
  mutating func pathOfName(_ name: Part.ID, from start: Int) -> Part.ID {
    let path = pathOpened(by: name)
    self[path].extent = SourceLocation(start, max(start, end))
    if self[name].traits.contains(.keepArray) {
      self[path].traits.formUnion([.keepArray, .keepSingletonArray])
    }
    return path
  }

  /// `part` if it is a path, else a path of the one step `part`.
  private mutating func pathOpened(by part: Part.ID) -> Part.ID {
    if self[part].tag == .path { return part }
    let path = add(Part(.path, at: self[part].location))
    append(part, to: path)
    self[path].certainDepth = self[part].certainDepth + 1
    return path
  }

  /// Adds `step` to the steps of `path`.
  private mutating func append(_ step: Part.ID, to path: Part.ID) {
    if self[path].first == 0 {
      self[path].first = step
    } else {
      self[self[path].second].next = step
    }
    self[path].second = step
    contain(step, in: path)
  }

  /// Turns a text into a name, and marks what keeps lists.
  private mutating func finishStep(_ step: Part.ID, of path: Part.ID) {
    let record = self[step]
    switch record.tag {
    case .number:
      failLater("S0213", at: record.location, value: .number(record.number))
    case .value:
      let text = lexer.text(record.location.range)
      failLater(
        "S0213", at: record.location, value: text == "null" ? .null : .bool(text == "true"))
    case .string: self[step].tag = .name
    case .array: self[step].traits.insert(.consArray)
    default: break
    }
    if record.traits.contains(.keepArray) { self[path].traits.insert(.keepSingletonArray) }
  }

  /// The last step of a path, or the part itself.
  private func lastStep(of part: Part.ID) -> Part.ID {
    self[part].tag == .path ? self[part].second : part
  }

  // MARK: - Predicates

  /// Reads the rest of `left[ … ]`.
  mutating func predicate(
    of left: Part.ID, at place: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    let step = lastStep(of: left)
    if try skip(.closeBracket) {
      self[left].traits.insert(.keepArray)
      if step != left, self[rare: step].focus != 0 { self[step].traits.insert(.keepArray) }
      return left
    }
    if self[step].group != 0 { failLater("S0209", at: place) }
    let predicate = try expression()
    try expect(.closeBracket, afterOperand: true)
    if self[predicate].traits.contains(.seeks) { try resolveAncestry(of: predicate, in: step) }
    let stage = add(Part(.filterStage, at: place, first: predicate))
    let isStep = step != left || self[left].tag == .name
    if !isStep { self[step].traits.insert(.predicates) }
    appendStage(stage, to: step)
    contain(predicate, in: step)
    if step != left { contain(step, in: left) }
    return left
  }

  /// Adds a predicate or a position binding to `step`.
  private mutating func appendStage(_ stage: Part.ID, to step: Part.ID) {
    let head = self[step].stages
    if head == 0 {
      self[step].stages = stage
    } else {
      self[self[head].second == 0 ? head : self[head].second].next = stage
      self[head].second = stage
    }
  }

  // MARK: - What follows a path

  /// Reads the rest of `left{ … }`.
  mutating func grouping(
    of left: Part.ID, at place: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    if self[left].group != 0 { failLater("S0210", at: place) }
    let head = try pairs { parser, key, value in
      parser.contain(key, in: left)
      parser.contain(value, in: left)
    }
    self[left].group = add(Part(.grouping, at: place, first: head))
    return left
  }

  /// Reads the rest of `left^( … )`.
  mutating func order(of left: Part.ID, at place: SourceLocation) throws(JSONataError) -> Part.ID {
    let path = pathOpened(by: left)
    let sort = add(Part(.sort, at: place))
    var terms = PartList()
    try expect(.openParenthesis)
    repeat {
      let direction = token.symbol == .greater || token.symbol == .less ? token.symbol : nil
      if direction != nil { try advance() }
      let term = add(Part(.sortTerm, direction, at: token.location))
      let operand = try expression()
      self[term].first = operand
      terms.append(term, in: &self)
      adoptUncertain(operand, in: sort)
    } while try skip(.comma)
    try expect(.closeParenthesis)
    self[sort].first = terms.head
    append(sort, to: path)
    try resolveAncestry(of: path)
    return path
  }

  /// Reads the rest of `left@$name`.
  mutating func focus(of left: Part.ID, at place: SourceLocation) throws(JSONataError) -> Part.ID {
    guard let name = try boundVariable(after: .at) else { return lastFailure() }
    let step = lastStep(of: left)
    if self[step].stages != 0 { failLater("S0215", at: place) }
    if self[step].tag == .sort { failLater("S0216", at: place) }
    self[rare: step].focus = name
    self[step].traits.insert(.tuple)
    return left
  }

  /// Reads the rest of `left#$name`.
  mutating func index(of left: Part.ID, at place: SourceLocation) throws(JSONataError) -> Part.ID {
    guard let name = try boundVariable(after: .hash) else { return lastFailure() }
    let path = pathOpened(by: left)
    let step = self[path].second
    self[step].traits.remove(.predicates)
    if self[step].stages == 0 {
      self[rare: step].index = name
    } else {
      appendStage(add(Part(.indexStage, at: place, first: name)), to: step)
    }
    self[step].traits.insert(.tuple)
    return path
  }

  /// Reads the variable after `@` or `#`; nil if something else stands there and the parser goes on.
  private mutating func boundVariable(after symbol: Symbol) throws(JSONataError) -> Part.ID? {
    let missing = recovery?.missing.count ?? 0
    let name = try expression(symbol.leftBindingPower)
    if isLoneVariable(name) { return name }
    recovery?.missing.removeSubrange(missing...)
    try fail(
      JSONataError("S0214", at: self[name].location, token: symbol.text), .string(symbol.text))
    return nil
  }
}
