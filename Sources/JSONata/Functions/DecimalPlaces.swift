import JSON

/// Roundings to decimal places that whole numbers can do.
enum DecimalPlaces {
  /// The most places.
  static let limit = 15

  /// The powers of ten up to the limit.
  static let powers: [UInt64] = (0...limit).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The number of units of the last of `places` decimals in `magnitude`, halves rounded to the even
  /// one; nil if only exact arithmetic could tell.
  static func units(of magnitude: Double, places: Int) -> UInt64? {
    guard (0...limit).contains(places) else { return nil }
    let scaled = magnitude * Double(powers[places])
    guard scaled < 1e15 else { return nil }
    let whole = scaled.rounded(.down)
    let rest = scaled - whole
    if scaled < 1e12, abs(rest - 0.5) > 1e-3 { return UInt64(whole) + (rest > 0.5 ? 1 : 0) }
    guard let decimal = ShortDecimal(exactly: magnitude) else { return nil }
    return units(of: decimal, exponent: decimal.exponent + places)
  }

  /// The digits of `decimal` times 10 to the power `exponent`, rounded.
  private static func units(of decimal: ShortDecimal, exponent: Int) -> UInt64? {
    guard exponent.magnitude <= limit else { return nil }
    let power = powers[Int(exponent.magnitude)]
    guard exponent < 0 else {
      return decimal.digits < ShortDecimal.limit / power ? decimal.digits * power : nil
    }
    let (whole, rest) = decimal.digits.quotientAndRemainder(dividingBy: power)
    let isUp = rest * 2 > power || rest * 2 == power && !whole.isMultiple(of: 2)
    return whole + (isUp ? 1 : 0)
  }
}
