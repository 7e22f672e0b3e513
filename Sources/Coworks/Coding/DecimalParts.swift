import JSON

/// A number of Foundation's type `Decimal` as it encodes itself: digits and a power of ten.
///
/// JSON's numbers here have the precision of a `Double`, about 16 digits; services that need more
/// pass on texts.
struct DecimalParts {
  /// Whether it is below zero.
  private let isNegative: Bool

  /// The digits as a whole number.
  private let mantissa: UInt128

  /// The power of ten by which the digits are multiplied.
  private let exponent: Int

  /// Reads a JSON number; nil if a `Decimal` cannot hold it.
  init?(_ number: JSONValue) {
    guard number.doubleValue != nil else { return nil }
    let text = number.description.lowercased()
    let halves = text.split(separator: "e", maxSplits: 1)
    let parts = halves[0].drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    let fraction = parts.count > 1 ? parts[1] : ""
    guard let mantissa = UInt128(parts[0] + fraction),
      let scale = halves.count > 1 ? Int(halves[1]) : 0
    else { return nil }
    isNegative = text.hasPrefix("-") && mantissa != 0
    self.mantissa = mantissa
    exponent = mantissa == 0 ? 0 : scale - fraction.utf8.count
    guard (-128...127).contains(exponent) else { return nil }
  }

  /// Reads what a `Decimal` has encoded itself as; nil if it is no number.
  init?(coded: JSONValue) {
    guard let exponent = coded["exponent"]?.intValue,
      let isNegative = coded["isNegative"]?.boolValue,
      let words = coded["mantissa"]?.arrayValue, words.count == 8,
      coded["length"] != 0 || !isNegative
    else { return nil }
    self.exponent = exponent
    self.isNegative = isNegative
    mantissa = words.reversed().reduce(0) {
      $0 << 16 | UInt128(UInt16(truncatingIfNeeded: $1.intValue ?? 0))
    }
  }

  /// What a `Decimal` decodes itself from.
  var coded: JSONValue {
    let words = (0..<8).map { UInt16(truncatingIfNeeded: mantissa >> ($0 * 16)) }
    let length = words.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    return [
      "exponent": .integer(Int64(exponent)), "length": .integer(Int64(length)),
      "isNegative": .bool(isNegative), "isCompact": false,
      "mantissa": .array(words.map { .integer(Int64($0)) }),
    ]
  }

  /// The number in JSON; nil if it has none.
  var number: JSONValue? {
    let digits = (isNegative ? "-" : "") + mantissa.description
    if exponent == 0, let whole = Int64(digits) { return .integer(whole) }
    guard let number = Double("\(digits)e\(exponent)"), number.isFinite else { return nil }
    return .number(number)
  }
}
