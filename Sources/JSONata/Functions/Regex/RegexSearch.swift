import JSON

/// A search for a regular expression through one text, match after match.
///
/// Positions are UTF-16 units. An ASCII text is searched as the bytes that it consists of.
///
/// `@unchecked Sendable`: it belongs to the one evaluation that makes it.
final class RegexSearch: @unchecked Sendable {
  /// The units of the text.
  private enum Units {
    case ascii([UInt8])
    case utf16([UInt16])
  }

  /// The regular expression.
  let regex: ScriptRegex

  private let units: Units
  private let run: Evaluation?
  private let slots: UnsafeMutableBufferPointer<Int32>
  private var budget: Int

  /// The steps that any text may take.
  private static let minimumBudget = 50_000_000

  /// Prepares to search `text` for `regex`; `run` is asked for its limits now and then.
  init(_ regex: ScriptRegex, in text: String, run: Evaluation?) {
    self.regex = regex
    self.run = run
    let bytes = Array(text.utf8)
    units = bytes.reduce(0, |) < 0x80 ? .ascii(bytes) : .utf16(Array(text.utf16))
    slots = .allocate(capacity: regex.program.slotCount)
    slots.initialize(repeating: -1)
    budget = max(Self.minimumBudget, bytes.count * 32)
  }

  deinit { slots.deallocate() }

  /// The number of units.
  var count: Int {
    switch units {
    case .ascii(let bytes): bytes.count
    case .utf16(let units): units.count
    }
  }

  /// The range of the first match at or after `start`.
  func find(from start: Int) throws(JSONataError) -> Range<Int>? {
    switch units {
    case .ascii(let bytes):
      try bytes.withUnsafeBufferPointer { units throws(JSONataError) in
        try find(in: units, from: start)
      }
    case .utf16(let units):
      try units.withUnsafeBufferPointer { units throws(JSONataError) in
        try find(in: units, from: start)
      }
    }
  }

  /// The range of the group `number`, from 1, in the last match; nil if it took no part.
  func group(_ number: Int) -> Range<Int>? {
    let (start, end) = (Int(slots[number * 2]), Int(slots[number * 2 + 1]))
    return start >= 0 && end >= start ? start..<end : nil
  }

  /// The text of the units in `range`.
  func text(_ range: Range<Int>) -> String {
    switch units {
    case .ascii(let bytes): String(decoding: bytes[range], as: UTF8.self)
    case .utf16(let units): String(decoding: units[range], as: UTF16.self)
    }
  }

  /// Adds the text of the units in `range` to `output`.
  func append(_ range: Range<Int>, to output: inout [UInt8]) {
    switch units {
    case .ascii(let bytes): output += bytes[range]
    case .utf16(let units): output += String(decoding: units[range], as: UTF16.self).utf8
    }
  }

  // MARK: -

  /// The range of the first match in `text` at or after `start`.
  private func find<Unit>(
    in text: UnsafeBufferPointer<Unit>, from start: Int
  ) throws(JSONataError) -> Range<Int>? where Unit: FixedWidthInteger & UnsignedInteger {
    guard text.count < Int32.max else { throw JSONataError("D1012") }
    let program = regex.program
    var matcher = RegexMatcher(program, text, slots: slots, budget: budget, run: run)
    defer { budget = matcher.budget }
    var next = start
    while let place = program.candidate(in: text, from: next) {
      try matcher.spend(place - next)
      if let end = try matcher.match(at: place) { return place..<end }
      next = program.placeAfterFailure(at: place, in: text)
      try matcher.spend(next - place)
    }
    return nil
  }
}

extension RegexProgram {
  /// The first place at or after `start` where a match may begin.
  @inline(__always)
  fileprivate func candidate<Unit>(
    in text: UnsafeBufferPointer<Unit>, from start: Int
  ) -> Int? where Unit: FixedWidthInteger & UnsignedInteger {
    guard start <= text.count else { return nil }
    switch self.start {
    case .anywhere: return start
    case .textStart: return start == 0 ? 0 : nil
    case .unit(let unit): return position(of: unit, in: text, from: start)
    case .set(let set):
      let set = sets[set]
      return text[start...].firstIndex { set.contains($0) }
    case .run(let set, let min, let unit):
      return startOfRun(of: sets[set], min, before: unit, in: text, from: start)
    }
  }

  /// The first place at or after `start` from which at least `min` units of `set` lead to `unit`.
  private func startOfRun<Unit>(
    of set: UnitLookup, _ min: Int, before unit: UInt16, in text: UnsafeBufferPointer<Unit>,
    from start: Int
  ) -> Int? where Unit: FixedWidthInteger & UnsignedInteger {
    var lower = start
    while let end = position(of: unit, in: text, from: lower) {
      var place = end
      while place > lower, set.contains(text[place - 1]) { place -= 1 }
      if end - place >= min { return place }
      lower = end + 1
    }
    return nil
  }

  /// The first place of `unit` at or after `start`.
  private func position<Unit>(
    of unit: UInt16, in text: UnsafeBufferPointer<Unit>, from start: Int
  ) -> Int? where Unit: FixedWidthInteger & UnsignedInteger {
    guard let unit = Unit(exactly: unit) else { return nil }
    return text[start...].firstIndex(of: unit)
  }

  /// The next place where a match may begin after none does at `place`.
  @inline(__always)
  fileprivate func placeAfterFailure<Unit>(
    at place: Int, in text: UnsafeBufferPointer<Unit>
  ) -> Int where Unit: FixedWidthInteger & UnsignedInteger {
    guard let leadingLoop else { return place + 1 }
    let set = sets[leadingLoop]
    let end = text[place...].firstIndex { !set.contains($0) } ?? text.count
    return max(end, place + 1)
  }
}
