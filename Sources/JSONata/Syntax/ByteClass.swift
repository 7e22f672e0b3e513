/// The kinds of bytes that end words.
enum ByteClass {
  /// Whether `byte` is white space.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte <= 0x0D && byte >= 0x09 && byte != 0x0C)
  }

  /// Whether `byte` is a decimal digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether `byte` is one of `.[]{}(),@#;:?+-*/%|=<>^&!~`.
  @inline(__always)
  static func isOperator(_ byte: UInt8) -> Bool {
    isMember(byte, low: 0xFC00_FF6A_0000_0000, high: 0x7800_0000_6800_0001)
  }

  /// Whether a name ends before `byte`, an operator or white space.
  @inline(__always)
  static func endsName(_ byte: UInt8) -> Bool {
    isMember(byte, low: 0xFC00_FF6B_0000_2E00, high: 0x7800_0000_6800_0001)
  }

  /// Whether `byte` is in the set of ASCII characters that `low` and `high` are, a bit each.
  @inline(__always)
  private static func isMember(_ byte: UInt8, low: UInt64, high: UInt64) -> Bool {
    byte < 0x80 && (byte < 0x40 ? low : high) &>> UInt64(byte & 0x3F) & 1 != 0
  }
}
