import JSON

extension Parser {
  /// Reads what starts with `first`, a token that stands where an operand is expected.
  mutating func prefix(_ first: Token) throws(JSONataError) -> Part.ID {
    switch first.kind {
    case .name: return add(Part(.name, at: first.location).escaped(first.isEscaped))
    case .variable: return add(Part(.variable, at: first.location))
    case .string: return add(Part(.string, at: first.location).escaped(first.isEscaped))
    case .number: return number(first)
    case .value: return value(first)
    case .regex: return try regex(first)
    case .symbol: return try prefixOperator(first)
    case .end: return missing(first)
    case .unknown, .invalid, .failure: return try failedOperand(first)
    }
  }

  /// A number.
  private mutating func number(_ token: Token) -> Part.ID {
    let id = add(Part(.number, at: token.location))
    self[id].number = token.number
    return id
  }

  /// `true`, `false` or `null`.
  private mutating func value(_ token: Token) -> Part.ID {
    let id = add(Part(.value, at: token.location))
    self[id].third = Part.ID(token.word.rawValue)
    return id
  }

  /// The end of the text where an operand is expected.
  private mutating func missing(_ token: Token) -> Part.ID {
    let id = add(Part(.end, at: token.location))
    if recovery == nil {
      failLater("S0207", at: token.location, token: "(end)")
    } else {
      recovery?.missing.append(id)
    }
    return id
  }

  /// A regular expression.
  private mutating func regex(_ token: Token) throws(JSONataError) -> Part.ID {
    let pattern = lexer.text(token.start + 1..<token.patternEnd)
    do throws(RegexSyntaxError) {
      regexes.append(
        try ScriptRegex(pattern, flags: lexer.text(token.patternEnd + 1..<token.end)))
    } catch {
      let message = "Invalid regular expression: /\(pattern)/: \(error.message)"
      throw JSONataError("S0303", at: token.location, details: ["message": .string(message)])
    }
    let id = add(Part(.regex, at: token.location))
    self[id].third = Part.ID(truncatingIfNeeded: regexes.count - 1)
    return id
  }

  /// Reads what starts with an operator.
  private mutating func prefixOperator(_ token: Token) throws(JSONataError) -> Part.ID {
    let place = token.location
    switch token.symbol {
    case .and, .or, .in: return add(Part(.name, at: place))
    case .minus: return try negation(at: place)
    case .star: return add(Part(.wildcard, at: place))
    case .doubleStar: return add(Part(.descendant, at: place))
    case .percent: return parent(at: place)
    case .openParenthesis: return try block(at: place)
    case .openBracket: return try arrayConstructor(at: place)
    case .openBrace: return try objectConstructor(at: place)
    case .bar: return try transform(at: place)
    default: return try failedOperand(token)
    }
  }

  /// Reads the rest of `-operand`; the minus of a number becomes part of it.
  private mutating func negation(at place: SourceLocation) throws(JSONataError) -> Part.ID {
    let operand = try expression(70)
    if self[operand].tag == .number, self[operand].stages == 0, self[operand].group == 0 {
      self[operand].number = -self[operand].number
      return operand
    }
    let id = add(Part(.negate, at: place, first: operand))
    adopt(operand, in: id)
    return id
  }

  // MARK: - Brackets

  /// Reads the rest of `( … ; … )`.
  private mutating func block(at place: SourceLocation) throws(JSONataError) -> Part.ID {
    let id = add(Part(.block, at: place))
    var items = PartList()
    while token.symbol != .closeParenthesis {
      let item = try expression()
      items.append(item, in: &self)
      adopt(item, in: id)
      if isConstructor(item) { self[id].traits.insert(.consArray) }
      guard try skip(.semicolon) else { break }
    }
    try expect(.closeParenthesis, afterOperand: true)
    (self[id].first, self[id].second) = (items.head, items.last)
    self[id].traits.remove(.binds)
    return id
  }

  /// Whether `item` is a list constructor that is not flattened, or a path that starts with one.
  private func isConstructor(_ item: Part.ID) -> Bool {
    let first = self[item].tag == .path ? self[item].first : item
    return self[first].traits.contains(.consArray) || self[item].traits.contains(.consArray)
  }

  /// Reads the rest of `[ … , … ]`.
  private mutating func arrayConstructor(
    at place: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    let id = add(Part(.array, at: place))
    var items = PartList()
    if token.symbol != .closeBracket {
      repeat {
        let item = try arrayItem()
        items.append(item, in: &self)
        adopt(item, in: id)
      } while try skip(.comma)
    }
    try expect(.closeBracket, afterOperand: true)
    self[id].first = items.head
    return id
  }

  /// Reads one item of a list constructor, which may be a range.
  private mutating func arrayItem() throws(JSONataError) -> Part.ID {
    let item = try expression()
    let place = token.location
    guard try skip(.doubleDot) else { return item }
    let upper = try expression()
    let range = add(Part(.binary, .doubleDot, at: place, first: item))
    self[range].second = upper
    adopt(item, in: range)
    adopt(upper, in: range)
    self[range].extent = SourceLocation(self[item].extent.start, self[upper].extent.end)
    return range
  }

  /// Reads the rest of `{ … : … , … }`.
  private mutating func objectConstructor(
    at place: SourceLocation
  ) throws(JSONataError) -> Part.ID {
    let id = add(Part(.object, at: place))
    self[id].first = try pairs { parser, key, value in
      parser.adopt(key, in: id)
      parser.adoptUncertain(value, in: id)
    }
    return id
  }

  /// Reads the pairs of an object constructor or a grouping, and hands each to `body`; returns the
  /// head of the list of keys and values.
  @inline(__always)
  mutating func pairs(
    _ body: (inout Parser, _ key: Part.ID, _ value: Part.ID) -> Void
  ) throws(JSONataError) -> Part.ID {
    var list = PartList()
    if token.symbol != .closeBrace {
      repeat {
        let key = try expression()
        try expect(.colon)
        let value = try expression()
        list.append(key, in: &self)
        list.append(value, in: &self)
        body(&self, key, value)
      } while try skip(.comma)
    }
    try expect(.closeBrace, afterOperand: true)
    return list.head
  }

  /// Reads the rest of `| … | … , … |`.
  private mutating func transform(at place: SourceLocation) throws(JSONataError) -> Part.ID {
    let id = add(Part(.transform, at: place))
    let pattern = try expression()
    try expect(.bar)
    let update = try expression()
    let delete = try skip(.comma) ? try expression() : 0
    try expect(.bar)
    (self[id].first, self[id].second, self[id].third) = (pattern, update, delete)
    contain(pattern, in: id)
    contain(update, in: id)
    if delete != 0 { contain(delete, in: id) }
    self[id].traits.insert(.makesFunctions)
    return id
  }
}

extension Part {
  /// The part, marked if its text has escapes.
  @inline(__always)
  fileprivate func escaped(_ isEscaped: Bool) -> Part {
    guard isEscaped else { return self }
    var part = self
    part.traits.insert(.escaped)
    return part
  }
}
