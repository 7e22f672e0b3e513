import JSON

extension Lexer {
  /// Reads a number.
  mutating func scanNumber() throws(JSONataError) -> Token {
    let start = offset
    var digits: UInt64 = 0
    var scale = 1.0
    if bytes[offset] == UInt8(ascii: "0") { offset += 1 } else { skipDigits(adding: &digits) }
    if peek() == UInt8(ascii: "."), ByteClass.isDigit(peek(1)) {
      offset += 1
      let first = offset
      skipDigits(adding: &digits)
      for _ in first..<min(offset, first + 22) { scale *= 10 }
    }
    let plainEnd = offset
    skipExponent()
    // Up to 15 digits and their power of ten are exact, so that their quotient is rounded once.
    if offset == plainEnd, offset - start <= 15 {
      return Token(kind: .number, start: start, end: offset, number: Double(digits) / scale)
    }
    let text = text(start..<offset)
    guard let number = Double(text), number.isFinite else {
      throw JSONataError("S0102", at: SourceLocation(start, start), token: text)
    }
    return Token(kind: .number, start: start, end: offset, number: number)
  }

  /// Skips an exponent, if a whole one stands here.
  @inline(__always)
  private mutating func skipExponent() {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return }
    let sign = peek(1)
    let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    guard ByteClass.isDigit(peek(isSigned ? 2 : 1)) else { return }
    offset += isSigned ? 2 : 1
    var ignored: UInt64 = 0
    skipDigits(adding: &ignored)
  }

  /// Skips digits, and adds them to `number`.
  @inline(__always)
  private mutating func skipDigits(adding number: inout UInt64) {
    while ByteClass.isDigit(peek()) {
      number = number &* 10 &+ UInt64(bytes[offset] & 0x0F)
      offset += 1
    }
  }

  // MARK: - Texts

  /// Reads a text in quotes.
  mutating func scanString(quote: UInt8) throws(JSONataError) -> Token {
    let start = offset
    var isEscaped = false
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == quote {
        return Token(kind: .string, isEscaped: isEscaped, start: start, end: offset)
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        try skipEscape()
      }
    }
    throw JSONataError("S0101", at: SourceLocation(start, offset))
  }

  /// Skips what follows a backslash.
  private mutating func skipEscape() throws(JSONataError) {
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 1
    case UInt8(ascii: "u"):
      guard (1...4).allSatisfy({ EscapedText.digit(peek($0)) != nil }) else {
        throw JSONataError("S0104", at: SourceLocation(offset - 1, offset))
      }
      offset += 5
    default:
      let character = text(offset..<bytes.count).first.map { String($0) } ?? ""
      throw JSONataError("S0103", at: SourceLocation(offset - 1, offset), token: character)
    }
  }

  // MARK: - Regular expressions

  /// Reads a regular expression, which starts at the slash here.
  mutating func scanRegex() throws(JSONataError) -> Token {
    let start = offset
    var depth = 0
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "/"), depth == 0, !isEscaped { return try endRegex(from: start) }
      if bytes[offset - 1] != UInt8(ascii: "\\") {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
      }
      offset += 1
    }
    throw JSONataError("S0302", at: SourceLocation(start, offset))
  }

  /// Whether an odd number of backslashes stands before the next byte.
  private var isEscaped: Bool {
    bytes[..<offset].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// Reads the closing slash and the flags.
  private mutating func endRegex(from start: Int) throws(JSONataError) -> Token {
    let end = offset
    guard end > start + 1 else { throw JSONataError("S0301", at: SourceLocation(start, end)) }
    offset += 1
    while peek() == UInt8(ascii: "i") || peek() == UInt8(ascii: "m") { offset += 1 }
    return Token(kind: .regex, start: start, end: offset, patternEnd: end)
  }
}

/// The text that a literal with escapes stands for.
enum EscapedText {
  /// Decodes `bytes`, which stand between the quotes.
  ///
  /// Halves of surrogate pairs meet, even if only one is written as an escape; one without the
  /// other becomes U+FFFD.
  static func decode(_ bytes: some Sequence<UInt8>) -> String {
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      guard byte == UInt8(ascii: "\\") else {
        plain.append(byte)
        continue
      }
      units.append(contentsOf: String(decoding: plain, as: UTF8.self).utf16)
      plain.removeAll(keepingCapacity: true)
      if let escape = iterator.next() { units.append(unit(escape, &iterator)) }
    }
    units.append(contentsOf: String(decoding: plain, as: UTF8.self).utf16)
    return String(decoding: units, as: UTF16.self)
  }

  /// The unit that `escape`, after a backslash, stands for.
  private static func unit(_ escape: UInt8, _ rest: inout some IteratorProtocol<UInt8>) -> UInt16 {
    switch escape {
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "u"):
      var unit: UInt16 = 0
      for _ in 0..<4 { unit = unit << 4 | UInt16(rest.next().flatMap { digit($0) } ?? 0) }
      return unit
    default: return UInt16(escape)
    }
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
