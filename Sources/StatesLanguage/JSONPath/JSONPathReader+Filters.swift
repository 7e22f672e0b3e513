import JSON
import JSONata

extension JSONPathReader {
  /// Reads the rest of `[?(…)]` after the question mark.
  mutating func readFilter(_ start: Int) throws(JSONPathSyntaxError) -> JSONPath.Step {
    try enter()
    defer { depth -= 1 }
    skipSpaces()
    guard consume("(") else { throw unexpected() }
    let filter = try readAlternatives()
    skipSpaces()
    guard consume(")") else { throw unexpected() }
    skipSpaces()
    guard consume("]") else { throw unexpected() }
    return .filter(filter)
  }

  /// Reads `a || b`.
  private mutating func readAlternatives() throws(JSONPathSyntaxError) -> JSONPathFilter {
    var filters = [try readConjunction()]
    while consumeOperator("||") { filters.append(try readConjunction()) }
    return filters.count == 1 ? filters[0] : .any(filters)
  }

  /// Reads `a && b`.
  private mutating func readConjunction() throws(JSONPathSyntaxError) -> JSONPathFilter {
    var filters = [try readTerm()]
    while consumeOperator("&&") { filters.append(try readTerm()) }
    return filters.count == 1 ? filters[0] : .all(filters)
  }

  /// Reads `!a`, `(a)` or a comparison.
  private mutating func readTerm() throws(JSONPathSyntaxError) -> JSONPathFilter {
    skipSpaces()
    if peek() == UInt8(ascii: "!"), peek(1) != UInt8(ascii: "=") {
      offset += 1
      try enter()
      defer { depth -= 1 }
      return .not(try readTerm())
    }
    guard consume("(") else { return try readComparison() }
    try enter()
    defer { depth -= 1 }
    let filter = try readAlternatives()
    skipSpaces()
    guard consume(")") else { throw unexpected() }
    return filter
  }

  /// Reads an operand, and what it is compared with.
  private mutating func readComparison() throws(JSONPathSyntaxError) -> JSONPathFilter {
    let left = try readOperand()
    if consumeOperator("=~") { return .matches(left, try readRegex()) }
    for relation in JSONPathFilter.Relation.allCases where consumeOperator(relation.rawValue) {
      return .comparison(left, relation, try readOperand())
    }
    return .exists(left)
  }

  /// Skips `symbol`, if it is next after spaces.
  private mutating func consumeOperator(_ symbol: String) -> Bool {
    let start = offset
    skipSpaces()
    let length = symbol.utf8.count
    let isWord = symbol.utf8.first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    if bytes[offset...].starts(with: symbol.utf8),
      isWord != true || peek(length) == nil || peek(length) == 0x20
        || peek(length) == UInt8(ascii: "[")
    {
      offset += length
      return true
    }
    offset = start
    return false
  }

  /// Reads an operand.
  private mutating func readOperand() throws(JSONPathSyntaxError) -> JSONPathFilter.Operand {
    skipSpaces()
    switch peek() {
    case UInt8(ascii: "@"): return .current(try readRelativePath())
    case UInt8(ascii: "$"): return .root(try readRelativePath())
    default: return .constant(try readLiteral())
    }
  }

  /// Reads `/…/i`.
  private mutating func readRegex() throws(JSONPathSyntaxError) -> WholeTextRegex {
    skipSpaces()
    let start = offset
    guard consume("/") else { throw error("Expected a regular expression") }
    while let byte = peek(), byte != UInt8(ascii: "/") {
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard !isAtEnd else { throw error("The regular expression has no end") }
    let pattern = String(decoding: bytes[(start + 1)..<offset], as: UTF8.self)
    offset += 1
    var flags = ""
    while let byte = peek(), (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
      flags.unicodeScalars.append(Unicode.Scalar(byte))
      offset += 1
    }
    guard let regex = WholeTextRegex(pattern, flags: flags) else {
      throw JSONPathSyntaxError("The regular expression is malformed", at: start)
    }
    return regex
  }

  // MARK: - Constants

  /// Reads a constant: a text in either quote, or any JSON.
  mutating func readLiteral() throws(JSONPathSyntaxError) -> JSONValue {
    guard let byte = peek() else { throw unexpected() }
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      return .string(try readQuoted(byte))
    }
    let start = offset
    skipJSON()
    let text = text(from: start).replacing("'", with: "\"")
    guard offset > start, let value = try? JSONReader.read(text) else {
      throw JSONPathSyntaxError("Could not parse token starting at position \(start)", at: start)
    }
    return value
  }

  /// Skips what may be a number, a word, a list or an object.
  private mutating func skipJSON() {
    var open = 0
    var quote: UInt8?
    while let byte = peek() {
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        open += 1
      } else if open > 0, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        open -= 1
      } else if open == 0, !byte.isScalarByte {
        return
      }
      offset += 1
    }
  }
}

extension UInt8 {
  /// Whether it may stand in a number or a word.
  fileprivate var isScalarByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
