/// The exact decimal digits of a double, for roundings that JavaScript defines on them.
struct Decimal {
  /// The digits, the first of which is not 0.
  private(set) var digits: [UInt8]

  /// The power of ten of a point before the first digit.
  private(set) var exponent: Int

  /// Whether the number is below 0.
  let isNegative: Bool

  /// The exact value of `number`.
  init(exactly number: Double) {
    isNegative = number < 0
    let bits = number.magnitude
    guard bits > 0 else {
      digits = []
      exponent = 0
      return
    }
    var digits = Self.digits(of: bits.significandBitPattern | (bits.isNormal ? 1 << 52 : 0))
    let power = (bits.isNormal ? Int(bits.exponentBitPattern) : 1) - 1_075
    var point = digits.count
    if power >= 0 {
      for _ in 0..<power { Self.double(&digits) }
      point = digits.count
    } else {
      for _ in 0..<(-power) { point = Self.halve(&digits, point) }
    }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    exponent = point - zeros
  }

  /// `number` rounded to a number of significant digits, halves away from 0, as `toPrecision` does.
  init(_ number: Double, significantDigits count: Int) {
    self.init(exactly: number)
    round(to: count)
  }

  /// Keeps the first `count` digits, rounded.
  private mutating func round(to count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp { increment() }
    while digits.last == 0 { digits.removeLast() }
  }

  /// Adds 1 to the last digit.
  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  /// The nearest double.
  var value: Double {
    let text = digits.map { Character(UnicodeScalar($0 + 0x30)) }
    return Double("\(isNegative ? "-" : "")0.\(String(text))0e\(exponent)") ?? 0
  }

  /// The magnitude with `places` digits after the point, as `toFixed` writes it.
  func fixed(_ places: Int) -> String {
    var copy = self
    copy.round(to: exponent + places)
    let point = copy.exponent
    var whole = ""
    var fraction = ""
    for position in min(0, point)..<max(0, point) where position < point {
      guard position >= 0 else { continue }
      whole.append(copy.digit(position))
    }
    for position in point..<point + places { fraction.append(copy.digit(position)) }
    if whole.isEmpty { whole = "0" }
    return places > 0 ? "\(whole).\(fraction)" : whole
  }

  /// The digit at `position`, 0 beyond both ends.
  private func digit(_ position: Int) -> Character {
    guard digits.indices.contains(position) else { return "0" }
    return Character(UnicodeScalar(digits[position] + 0x30))
  }

  /// The decimal digits of `number`.
  private static func digits(of number: UInt64) -> [UInt8] {
    String(number).utf8.map { $0 - 0x30 }
  }

  /// Multiplies by 2.
  private static func double(_ digits: inout [UInt8]) {
    var carry: UInt8 = 0
    for index in digits.indices.reversed() {
      let product = digits[index] * 2 + carry
      digits[index] = product % 10
      carry = product / 10
    }
    if carry > 0 { digits.insert(carry, at: 0) }
  }

  /// Divides by 2 and returns the place of the point.
  private static func halve(_ digits: inout [UInt8], _ point: Int) -> Int {
    var carry: UInt8 = 0
    for index in digits.indices {
      let dividend = carry * 10 + digits[index]
      digits[index] = dividend / 2
      carry = dividend % 2
    }
    if carry > 0 { digits.append(5) }
    guard digits.first == 0, digits.count > 1 else { return point }
    digits.removeFirst()
    return point - 1
  }
}
