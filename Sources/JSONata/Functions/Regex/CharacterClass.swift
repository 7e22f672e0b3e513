/// A set of UTF-16 units.
struct CharacterClass: Sendable {
  /// The ranges, in any order.
  private(set) var ranges: [ClosedRange<UInt16>] = []

  /// Whether the set is of all units that are not in the ranges.
  var isNegated = false

  /// For each of the first 128 units whether it is in the set; made by `prepare`.
  private var ascii: (UInt64, UInt64) = (0, 0)

  /// Whether letter case does not matter.
  private var ignoresCase = false

  /// Creates a set of ranges.
  init(_ ranges: [ClosedRange<UInt16>] = [], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  /// Adds units.
  mutating func insert(_ range: ClosedRange<UInt16>) { ranges.append(range) }

  /// Adds the units of another set.
  mutating func insert(_ other: CharacterClass) {
    ranges += other.isNegated ? other.complement : other.ranges
  }

  /// The ranges between the ranges.
  private var complement: [ClosedRange<UInt16>] {
    var result: [ClosedRange<UInt16>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if next < range.lowerBound { result.append(UInt16(next)...(range.lowerBound - 1)) }
      next = max(next, UInt32(range.upperBound) + 1)
    }
    if next <= 0xFFFF { result.append(UInt16(next)...0xFFFF) }
    return result
  }

  /// Makes look-ups fast.
  mutating func prepare(ignoresCase: Bool) {
    self.ignoresCase = ignoresCase
    for unit in 0..<UInt16(128) where slowContains(unit) {
      if unit < 64 { ascii.0 |= 1 << UInt64(unit) } else { ascii.1 |= 1 << UInt64(unit - 64) }
    }
  }

  /// Whether `unit` is in the set.
  @inline(__always)
  func contains(_ unit: UInt16) -> Bool {
    if unit < 64 { return ascii.0 >> UInt64(unit) & 1 == 1 }
    if unit < 128 { return ascii.1 >> UInt64(unit - 64) & 1 == 1 }
    return slowContains(unit)
  }

  /// Whether `unit` is in the set, by the ranges.
  private func slowContains(_ unit: UInt16) -> Bool {
    var isInside = ranges.contains { $0.contains(unit) }
    if !isInside, ignoresCase {
      let variants = LetterCase.variants(of: unit)
      isInside = ranges.contains { range in variants.contains { range.contains($0) } }
    }
    return isInside != isNegated
  }

  /// `\d`.
  static let digit = CharacterClass([0x30...0x39])

  /// `\w`.
  static let word = CharacterClass([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  /// `\s`.
  static let space = CharacterClass([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])

  /// What ends a line.
  static let lineEnd = CharacterClass([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
}

/// Upper and lower case of UTF-16 units, as regular expressions without the flag `u` compare them.
enum LetterCase {
  /// The unit that stands for all cases of `unit`.
  @inline(__always)
  static func folded(_ unit: UInt16) -> UInt16 {
    if unit < 128 { return unit >= 0x61 && unit <= 0x7A ? unit - 32 : unit }
    return slowFolded(unit)
  }

  /// The upper case of a unit that is not ASCII, if it is one unit and not ASCII.
  private static func slowFolded(_ unit: UInt16) -> UInt16 {
    guard let scalar = UnicodeScalar(unit) else { return unit }
    let upper = Array(scalar.properties.uppercaseMapping.utf16)
    guard upper.count == 1, upper[0] >= 128 else { return unit }
    return upper[0]
  }

  /// The units that differ from `unit` in case only.
  static func variants(of unit: UInt16) -> [UInt16] {
    let upper = folded(unit)
    var result = [unit, upper]
    for candidate in [unit, upper] {
      guard let scalar = UnicodeScalar(candidate) else { continue }
      let lower = Array(scalar.properties.lowercaseMapping.utf16)
      if lower.count == 1, folded(lower[0]) == upper { result.append(lower[0]) }
    }
    return result
  }
}
