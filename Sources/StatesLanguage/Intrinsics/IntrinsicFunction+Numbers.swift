import JSON

extension IntrinsicFunction {
  /// The sum of two numbers, each rounded to a whole one of 32 bits, half up.
  static func sum(_ a: JSONValue, _ b: JSONValue) -> JSONValue? {
    guard let a = rounded(a), let b = rounded(b) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : .integer(Int64(sum))
  }

  /// The whole number of 32 bits next to `value`.
  private static func rounded(_ value: JSONValue) -> Int32? {
    switch value {
    case .integer(let number): Int32(exactly: number)
    case .number(let number): Int32(exactly: (number + 0.5).rounded(.down))
    default: nil
    }
  }

  /// A whole number from the first argument to the second, which is excluded; the third is a seed.
  static func random(_ arguments: [JSONValue], _ random: () -> Double) -> JSONValue? {
    guard let start = wholePart(arguments[0]), let end = wholePart(arguments[1]), start < end,
      start > -(1 << 52), end < 1 << 52
    else { return nil }
    guard arguments.count > 2 else {
      return .integer(start + Int64(random() * Double(end - start)))
    }
    guard let seed = wholePart(arguments[2]), let bound = Int32(exactly: end - start) else {
      return nil
    }
    var generator = JavaRandom(seed: seed)
    return .integer(start + Int64(generator.nextInt(below: bound)))
  }

  /// A new UUID of version 4.
  static func uuid(_ random: () -> Double) -> JSONValue {
    var digits = (0..<32).map { _ in Int(random() * 16) }
    digits[12] = 4
    digits[16] = digits[16] & 3 | 8
    let bounds = [0, 8, 12, 16, 20, 32]
    let groups = zip(bounds, bounds.dropFirst()).map { start, end in
      digits[start..<end].map { String($0, radix: 16) }.joined()
    }
    return .string(groups.joined(separator: "-"))
  }
}

/// Random numbers as `java.util.Random` makes them.
struct JavaRandom {
  private var state: UInt64

  /// Starts the sequence of `seed`.
  init(seed: Int64) {
    state = (UInt64(bitPattern: seed) ^ 0x5_DEEC_E66D) & Self.mask
  }

  private static let mask: UInt64 = (1 << 48) - 1

  /// The next number from 0 to `bound`, which is excluded.
  mutating func nextInt(below bound: Int32) -> Int32 {
    if bound & (bound - 1) == 0 { return Int32(Int64(bound) * Int64(nextBits()) >> 31) }
    while true {
      let bits = nextBits()
      let value = bits % bound
      if !(bits - value).addingReportingOverflow(bound - 1).overflow { return value }
    }
  }

  /// The next 31 random bits.
  private mutating func nextBits() -> Int32 {
    state = (state &* 0x5_DEEC_E66D &+ 0xB) & Self.mask
    return Int32(truncatingIfNeeded: state >> 17)
  }
}
