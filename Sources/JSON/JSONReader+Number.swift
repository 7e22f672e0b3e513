extension JSONReader {
  /// Reads a number.
  mutating func readNumber() throws(JSONSyntaxError) -> JSONValue {
    let start = offset
    let isNegative = consume("-")
    let digits = try readIntegerDigits()
    let isInteger = try !readFraction()
    let hasNoExponent = try !readExponent()
    if isInteger, hasNoExponent, let value = Self.integer(bytes[digits], isNegative: isNegative) {
      return .integer(value)
    }
    return .number(try double(of: start..<offset))
  }

  /// Reads the digits before the point.
  private mutating func readIntegerDigits() throws(JSONSyntaxError) -> Range<Int> {
    let start = offset
    if consume("0") {
      guard let next = peek(), Self.isDigit(next) else { return start..<offset }
      throw error("a number must not start with 0")
    }
    try readDigits()
    return start..<offset
  }

  /// Reads the point and the digits after it, if they are there.
  private mutating func readFraction() throws(JSONSyntaxError) -> Bool {
    guard consume(".") else { return false }
    try readDigits()
    return true
  }

  /// Reads the exponent, if it is there.
  private mutating func readExponent() throws(JSONSyntaxError) -> Bool {
    guard consume("e") || consume("E") else { return false }
    _ = consume("+") || consume("-")
    try readDigits()
    return true
  }

  /// Reads at least one digit.
  private mutating func readDigits() throws(JSONSyntaxError) {
    guard let byte = peek(), Self.isDigit(byte) else { throw error("expected a digit") }
    while let byte = peek(), Self.isDigit(byte) { offset += 1 }
  }

  /// Whether `byte` is a decimal digit.
  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The integer of `digits`, if it fits 64 bits; -0 is no integer.
  private static func integer(
    _ digits: Slice<UnsafeBufferPointer<UInt8>>, isNegative: Bool
  ) -> Int64? {
    var value: Int64 = 0
    for byte in digits {
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      value = sum
    }
    return isNegative && value == 0 ? nil : value
  }

  /// The double of the text in `range`.
  private func double(of range: Range<Int>) throws(JSONSyntaxError) -> Double {
    if let value = shortDouble(of: range) { return value }
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else {
      throw JSONSyntaxError("this number is too large", at: range.lowerBound)
    }
    return value
  }

  /// The double of a decimal without exponent whose digits and power of ten are exact doubles, so
  /// that one division rounds it rightly.
  private func shortDouble(of range: Range<Int>) -> Double? {
    var digits: UInt64 = 0
    var places: Int?
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
        if digits > 1 << 53 { return nil }
        places? += 1
      case UInt8(ascii: "."): places = 0
      case UInt8(ascii: "-"): break
      default: return nil
      }
    }
    guard let places, places < Self.powersOfTen.count else { return nil }
    let value = Double(digits) / Self.powersOfTen[places]
    return bytes[range.lowerBound] == UInt8(ascii: "-") ? -value : value
  }

  /// The powers of ten that a double holds exactly.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
