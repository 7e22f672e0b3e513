import JSON

/// Splits the UTF-8 text of an expression into tokens, one at a time.
struct Lexer {
  /// The text.
  let bytes: [UInt8]

  /// The offset of the next byte.
  var offset: Int

  /// The dialect, which decides what is an operator.
  let dialect: JSONataExpression.Dialect

  /// Whether the text goes on after the expression, so that ` # ` starts a comment of the language
  /// around it.
  let isPrefix: Bool

  /// Starts at `offset`.
  init(_ bytes: [UInt8], from offset: Int, dialect: JSONataExpression.Dialect, isPrefix: Bool) {
    self.bytes = bytes
    self.offset = offset
    self.dialect = dialect
    self.isPrefix = isPrefix
  }

  /// The next token; `/` starts a regular expression unless `afterOperand`.
  mutating func next(afterOperand: Bool) -> Token {
    let start: Int
    do throws(JSONataError) {
      try skipBlank()
      start = offset
      let kind = try scan(afterOperand: afterOperand)
      return Token(kind: kind, location: SourceLocation(start, offset))
    } catch {
      return Token(kind: .invalid(error), location: SourceLocation(offset, offset))
    }
  }

  /// Reads the token that starts here.
  private mutating func scan(afterOperand: Bool) throws(JSONataError) -> Token.Kind {
    guard let byte = peek(), !isForeignComment(byte) else { return .end }
    if byte == UInt8(ascii: "/"), !afterOperand {
      offset += 1
      return try scanRegex()
    }
    if let symbol = try scanSymbol(byte) { return .symbol(symbol) }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try scanString(quote: byte))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try scanNumber())
    case UInt8(ascii: "`"): return .name(try scanQuotedName())
    default: return scanName()
    }
  }

  /// Whether a comment of the language around the expression starts here.
  private func isForeignComment(_ byte: UInt8) -> Bool {
    guard isPrefix, byte == UInt8(ascii: "#"), offset > 0 else { return false }
    return Self.isBlank(bytes[offset - 1]) && (peek(1).map(Self.isBlank) ?? true)
  }

  // MARK: - Reading bytes

  /// The byte `distance` after the next one.
  func peek(_ distance: Int = 0) -> UInt8? {
    let index = offset + distance
    return index < bytes.count ? bytes[index] : nil
  }

  /// The text of `range`.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether `byte` is white space.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0B).contains(byte) || byte == 0x0D
  }

  /// Whether `byte` is an operator of its own.
  static func isOperator(_ byte: UInt8) -> Bool {
    byte < 0x80 && operatorBytes.contains(byte)
  }

  /// The bytes that are operators of their own.
  private static let operatorBytes = Set(".[]{}(),@#;:?+-*/%|=<>^&!~".utf8)

  /// Skips white space and comments.
  private mutating func skipBlank() throws(JSONataError) {
    while true {
      while let byte = peek(), Self.isBlank(byte) { offset += 1 }
      guard peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") else { return }
      try skipComment()
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
  private mutating func scanSymbol(_ byte: UInt8) throws(JSONataError) -> Symbol? {
    guard Self.isOperator(byte) else { return nil }
    if let second = peek(1), let symbol = doubleSymbol(byte, second) {
      offset += 2
      return symbol
    }
    offset += 1
    let text = String(UnicodeScalar(byte))
    guard let symbol = Symbol(rawValue: text) else {
      throw JSONataError("S0204", at: SourceLocation(offset - 1, offset), token: text)
    }
    return symbol
  }

  /// The operator of two bytes.
  private func doubleSymbol(_ first: UInt8, _ second: UInt8) -> Symbol? {
    switch (UnicodeScalar(first), UnicodeScalar(second)) {
    case (".", "."): .doubleDot
    case (":", "="): .assign
    case ("!", "="): .notEqual
    case (">", "="): .greaterOrEqual
    case ("<", "="): .lessOrEqual
    case ("*", "*"): .doubleStar
    case ("~", ">"): .apply
    case ("?", ":") where dialect == .jsonata: .elvis
    case ("?", "?") where dialect == .jsonata: .coalesce
    default: nil
    }
  }

  /// Reads a name, a variable or a word of the language.
  private mutating func scanName() -> Token.Kind {
    let start = offset
    while let byte = peek(), !Self.isBlank(byte), !Self.isOperator(byte) { offset += 1 }
    if bytes[start] == UInt8(ascii: "$") { return .variable(text(start + 1..<offset)) }
    switch text(start..<offset) {
    case "and": return .symbol(.and)
    case "or": return .symbol(.or)
    case "in": return .symbol(.in)
    case "true": return .value(true)
    case "false": return .value(false)
    case "null": return .value(nil)
    case let name: return .name(name)
    }
  }

  /// Reads a name in backquotes.
  private mutating func scanQuotedName() throws(JSONataError) -> String {
    let start = offset + 1
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "`")) else {
      throw JSONataError("S0105", at: SourceLocation(offset, bytes.count))
    }
    offset = end + 1
    return text(start..<end)
  }
}
