/// Numbers as text.
package enum JSONNumber {
  /// The shortest text that reads back as `number`, laid out as JavaScript's `Number::toString`
  /// (ECMA-262): an exponent below 1e-6 and from 1e21, no fraction for whole numbers.
  package static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    if let integer = Int64(exactly: number), abs(integer) < 1 << 53 { return String(integer) }
    let (digits, exponent) = decompose(number.magnitude)
    return (number < 0 ? "-" : "") + layOut(digits, exponent: exponent)
  }

  /// The shortest digits of `number`, and the power of ten of a point before the first of them.
  private static func decompose(_ number: Double) -> (digits: [Character], exponent: Int) {
    let parts = number.description.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = Array(halves.joined())
    exponent += halves[0].count
    let zeros = digits.prefix { $0 == "0" }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == "0" { digits.removeLast() }
    return (digits, exponent)
  }

  /// Places the point, as ECMA-262 says.
  private static func layOut(_ digits: [Character], exponent: Int) -> String {
    let count = digits.count
    let zeros = { (n: Int) in String(repeating: "0", count: n) }
    switch exponent {
    case count...21 where exponent >= count: return String(digits) + zeros(exponent - count)
    case 1...21: return "\(String(digits[..<exponent])).\(String(digits[exponent...]))"
    case -5...0: return "0." + zeros(-exponent) + String(digits)
    default:
      let fraction = count > 1 ? "." + String(digits[1...]) : ""
      return "\(digits[0])\(fraction)e\(exponent > 0 ? "+" : "-")\(abs(exponent - 1))"
    }
  }
}
