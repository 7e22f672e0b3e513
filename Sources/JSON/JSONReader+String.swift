extension JSONReader {
  /// Reads a text whose opening quote is next.
  mutating func readString() throws(JSONSyntaxError) -> String {
    let start = offset + 1
    guard let isASCII = skipPlain() else { return try readEscapedString(from: start) }
    let content = bytes[start..<offset - 1]
    return isASCII ? String(decoding: content, as: UTF8.self) : try text(of: content, at: start)
  }

  /// Reads a text whose opening quote is next, for a value.
  mutating func readText() throws(JSONSyntaxError) -> JSONString {
    let start = offset + 1
    guard let isASCII = skipPlain() else {
      return JSONString(try readEscapedString(from: start))
    }
    if isASCII, offset - start <= TextCache.longest {
      return texts.text(bytes, from: start, to: offset - 1)
    }
    let content = bytes[start..<offset - 1]
    return JSONString(
      isASCII ? String(decoding: content, as: UTF8.self) : try text(of: content, at: start))
  }

  /// Skips a text with its quotes, and tells whether it is ASCII; at an escape, a control character
  /// or the end it stops and returns nil.
  private mutating func skipPlain() -> Bool? {
    var position = offset + 1
    var all: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        offset = position + 1
        return all < 0x80
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      all |= byte
      position += 1
    }
    offset = position
    return nil
  }

  /// Reads the rest of a text that has escapes and starts at `start`.
  private mutating func readEscapedString(from start: Int) throws(JSONSyntaxError) -> String {
    var content = Array(bytes[start..<offset])
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return try text(of: content[...], at: start)
      case UInt8(ascii: "\\"): try readEscape(into: &content)
      case 0..<0x20: throw error("a control character in a text must be escaped")
      default:
        content.append(byte)
        offset += 1
      }
    }
    throw JSONSyntaxError("this text has no closing quote", at: start - 1)
  }

  /// Reads one escape sequence.
  private mutating func readEscape(into content: inout [UInt8]) throws(JSONSyntaxError) {
    let start = offset
    offset += 1
    guard let byte = peek() else { throw error("the text ends within an escape sequence") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content.append(contentsOf: try readUnicodeEscape().utf8)
    default: throw JSONSyntaxError("unknown escape sequence", at: start)
    }
  }

  /// Reads the digits of `\uXXXX`, and a second one for the other half of a surrogate pair.
  ///
  /// Half a pair cannot be held by a `String` and becomes U+FFFD.
  private mutating func readUnicodeEscape() throws(JSONSyntaxError) -> String {
    let first = try readHexDigits()
    guard (0xD800..<0xDC00).contains(first) else { return Self.character(first) }
    let start = offset
    guard consume("\\"), consume("u") else {
      offset = start
      return "\u{FFFD}"
    }
    let second = try readHexDigits()
    guard (0xDC00..<0xE000).contains(second) else {
      offset = start
      return "\u{FFFD}"
    }
    return Self.character(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  /// Reads four hexadecimal digits.
  private mutating func readHexDigits() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Self.hexDigit(byte) else {
        throw error("expected four hexadecimal digits after `\\u`")
      }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  /// The value of a hexadecimal digit.
  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt32($0) }
  }

  /// The character of a code point; U+FFFD for half a surrogate pair.
  private static func character(_ codePoint: UInt32) -> String {
    Unicode.Scalar(codePoint).map { String(Character($0)) } ?? "\u{FFFD}"
  }

  /// The text of UTF-8 bytes that start at `start`.
  private func text(
    of content: some Collection<UInt8>, at start: Int
  ) throws(JSONSyntaxError) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw JSONSyntaxError("this text is not valid UTF-8", at: start)
    }
    return text
  }
}
