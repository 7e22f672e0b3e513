/// A set of UTF-16 units.
struct UnitSet: Hashable, Sendable {
  /// The units as ranges, in order and apart from each other.
  let ranges: [ClosedRange<UInt16>]

  /// Every unit.
  static let all = UnitSet([0...0xFFFF])

  /// No unit.
  static let none = UnitSet([])

  /// Creates the set of the units in `ranges`, which may overlap.
  init(_ ranges: [ClosedRange<UInt16>]) {
    var merged: [ClosedRange<UInt16>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, UInt32(range.lowerBound) <= UInt32(last.upperBound) + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// Whether `unit` is in the set.
  func contains(_ unit: UInt16) -> Bool { ranges.contains { $0.contains(unit) } }

  /// The only unit, if there is just one.
  var single: UInt16? {
    guard ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }

  /// All other units.
  var complement: UnitSet {
    var result: [ClosedRange<UInt16>] = []
    var next: UInt32 = 0
    for range in ranges {
      if next < range.lowerBound { result.append(UInt16(next)...(range.lowerBound - 1)) }
      next = UInt32(range.upperBound) + 1
    }
    if next <= 0xFFFF { result.append(UInt16(next)...0xFFFF) }
    return UnitSet(result)
  }

  /// The units of both sets.
  func union(_ other: UnitSet) -> UnitSet {
    if ranges.isEmpty || self == other { return other }
    return other.ranges.isEmpty ? self : UnitSet(ranges + other.ranges)
  }

  /// Whether no unit is in both sets.
  func isDisjoint(with other: UnitSet) -> Bool {
    var (own, others) = (ranges[...], other.ranges[...])
    while let a = own.first, let b = others.first {
      if a.overlaps(b) { return false }
      if a.upperBound < b.lowerBound { own.removeFirst() } else { others.removeFirst() }
    }
    return true
  }
}

/// A set of UTF-16 units made for look-ups; whoever makes it releases it.
struct UnitLookup {
  /// A bit for each of the units 0 to 63.
  private var low: UInt64 = 0

  /// A bit for each of the units 64 to 127.
  private var high: UInt64 = 0

  /// The ranges in order.
  private let ranges: UnsafeMutableBufferPointer<ClosedRange<UInt16>>

  /// Creates look-ups in `set`.
  init(_ set: UnitSet) {
    ranges = .allocate(capacity: set.ranges.count)
    _ = ranges.initialize(from: set.ranges)
    for range in set.ranges where range.lowerBound < 128 {
      for unit in range.lowerBound...min(range.upperBound, 127) {
        if unit < 64 { low |= 1 << UInt64(unit) } else { high |= 1 << UInt64(unit - 64) }
      }
    }
  }

  /// Releases the memory.
  func release() { ranges.deallocate() }

  /// Whether `unit` is in the set.
  @inline(__always)
  func contains(_ unit: some FixedWidthInteger & UnsignedInteger) -> Bool {
    let bit = UInt64(truncatingIfNeeded: unit)
    if bit < 128 { return (bit < 64 ? low : high) >> (bit & 63) & 1 == 1 }
    return containsBeyondASCII(UInt16(truncatingIfNeeded: unit))
  }

  /// Whether `unit` is in the set, by the ranges.
  private func containsBeyondASCII(_ unit: UInt16) -> Bool {
    var (lower, upper) = (0, ranges.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if ranges[middle].contains(unit) { return true }
      if unit < ranges[middle].lowerBound { upper = middle } else { lower = middle + 1 }
    }
    return false
  }
}
