import JSON

extension Lexer {
  /// Reads a number.
  mutating func scanNumber() throws(JSONataError) -> Double {
    let start = offset
    if peek() == UInt8(ascii: "0") { offset += 1 } else { skipDigits() }
    if peek() == UInt8(ascii: "."), isDigit(peek(1)) {
      offset += 1
      skipDigits()
    }
    skipExponent()
    let text = text(start..<offset)
    guard let number = Double(text), number.isFinite else {
      throw JSONataError("S0102", at: SourceLocation(start, start), token: text)
    }
    return number
  }

  /// Skips an exponent, if a whole one stands here.
  private mutating func skipExponent() {
    guard let mark = peek(), mark | 0x20 == UInt8(ascii: "e") else { return }
    let sign = peek(1)
    let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    guard isDigit(peek(isSigned ? 2 : 1)) else { return }
    offset += isSigned ? 2 : 1
    skipDigits()
  }

  /// Skips digits.
  private mutating func skipDigits() {
    while isDigit(peek()) { offset += 1 }
  }

  /// Whether `byte` is a decimal digit.
  private func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// Reads a text in quotes.
  mutating func scanString(quote: UInt8) throws(JSONataError) -> String {
    offset += 1
    let start = offset
    while let byte = peek(), byte != quote, byte != UInt8(ascii: "\\") { offset += 1 }
    if peek() == quote {
      offset += 1
      return text(start..<offset - 1)
    }
    return try scanEscapedString(quote: quote, from: start)
  }

  /// Reads the rest of a text that has an escape, or no end.
  private mutating func scanEscapedString(
    quote: UInt8, from start: Int
  ) throws(JSONataError) -> String {
    var units = Array(text(start..<offset).utf16)
    while let byte = peek() {
      if byte == quote {
        offset += 1
        return String(decoding: units, as: UTF16.self)
      }
      if byte == UInt8(ascii: "\\") {
        offset += 1
        units.append(try scanEscape())
      } else {
        let chunk = offset
        while let byte = peek(), byte != quote, byte != UInt8(ascii: "\\") { offset += 1 }
        units.append(contentsOf: text(chunk..<offset).utf16)
      }
    }
    throw JSONataError("S0101", at: SourceLocation(start - 1, offset))
  }

  /// Reads what follows a backslash.
  private mutating func scanEscape() throws(JSONataError) -> UInt16 {
    let escape = peek()
    let codes: [UInt8: UInt16] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
      UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
      UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    ]
    if let escape, let code = codes[escape] {
      offset += 1
      return code
    }
    if escape == UInt8(ascii: "u") { return try scanUnicodeEscape() }
    let character = text(offset..<bytes.count).first.map { String($0) } ?? ""
    throw JSONataError("S0103", at: SourceLocation(offset - 1, offset), token: character)
  }

  /// Reads `u` and four hexadecimal digits.
  private mutating func scanUnicodeEscape() throws(JSONataError) -> UInt16 {
    let digits = text(offset + 1..<min(offset + 5, bytes.count))
    guard digits.utf8.count == 4, !digits.hasPrefix("+"), let unit = UInt16(digits, radix: 16)
    else { throw JSONataError("S0104", at: SourceLocation(offset - 1, offset)) }
    offset += 5
    return unit
  }

  /// Reads a regular expression whose first slash has been read.
  mutating func scanRegex() throws(JSONataError) -> Token.Kind {
    let start = offset
    var depth = 0
    while let byte = peek() {
      if byte == UInt8(ascii: "/"), depth == 0, !isEscaped { return try endRegex(from: start) }
      if offset > 0, bytes[offset - 1] != UInt8(ascii: "\\") {
        if "([{".utf8.contains(byte) { depth += 1 }
        if ")]}".utf8.contains(byte) { depth -= 1 }
      }
      offset += 1
    }
    throw JSONataError("S0302", at: SourceLocation(start - 1, offset))
  }

  /// Whether an odd number of backslashes stands before the next byte.
  private var isEscaped: Bool {
    bytes[..<offset].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// Reads the closing slash and the flags.
  private mutating func endRegex(from start: Int) throws(JSONataError) -> Token.Kind {
    let end = offset
    guard end > start else { throw JSONataError("S0301", at: SourceLocation(start - 1, end)) }
    offset += 1
    let flags = offset
    while peek() == UInt8(ascii: "i") || peek() == UInt8(ascii: "m") { offset += 1 }
    return .regex(pattern: text(start..<end), flags: text(flags..<offset))
  }
}
