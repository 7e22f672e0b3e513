/// Numbers as text.
///
/// The text of a number is the shortest that reads back as it, laid out as JavaScript's
/// `Number::toString` (ECMA-262): an exponent below 1e-6 and from 1e21, no fraction for whole
/// numbers.
package enum JSONNumber {
  /// The text of `number`.
  package static func text(of number: Double) -> String {
    var output: [UInt8] = []
    append(number, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Adds the text of `number` to `output`.
  package static func append(_ number: Double, to output: inout [UInt8]) {
    if let integer = Int64(exactly: number), integer.magnitude < 1 << 53 {
      return append(integer, to: &output)
    }
    if number.isNaN { return output.append(contentsOf: "NaN".utf8) }
    if number < 0 { output.append(UInt8(ascii: "-")) }
    if number.isInfinite { return output.append(contentsOf: "Infinity".utf8) }
    if let decimal = ShortDecimal(exactly: number.magnitude) {
      return decimal.append(to: &output)
    }
    let (digits, point) = decompose(number.magnitude)
    digits.withUnsafeBufferPointer { layOut($0, point: point, to: &output) }
  }

  /// Adds the digits of `number` to `output`.
  package static func append(_ number: Int64, to output: inout [UInt8]) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      output.append(contentsOf: digits(of: number.magnitude, in: buffer))
    }
  }

  /// The digits of `number`, written at the end of `buffer`, which has room for 20.
  static func digits(
    of number: UInt64, in buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var start = buffer.count
    var rest = number
    repeat {
      start -= 1
      buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    return UnsafeBufferPointer(rebasing: buffer[start...])
  }

  /// The shortest digits of `number`, and the power of ten of a point before the first of them.
  private static func decompose(_ number: Double) -> (digits: [UInt8], point: Int) {
    let parts = number.description.utf8.split(separator: UInt8(ascii: "e"))
    var point = parts.count > 1 ? Int(Substring(parts[1])) ?? 0 : 0
    let halves = parts[0].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    var digits = Array(halves.joined())
    point += halves[0].count
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, point - zeros)
  }

  /// Adds `digits` with the point, which stands before the first of them times 10 to that power.
  static func layOut(
    _ digits: UnsafeBufferPointer<UInt8>, point: Int, to output: inout [UInt8]
  ) {
    let zeros = { (count: Int) in repeatElement(UInt8(ascii: "0"), count: count) }
    switch point {
    case digits.count... where point <= 21:
      output.append(contentsOf: digits)
      output.append(contentsOf: zeros(point - digits.count))
    case 1...21:
      output.append(contentsOf: digits[..<point])
      output.append(UInt8(ascii: "."))
      output.append(contentsOf: digits[point...])
    case -5...0:
      output.append(contentsOf: "0.".utf8)
      output.append(contentsOf: zeros(-point))
      output.append(contentsOf: digits)
    default: layOut(digits, exponent: point - 1, to: &output)
    }
  }

  /// Adds `digits` with a point after the first of them and an exponent.
  private static func layOut(
    _ digits: UnsafeBufferPointer<UInt8>, exponent: Int, to output: inout [UInt8]
  ) {
    output.append(digits[0])
    if digits.count > 1 {
      output.append(UInt8(ascii: "."))
      output.append(contentsOf: digits.dropFirst())
    }
    output.append(UInt8(ascii: "e"))
    output.append(UInt8(ascii: exponent < 0 ? "-" : "+"))
    append(Int64(exponent.magnitude), to: &output)
  }
}
