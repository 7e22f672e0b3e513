import JSON

extension Parser {
  /// Whether the name `part` starts the definition of a function.
  func isFunctionWord(_ part: Part.ID) -> Bool {
    let location = self[part].location
    guard self[part].stages == 0, location.end - location.start <= 10 else { return false }
    return ["function", "λ"].contains(text(of: self[part]))
  }

  /// Reads the rest of `left( … )`, which defines a function if `left` is a lone name.
  mutating func call(of left: Part.ID, at place: SourceLocation) throws(JSONataError) -> Part.ID {
    if self[left].tag == .name { return try lambda(at: place) }
    let id = add(Part(.call, at: place, first: left))
    self[id].certainDepth = self[left].certainDepth + 1
    contain(left, in: id)
    var arguments = PartList()
    if token.symbol != .closeParenthesis {
      repeat {
        let argument = try argument(of: id)
        arguments.append(argument, in: &self)
        adopt(argument, in: id)
      } while try skip(.comma)
    }
    try expect(.closeParenthesis, afterOperand: true)
    self[id].second = arguments.head
    return id
  }

  /// Reads one argument of the call `id`; `?` leaves it open.
  private mutating func argument(of id: Part.ID) throws(JSONataError) -> Part.ID {
    guard token.symbol == .question else { return try expression() }
    self[id].tag = .partial
    self[id].traits.insert(.makesFunctions)
    let placeholder = add(Part(.placeholder, .question, at: token.location))
    try advance()
    return placeholder
  }

  // MARK: - Definitions

  /// Reads the rest of `function( … ) { … }`.
  private mutating func lambda(at place: SourceLocation) throws(JSONataError) -> Part.ID {
    let id = add(Part(.lambda, at: place))
    self[id].first = try parameters()
    if token.symbol == .less { self[id].third = try signature() }
    try expect(.openBrace)
    let body = try expression()
    try expect(.closeBrace)
    self[id].second = body
    self[id].height = self[body].height + 1
    self[id].traits.insert(.makesFunctions)
    return id
  }

  /// Reads the parameters of a function; returns the first.
  private mutating func parameters() throws(JSONataError) -> Part.ID {
    var list = PartList()
    var mistake: JSONataError?
    var count: Int64 = 0
    let missing = recovery?.missing.count ?? 0
    if token.symbol != .closeParenthesis {
      repeat {
        let isOpen = token.symbol == .question
        let place = token.location
        let parameter = isOpen ? add(Part(.placeholder, at: place)) : try expression()
        if isOpen { try advance() }
        list.append(parameter, in: &self)
        count += 1
        if !isLoneVariable(parameter), mistake == nil {
          let blamed = isOpen ? place : lastOperation
          mistake = JSONataError(
            "S0208", at: blamed, token: text(at: blamed), value: .integer(count))
        }
      } while try skip(.comma)
    }
    try expect(.closeParenthesis, afterOperand: true)
    recovery?.missing.removeSubrange(missing...)
    if let mistake { try fail(mistake, mistake.token.map { .string($0) }) }
    return list.head
  }

  /// Reads `< … >`; returns the position of the signature, plus 1.
  private mutating func signature() throws(JSONataError) -> Part.ID {
    let place = token.location
    var text = "<"
    var depth = 1
    while depth > 0, token.symbol != .openBrace, !token.isEnd {
      try advance()
      if token.symbol == .greater { depth -= 1 }
      if token.symbol == .less { depth += 1 }
      text += self.text(of: token)
    }
    try expect(.greater)
    signatures.append(try Signature(text, at: place))
    return Part.ID(truncatingIfNeeded: signatures.count)
  }
}
