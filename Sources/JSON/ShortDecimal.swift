/// A decimal number of at most 15 significant digits: `digits` times a power of ten.
///
/// Fifteen digits always come back from the nearest double, so that most numbers that people write
/// can be laid out without looking for their shortest text.
package struct ShortDecimal {
  /// The digits as a whole number, below 10^15 and without zeros at its end.
  package private(set) var digits: UInt64

  /// The power of ten that the digits are multiplied by.
  package private(set) var exponent: Int

  /// 10^15, which is more than 15 digits.
  package static let limit: UInt64 = 1_000_000_000_000_000

  /// The powers of ten that are exact.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// Rounds `magnitude` to 15 digits, halves upwards; nil if it is 0 or too large or small to do so
  /// without exact arithmetic, or so near to a half that only that could tell.
  package init?(rounding magnitude: Double) {
    guard magnitude >= 1e-7, magnitude < 1e22 else { return nil }
    var places = 14 - Self.exponent(of: magnitude)
    var scaled = Self.scaled(magnitude, by: places)
    if scaled >= 1e15 {
      places -= 1
      scaled = Self.scaled(magnitude, by: places)
    }
    let whole = scaled.rounded(.down)
    let rest = scaled - whole
    guard abs(rest - 0.5) > 0.25 else { return nil }
    digits = UInt64(whole) + (rest > 0.5 ? 1 : 0)
    exponent = -places
    dropZeros(100_000_000, 8)
    dropZeros(10_000, 4)
    dropZeros(100, 2)
    dropZeros(10, 1)
  }

  /// Drops `count` zeros at the end as long as there are that many; `power` is 10 to that power.
  @inline(__always)
  private mutating func dropZeros(_ power: UInt64, _ count: Int) {
    while digits.isMultiple(of: power) {
      digits /= power
      exponent += count
    }
  }

  /// The exact value `magnitude` if it has at most 15 digits, as almost all numbers have.
  package init?(exactly magnitude: Double) {
    guard let decimal = ShortDecimal(rounding: magnitude), decimal.value == magnitude else {
      return nil
    }
    self = decimal
  }

  /// The nearest double.
  private var value: Double {
    exponent < 0
      ? Double(digits) / Self.powers[min(22, -exponent)]
      : Double(digits) * Self.powers[min(22, exponent)]
  }

  /// The number of digits before the point of `magnitude`, less 1; perhaps 1 less than that.
  private static func exponent(of magnitude: Double) -> Int {
    (Int(magnitude.exponent) * 1_233) >> 12
  }

  /// `magnitude` times 10 to the power `places`.
  private static func scaled(_ magnitude: Double, by places: Int) -> Double {
    places < 0 ? magnitude / powers[min(22, -places)] : magnitude * powers[min(22, places)]
  }

  /// Adds the number to `output`, laid out as `JSONNumber` does.
  package func append(to output: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      let text = JSONNumber.digits(of: digits, in: buffer)
      let point = text.count + exponent
      guard exponent < 0, point > 0 else {
        return JSONNumber.layOut(text, point: point, to: &output)
      }
      // The digits before the point make room for it: there are at most 15 in all.
      let start = buffer.count - text.count - 1
      for index in start..<start + point { buffer[index] = buffer[index + 1] }
      buffer[start + point] = UInt8(ascii: ".")
      output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }
}
