import JSON

/// Splits the UTF-8 text of an expression into tokens, one at a time.
struct Lexer {
  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The offset of the next byte.
  var offset = 0

  /// What is wrong with the last token, if it is no token.
  private(set) var error: JSONataError?

  /// The dialect, which decides what is an operator.
  private let dialect: JSONataExpression.Dialect

  /// Whether the text goes on after the expression, so that ` # ` starts a comment of the language
  /// around it.
  private let isPrefix: Bool

  /// Starts at the first of `bytes`.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: JSONataExpression.Dialect, isPrefix: Bool
  ) {
    self.bytes = bytes
    self.dialect = dialect
    self.isPrefix = isPrefix
  }

  /// The next token; `/` starts a regular expression unless `afterOperand`.
  mutating func next(afterOperand: Bool) -> Token {
    do throws(JSONataError) {
      try skipBlank()
      return try scan(afterOperand: afterOperand)
    } catch {
      self.error = error
      return Token(kind: .invalid, start: offset, end: offset)
    }
  }

  /// Reads the token that starts here.
  private mutating func scan(afterOperand: Bool) throws(JSONataError) -> Token {
    guard offset < bytes.count else { return Token(kind: .end, start: offset, end: offset) }
    let byte = bytes[offset]
    if ByteClass.isOperator(byte) {
      if byte == UInt8(ascii: "/"), !afterOperand { return try scanRegex() }
      if byte == UInt8(ascii: "#"), isForeignComment {
        return Token(kind: .end, start: offset, end: offset)
      }
      return scanSymbol(byte)
    }
    if ByteClass.isDigit(byte) { return try scanNumber() }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try scanString(quote: byte)
    case UInt8(ascii: "`"): return try scanQuotedName()
    default: return scanName(byte)
    }
  }

  /// Whether the `#` here starts a comment of the language around the expression.
  private var isForeignComment: Bool {
    guard isPrefix, offset > 0, ByteClass.isBlank(bytes[offset - 1]) else { return false }
    return offset + 1 == bytes.count || ByteClass.isBlank(bytes[offset + 1])
  }

  /// The byte `distance` after the next one; 0 after the end.
  @inline(__always)
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = offset + distance
    return index < bytes.count ? bytes[index] : 0
  }

  /// The text of `range`.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  // MARK: - White space

  /// Skips white space and comments.
  @inline(__always)
  private mutating func skipBlank() throws(JSONataError) {
    while offset < bytes.count {
      let byte = bytes[offset]
      if ByteClass.isBlank(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        try skipComment()
      } else {
        return
      }
    }
  }

  /// Skips a comment.
  private mutating func skipComment() throws(JSONataError) {
    let start = offset
    offset += 2
    while !(peek() == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) {
      offset += 1
      guard offset < bytes.count else {
        throw JSONataError("S0106", at: SourceLocation(start, start))
      }
    }
    offset += 2
  }

  // MARK: - Operators and names

  /// Reads an operator.
  private mutating func scanSymbol(_ byte: UInt8) -> Token {
    let start = offset
    var symbol = doubleSymbol(byte, peek(1))
    offset += symbol == nil ? 1 : 2
    symbol = symbol ?? singleSymbol(byte)
    return Token(
      kind: symbol == nil ? .unknown : .symbol, symbol: symbol, start: start, end: offset)
  }

  /// The operator of two bytes.
  @inline(__always)
  private func doubleSymbol(_ first: UInt8, _ second: UInt8) -> Symbol? {
    guard
      second == first || second == UInt8(ascii: "=") || second == UInt8(ascii: ">")
        || second == UInt8(ascii: ":")
    else { return nil }
    return switch (first, second) {
    case (UInt8(ascii: "."), UInt8(ascii: ".")): .doubleDot
    case (UInt8(ascii: ":"), UInt8(ascii: "=")): .assign
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): .doubleStar
    case (UInt8(ascii: "~"), UInt8(ascii: ">")): .apply
    case (UInt8(ascii: "?"), UInt8(ascii: ":")) where dialect == .jsonata: .elvis
    case (UInt8(ascii: "?"), UInt8(ascii: "?")) where dialect == .jsonata: .coalesce
    default: nil
    }
  }

  /// The operator of one byte; nil for one that only starts others.
  @inline(__always)
  private func singleSymbol(_ byte: UInt8) -> Symbol? {
    switch byte {
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "["): .openBracket
    case UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: "{"): .openBrace
    case UInt8(ascii: "}"): .closeBrace
    case UInt8(ascii: "("): .openParenthesis
    case UInt8(ascii: ")"): .closeParenthesis
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "#"): .hash
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "|"): .bar
    case UInt8(ascii: "="): .equal
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "^"): .caret
    case UInt8(ascii: "&"): .ampersand
    default: nil
    }
  }

  /// Reads a name, a variable or a word of the language.
  private mutating func scanName(_ first: UInt8) -> Token {
    let start = offset
    while offset < bytes.count, !ByteClass.endsName(bytes[offset]) { offset += 1 }
    if first == UInt8(ascii: "$") { return Token(kind: .variable, start: start, end: offset) }
    return offset - start > 5 ? Token(kind: .name, start: start, end: offset) : word(from: start)
  }

  /// The token that the short name from `start` on is.
  @inline(__always)
  private func word(from start: Int) -> Token {
    var token = Token(kind: .name, start: start, end: offset)
    var letters: UInt64 = 0
    for index in start..<offset { letters = letters << 8 | UInt64(bytes[index]) }
    switch letters {
    case 0x61_6E64: (token.kind, token.symbol) = (.symbol, .and)
    case 0x6F72: (token.kind, token.symbol) = (.symbol, .or)
    case 0x696E: (token.kind, token.symbol) = (.symbol, .in)
    case 0x7472_7565: (token.kind, token.word) = (.value, .true)
    case 0x66_616C_7365: (token.kind, token.word) = (.value, .false)
    case 0x6E75_6C6C: (token.kind, token.word) = (.value, .null)
    default: break
    }
    return token
  }

  /// Reads a name in backquotes.
  private mutating func scanQuotedName() throws(JSONataError) -> Token {
    let start = offset
    guard let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "`")) else {
      throw JSONataError("S0105", at: SourceLocation(start, bytes.count))
    }
    offset = end + 1
    return Token(kind: .name, start: start, end: offset)
  }
}
