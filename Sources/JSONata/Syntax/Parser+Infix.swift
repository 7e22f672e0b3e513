import JSON

extension Parser {
  /// Reads what follows `operation`, to whose left stands `left`, whose outermost operation is
  /// `latest`.
  mutating func infix(
    _ operation: Token, _ left: Part.ID, after latest: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    let place = operation.location
    guard let symbol = operation.symbol else { return left }
    switch symbol {
    case .dot: return try step(after: left)
    case .openBracket: return try predicate(of: left, at: place)
    case .openParenthesis: return try call(of: left, at: place)
    case .openBrace: return try grouping(of: left, at: place)
    case .caret: return try order(of: left, at: place)
    case .assign: return try assignment(to: left, at: place, after: latest)
    case .at: return try focus(of: left, at: place)
    case .hash: return try index(of: left, at: place)
    case .question: return try condition(left, at: place)
    case .elvis, .coalesce: return try fallback(symbol, for: left, at: place)
    case .apply: return try application(to: left, at: place)
    default: return try binary(symbol, left, at: place)
    }
  }

  /// Reads the right operand of an operator.
  private mutating func binary(
    _ symbol: Symbol, _ left: Part.ID, at place: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    let right = try expression(symbol.leftBindingPower)
    let id = add(Part(.binary, symbol, at: place, first: left))
    self[id].second = right
    adopt(left, in: id)
    if symbol == .and || symbol == .or {
      adoptUncertain(right, in: id)
    } else {
      adopt(right, in: id)
    }
    extendChain(id, left, right)
    return id
  }

  /// Counts the operators of the chain that `operation` ends; a long one nests no deeper.
  @inline(__always)
  private mutating func extendChain(_ operation: Part.ID, _ left: Part.ID, _ right: Part.ID) {
    guard self[left].isOperation else { return }
    let length = self[left].third + 1
    self[operation].third = length
    guard length > Node.longestNest else { return }
    self[operation].height = max(self[left].height, self[right].height + 1)
  }

  /// Reads the rest of `$name := …`.
  private mutating func assignment(
    to left: Part.ID, at place: SourceLocation, after latest: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    guard isLoneVariable(left) else {
      let blamed = text(at: latest)
      return try failedPart(JSONataError("S0212", at: latest, token: blamed), .string(blamed))
    }
    let value = try expression(Symbol.assign.leftBindingPower - 1)
    let id = add(Part(.bind, .assign, at: place, first: left))
    self[id].second = value
    adopt(value, in: id)
    self[id].traits.insert(.binds)
    return id
  }

  /// Reads the rest of `condition ? … : …`.
  private mutating func condition(
    _ left: Part.ID, at place: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    let id = add(Part(.condition, at: place, first: left))
    adopt(left, in: id)
    let then = try expression()
    adoptUncertain(then, in: id)
    self[id].second = then
    guard try skip(.colon) else { return id }
    let otherwise = try expression()
    adoptUncertain(otherwise, in: id)
    self[id].third = otherwise
    return id
  }

  /// Reads the rest of `left ?: …` and `left ?? …`.
  private mutating func fallback(
    _ symbol: Symbol, for left: Part.ID, at place: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    let id = add(Part(.fallback, symbol, at: place, first: left))
    adopt(left, in: id)
    // The reference asks for `left ?? …` whether `$exists(left)`, one level further down.
    if symbol == .coalesce { self[id].certainDepth += 1 }
    let right = try expression()
    adoptUncertain(right, in: id)
    self[id].second = right
    return id
  }

  /// Reads the right side of `~>`.
  private mutating func application(
    to left: Part.ID, at place: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    let right = try expression(Symbol.apply.leftBindingPower)
    let id = add(Part(.apply, .apply, at: place, first: left))
    self[id].second = right
    contain(left, in: id)
    contain(right, in: id)
    // The parts of a call to the right are evaluated in place of the call.
    let rightDepth = self[right].certainDepth - (self[right].tag == .call ? 1 : 0)
    self[id].certainDepth = 1 + max(self[left].certainDepth, rightDepth)
    if self[left].traits.contains(.keepArray) || self[right].traits.contains(.keepArray) {
      self[id].traits.insert(.keepArray)
    }
    return id
  }
}
