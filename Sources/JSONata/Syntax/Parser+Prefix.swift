import JSON

extension Parser {
  /// Reads what starts with `first`, a token that stands where an operand is expected.
  mutating func prefix(_ first: Token) throws(JSONataError) -> Node {
    let place = first.location
    switch first.kind {
    case .name(let text): return Node(.name(text), at: place)
    case .variable(let name): return Node(.variable(name), at: place)
    case .string(let text): return Node(.string(text), at: place)
    case .number(let number): return Node(.number(number), at: place)
    case .value(let value): return Node(.value(value), at: place)
    case .regex(let pattern, let flags):
      return Node(.regex(try regex(pattern, flags, at: place)), at: place)
    case .symbol(let symbol): return try prefix(symbol, at: place)
    case .end: return Node(.end, at: place)
    case .invalid(let error): throw error
    }
  }

  /// Reads what starts with the operator `symbol`.
  private mutating func prefix(
    _ symbol: Symbol, at place: SourceLocation
  ) throws(JSONataError) -> Node {
    switch symbol {
    case .and, .or, .in: return Node(.name(symbol.rawValue), at: place)
    case .minus: return Node(.negate(try expression(70)), at: place)
    case .star: return Node(.wildcard, at: place)
    case .doubleStar: return Node(.descendant, at: place)
    case .percent: return Node(.parent(Node.AncestorSlot(label: "")), at: place)
    case .openParenthesis: return try block(at: place)
    case .openBracket: return try arrayConstructor(at: place)
    case .openBrace: return Node(.object(try pairs()), at: place)
    case .bar: return try transform(at: place)
    default: throw JSONataError("S0211", at: place, token: symbol.rawValue)
    }
  }

  /// The regular expression `pattern`.
  private func regex(
    _ pattern: String, _ flags: String, at place: SourceLocation
  ) throws(JSONataError) -> ScriptRegex {
    do throws(RegexSyntaxError) {
      return try ScriptRegex(pattern, flags: flags)
    } catch {
      let message = "Invalid regular expression: /\(pattern)/: \(error.message)"
      throw JSONataError("S0303", at: place, details: ["message": .string(message)])
    }
  }

  /// Reads the rest of `( … ; … )`.
  private mutating func block(at place: SourceLocation) throws(JSONataError) -> Node {
    var expressions: [Node] = []
    while token.symbol != .closeParenthesis {
      expressions.append(try expression(0))
      guard try skip(.semicolon) else { break }
    }
    try expect(.closeParenthesis, afterOperand: true)
    return Node(.block(expressions), at: place)
  }

  /// Reads the rest of `[ … , … ]`.
  private mutating func arrayConstructor(at place: SourceLocation) throws(JSONataError) -> Node {
    var items: [Node] = []
    if token.symbol != .closeBracket {
      repeat { items.append(try arrayItem()) } while try skip(.comma)
    }
    try expect(.closeBracket, afterOperand: true)
    return Node(.array(items), at: place)
  }

  /// Reads one item of a list constructor, which may be a range.
  private mutating func arrayItem() throws(JSONataError) -> Node {
    let item = try expression(0)
    let place = token.location
    guard try skip(.doubleDot) else { return item }
    let upper = try expression(0)
    let range = Node(.binary(.doubleDot, item, upper), at: place)
    range.extent = item.extent.lowerBound..<upper.extent.upperBound
    range.height = 1 + max(item.height, upper.height)
    return range
  }

  /// Reads the pairs of an object constructor or a grouping.
  mutating func pairs() throws(JSONataError) -> [Node.Pair] {
    var pairs: [Node.Pair] = []
    if token.symbol != .closeBrace {
      repeat {
        let key = try expression(0)
        try expect(.colon)
        pairs.append(Node.Pair(key: key, value: try expression(0)))
      } while try skip(.comma)
    }
    try expect(.closeBrace, afterOperand: true)
    return pairs
  }

  /// Reads the rest of `| … | … , … |`.
  private mutating func transform(at place: SourceLocation) throws(JSONataError) -> Node {
    let pattern = try expression(0)
    try expect(.bar)
    let update = try expression(0)
    let delete = try skip(.comma) ? try expression(0) : nil
    try expect(.bar)
    return Node(.transform(pattern: pattern, update: update, delete: delete), at: place)
  }
}
