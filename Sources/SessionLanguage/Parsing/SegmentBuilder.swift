/// Collects the pieces of an interpolated text.
struct SegmentBuilder {
  /// The pieces so far.
  private var segments: [InterpolatedText.Segment] = []

  /// The literal text since the last expression.
  private var literal: [UInt8] = []

  /// Adds a byte of literal text.
  mutating func append(_ byte: UInt8) { literal.append(byte) }

  /// Adds an expression.
  mutating func append(_ expression: Expression) {
    endLiteral()
    segments.append(.expression(expression))
  }

  /// Adds what the `\` that `bytes` starts with stands for; gives the number of bytes it takes.
  ///
  /// In quotes these are JSON's escapes, `\'`, `\{` and `\}`; without quotes, spaces, quotes and
  /// brackets are escaped. A `\` before anything else stands for itself.
  mutating func appendEscape(_ bytes: ArraySlice<UInt8>, isQuoted: Bool) -> Int {
    guard let next = bytes.dropFirst().first else {
      append(UInt8(ascii: "\\"))
      return 1
    }
    if "\"'\\{} ".utf8.contains(next) || !isQuoted && "()[]#|".utf8.contains(next) {
      append(next)
    } else if isQuoted, let control = Self.controls[next] {
      append(control)
    } else if isQuoted, next == UInt8(ascii: "u"), let scalar = Self.scalar(bytes.dropFirst(2)) {
      literal.append(contentsOf: String(scalar.value).utf8)
      return 2 + scalar.length
    } else {
      append(UInt8(ascii: "\\"))
      return 1
    }
    return 2
  }

  /// All pieces.
  mutating func finish() -> [InterpolatedText.Segment] {
    endLiteral()
    return segments
  }

  // MARK: -

  /// What the letters after a `\` stand for.
  private static let controls: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "/"): UInt8(ascii: "/"),
  ]

  /// Ends the current literal piece.
  private mutating func endLiteral() {
    guard !literal.isEmpty else { return }
    segments.append(.literal(String(decoding: literal, as: UTF8.self)))
    literal = []
  }

  /// The character of four hexadecimal digits, or of two such groups that make one character.
  private static func scalar(
    _ bytes: ArraySlice<UInt8>
  ) -> (value: Unicode.Scalar, length: Int)? {
    guard let high = unit(bytes) else { return nil }
    if let scalar = Unicode.Scalar(high) { return (scalar, 4) }
    let rest = bytes.dropFirst(4)
    guard rest.starts(with: "\\u".utf8), let low = unit(rest.dropFirst(2)) else { return nil }
    var decoder = UTF16()
    var units = [high, low].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&units) else { return nil }
    return (scalar, 10)
  }

  /// The number that the first four bytes are in hexadecimal.
  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    let digits = bytes.prefix(4)
    guard digits.count == 4 else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
