import JSON

/// What a parser notes that goes on after mistakes.
struct Recovery {
  /// A mistake.
  struct Mistake {
    /// What is wrong.
    let error: JSONataError

    /// The token that is wrong; nil if it is what stands for the rest of the text.
    var token: JSONValue?

    /// The tokens from there on, which have been skipped; nil if none were looked for.
    var remaining: [SkippedToken]?
  }

  /// A token that has been skipped.
  struct SkippedToken {
    /// The kind in the reference's words.
    let type: String

    /// The value in the reference's trees.
    let value: JSONValue?

    /// The offset after its last byte; nil for what stands for the rest of the text.
    let end: Int?
  }

  /// The mistakes that the reference's first pass finds.
  var mistakes: [Mistake] = []

  /// The parts that are missing operands, which the second pass finds.
  var missing: [Part.ID] = []
}

extension Parser {
  /// Throws `error`, or notes it and makes the rest of the text one token.
  mutating func fail(_ error: JSONataError, _ wrong: JSONValue?) throws(JSONataError) {
    try note(error, wrong)
    token = Token(kind: .failure, start: lexer.offset, end: lexer.offset)
  }

  /// Throws `error`, or notes it and gives a part that stands for what is wrong.
  mutating func failedPart(
    _ error: JSONataError, _ wrong: JSONValue?
  ) throws(JSONataError) -> Part.ID {
    try fail(error, wrong)
    return lastFailure()
  }

  /// A part that stands for what the last mistake is about.
  mutating func lastFailure() -> Part.ID { failure(isMistake: false) }

  /// Throws the error about `wrong`, which starts no operand, or gives a part that is the mistake.
  mutating func failedOperand(_ wrong: Token) throws(JSONataError) -> Part.ID {
    let isRest = wrong.kind == .failure
    let error = JSONataError(
      "S0211", at: isRest ? nil : wrong.location, token: isRest ? nil : text(of: wrong))
    try note(error, isRest ? nil : value(of: wrong))
    return failure(isMistake: true)
  }

  /// Throws `error`, or notes it and skips the rest of the text.
  private mutating func note(_ error: JSONataError, _ wrong: JSONValue?) throws(JSONataError) {
    guard recovery != nil else { throw error }
    let remaining = try remainingTokens()
    recovery?.mistakes.append(
      Recovery.Mistake(error: error, token: wrong, remaining: remaining))
  }

  /// A part that stands for what the last mistake is about, or is the mistake.
  private mutating func failure(isMistake: Bool) -> Part.ID {
    let id = add(Part(.failure, at: token.location, first: isMistake ? 1 : 0))
    self[id].third = Part.ID(truncatingIfNeeded: (recovery?.mistakes.count ?? 1) - 1)
    return id
  }

  /// The token and those after it.
  private mutating func remainingTokens() throws(JSONataError) -> [Recovery.SkippedToken] {
    var tokens: [Recovery.SkippedToken] = []
    var next = token
    while !next.isEnd {
      if next.kind == .invalid, let error = lexer.error { throw error }
      tokens.append(
        Recovery.SkippedToken(
          type: next.typeName, value: value(of: next), end: next.kind == .failure ? nil : next.end))
      next = lexer.next(afterOperand: false)
    }
    return tokens
  }

  /// The value of `token` in the reference's trees.
  func value(of token: Token) -> JSONValue? {
    switch token.kind {
    case .number: .literal(token.number)
    case .value: token.word == .null ? .null : .bool(token.word == .true)
    case .regex: .object([])
    case .failure: nil
    case .name, .variable, .string, .symbol, .unknown, .end, .invalid: .string(text(of: token))
    }
  }
}

extension Token {
  /// The kind in the reference's words.
  fileprivate var typeName: String {
    switch kind {
    case .name: "name"
    case .variable: "variable"
    case .string: "string"
    case .number: "number"
    case .value: "value"
    case .regex: "regex"
    case .symbol, .unknown: "operator"
    case .end, .invalid: "(end)"
    case .failure: "(error)"
    }
  }
}
