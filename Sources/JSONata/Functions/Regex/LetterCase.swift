/// Upper and lower case of UTF-16 units, as regular expressions without the flag `u` compare them.
enum LetterCase {
  /// The unit that stands for all cases of `unit`.
  @inline(__always)
  static func folded(_ unit: UInt16) -> UInt16 {
    if unit < 128 { return unit >= 0x61 && unit <= 0x7A ? unit - 32 : unit }
    return table[Int(unit)]
  }

  /// The folded form of every unit, made when text beyond ASCII is first compared.
  private static let table: [UInt16] = (0...UInt16.max).map { unit in
    guard unit >= 128, let scalar = Unicode.Scalar(unit),
      scalar.properties.changesWhenUppercased
    else { return unit }
    let upper = Array(scalar.properties.uppercaseMapping.utf16)
    return upper.count == 1 && upper[0] >= 128 ? upper[0] : unit
  }

  /// The set with all units that differ from one of it in case only.
  static func closed(_ set: UnitSet) -> UnitSet {
    guard let last = set.ranges.last else { return set }
    if last.upperBound < 128 { return set.union(swappedASCII(set)) }
    if set.ranges.reduce(0, { $0 + $1.count }) < 256, !hasCase(set) { return set }
    var folded = [Bool](repeating: false, count: 1 << 16)
    for range in set.ranges {
      for unit in range { folded[Int(Self.folded(unit))] = true }
    }
    return UnitSet((0...UInt16.max).filter { folded[Int(Self.folded($0))] }.map { $0...$0 })
  }

  /// The ASCII letters of `set` in the other case; no other unit has the case of one of them.
  private static func swappedASCII(_ set: UnitSet) -> UnitSet {
    let letters = [0x41...0x5A, 0x61...0x7A].joined().filter { set.contains(UInt16($0)) }
    return UnitSet(letters.map { UInt16($0 ^ 0x20)...UInt16($0 ^ 0x20) })
  }

  /// Whether a unit of `set` has another case.
  private static func hasCase(_ set: UnitSet) -> Bool {
    set.ranges.joined().contains { unit in
      Unicode.Scalar(unit)?.properties.changesWhenCaseMapped ?? false
    }
  }
}
