/// A class of UTF-16 units as a pattern writes it.
struct CharacterClass: Sendable {
  /// The ranges, in any order.
  private(set) var ranges: [ClosedRange<UInt16>] = []

  /// Whether the set is of all units that are not in the ranges.
  var isNegated = false

  /// Creates a set of ranges.
  init(_ ranges: [ClosedRange<UInt16>] = [], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  /// Adds units.
  mutating func insert(_ range: ClosedRange<UInt16>) { ranges.append(range) }

  /// Adds the units of another set.
  mutating func insert(_ other: CharacterClass) {
    ranges += other.isNegated ? UnitSet(other.ranges).complement.ranges : other.ranges
  }

  /// The units of the class, with their other cases if letter case does not matter.
  func units(ignoringCase: Bool) -> UnitSet {
    let plain = UnitSet(ranges)
    let units = ignoringCase ? LetterCase.closed(plain) : plain
    return isNegated ? units.complement : units
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
