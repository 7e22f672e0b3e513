import JSON

/// Tries a program at places of a text, going back where a choice was wrong.
///
/// The units are the bytes of an ASCII text or the UTF-16 units of another: the positions are the
/// same. What goes wrong costs steps, of which there are only so many.
struct RegexMatcher<Unit: FixedWidthInteger & UnsignedInteger>: ~Copyable {
  /// What to do when the instructions fail.
  private enum Choice {
    case branch(pc: Int32, position: Int32)
    case shorter(pc: Int32, min: Int32, position: Int32)
    case longer(pc: Int32, max: Int32, position: Int32)
    case restore(slot: Int32, value: Int32)
  }

  /// The bounds of the groups, then the marks.
  let slots: UnsafeMutableBufferPointer<Int32>

  private let text: UnsafeBufferPointer<Unit>
  private let ignoresCase: Bool
  private let isMultiline: Bool
  private let code: UnsafeMutableBufferPointer<RegexInstruction>
  private let sets: UnsafeMutableBufferPointer<UnitLookup>
  private let run: Evaluation?
  private var choices = UnsafeMutableBufferPointer<Choice>(start: nil, count: 0)
  private var choiceCount = 0
  private var lookDepth = 0

  /// The steps until the limits are looked at.
  private var steps = Self.interval

  /// The steps that are left for the text.
  private(set) var budget: Int

  /// How often the limits are looked at.
  private static var interval: Int { 1_024 }

  /// The most choices, 64 MB of them.
  private static var choiceLimit: Int { 1 << 22 }

  /// Starts with nothing matched; may use `budget` steps.
  init(
    _ program: RegexProgram, _ text: UnsafeBufferPointer<Unit>,
    slots: UnsafeMutableBufferPointer<Int32>, budget: Int, run: Evaluation?
  ) {
    ignoresCase = program.options.ignoresCase
    isMultiline = program.options.isMultiline
    self.text = text
    self.slots = slots
    self.budget = budget
    self.run = run
    code = program.code
    sets = program.sets
  }

  deinit { choices.deallocate() }

  /// The end of the match at `position`, if there is one.
  mutating func match(at position: Int) throws(JSONataError) -> Int? {
    slots.update(repeating: -1)
    choiceCount = 0
    return try execute(from: 0, at: position)
  }

  /// Counts the reading of `count` units.
  @inline(__always)
  mutating func spend(_ count: Int) throws(JSONataError) {
    steps -= count >> 3 + 1
    if steps < 0 { try checkLimits() }
  }

  /// Looks at the limits.
  private mutating func checkLimits() throws(JSONataError) {
    budget -= Self.interval - steps
    steps = Self.interval
    guard budget > 0 else { throw JSONataError("D1012") }
    try run?.tick()
  }

  // MARK: - Instructions

  /// Runs the instructions from `start`; returns where the match ends.
  private mutating func execute(
    from start: Int, at first: Int
  ) throws(JSONataError) -> Int? {
    var pc = start
    var position = first
    let bottom = choiceCount
    while true {
      steps -= 1
      if steps < 0 { try checkLimits() }
      if case .match = code[pc] { return position }
      if try step(&pc, &position) { continue }
      guard retreat(&pc, &position, to: bottom) else { return nil }
    }
  }

  /// Does one instruction; returns whether it succeeds.
  @inline(__always)
  private mutating func step(
    _ pc: inout Int, _ position: inout Int
  ) throws(JSONataError) -> Bool {
    switch code[pc] {
    case .unit(let unit, let isBackward):
      guard let next = read(&position, isBackward), next == unit else { return false }
    case .set(let set, let isBackward):
      guard let next = read(&position, isBackward) else { return false }
      guard sets[Int(set)].contains(next) else { return false }
    case .possessive(let loop):
      guard try takeAll(loop, &position) != nil else { return false }
    case .greedy(let loop):
      guard let shortest = try takeAll(loop, &position) else { return false }
      if position > shortest {
        try push(
          .shorter(pc: Int32(pc), min: Int32(shortest), position: Int32(position)))
      }
    case .lazy(let loop):
      let longest = position + Int(loop.max)
      guard try take(loop.set, Int(loop.min), &position) == loop.min else { return false }
      try push(
        .longer(
          pc: Int32(pc), max: Int32(Swift.min(longest, text.count)), position: Int32(position)))
    case .split(let first, let second):
      try push(.branch(pc: second, position: Int32(position)))
      pc = Int(first)
      return true
    case .choose(let set, let isExclusive, let first, let second):
      guard position < text.count, sets[Int(set)].contains(text[position]) else {
        pc = Int(second)
        return true
      }
      if !isExclusive { try push(.branch(pc: second, position: Int32(position))) }
      pc = Int(first)
      return true
    case .jump(let target):
      pc = Int(target)
      return true
    case .save(let slot), .mark(let slot): try save(Int32(position), in: slot)
    case .clear(let first, let last): for slot in first...last { try save(-1, in: slot) }
    case .progress(let mark): if slots[Int(mark)] == position { return false }
    case .lineStart: if !isLineStart(position) { return false }
    case .lineEnd: if !isLineEnd(position) { return false }
    case .wordBoundary(let isNegated):
      if (isWord(position - 1) != isWord(position)) == isNegated { return false }
    case .backreference(let number, let isBackward):
      guard try repeats(Int(number), isBackward, &position) else { return false }
    case .look(let end, let isNegated):
      guard try look(from: pc + 1, at: position, isNegated) else { return false }
      pc = Int(end)
      return true
    case .match: return true
    }
    pc += 1
    return true
  }

  /// Goes back to the last choice above `bottom`.
  private mutating func retreat(
    _ pc: inout Int, _ position: inout Int, to bottom: Int
  ) -> Bool {
    while choiceCount > bottom {
      choiceCount -= 1
      switch choices[choiceCount] {
      case .branch(let target, let place):
        (pc, position) = (Int(target), Int(place))
        return true
      case .shorter(let loop, let min, let place):
        if shorten(Int(loop), Int(min), Int(place), &position) {
          pc = Int(loop) + 1
          return true
        }
      case .longer(let loop, let max, let place):
        if lengthen(Int(loop), Int(max), Int(place), &position) {
          pc = Int(loop) + 1
          return true
        }
      case .restore(let slot, let value): slots[Int(slot)] = value
      }
    }
    return false
  }

  /// Adds a choice.
  @inline(__always)
  private mutating func push(_ choice: Choice) throws(JSONataError) {
    if choiceCount == choices.count { try grow() }
    choices.initializeElement(at: choiceCount, to: choice)
    choiceCount += 1
  }

  /// Makes room for more choices.
  private mutating func grow() throws(JSONataError) {
    guard choiceCount < Self.choiceLimit else { throw JSONataError("D1012") }
    let larger = UnsafeMutableBufferPointer<Choice>.allocate(capacity: max(64, choiceCount * 2))
    _ = larger.moveInitialize(fromContentsOf: choices)
    choices.deallocate()
    choices = larger
  }
}

// MARK: - Loops

extension RegexMatcher {
  /// Takes up to `max` units of a set; returns how many.
  @inline(__always)
  private mutating func take(
    _ set: Int32, _ max: Int, _ position: inout Int
  ) throws(JSONataError) -> Int {
    let set = sets[Int(set)]
    let start = position
    let limit = max > text.count - position ? text.count : position + max
    while position < limit, set.contains(text[position]) { position += 1 }
    try spend(position - start)
    return position - start
  }

  /// Takes the units of a loop; returns where they would end if they were as few as possible, or
  /// nil if they are too few.
  @inline(__always)
  private mutating func takeAll(
    _ loop: RegexLoop, _ position: inout Int
  ) throws(JSONataError) -> Int? {
    let shortest = position + Int(loop.min)
    _ = try take(loop.set, Int(loop.max), &position)
    return position < shortest ? nil : shortest
  }

  /// Gives back units of the loop at `pc` up to a place where what follows can begin.
  private mutating func shorten(
    _ pc: Int, _ min: Int, _ place: Int, _ position: inout Int
  ) -> Bool {
    guard case .greedy(let loop) = code[pc] else { return false }
    let follow = sets[Int(loop.follow)]
    position = place - 1
    while position > min, !follow.contains(text[position]) { position -= 1 }
    steps -= (place - position) >> 3
    if position > min {
      choices[choiceCount] = .shorter(
        pc: Int32(pc), min: Int32(min), position: Int32(position))
      choiceCount += 1
    }
    return position >= min
  }

  /// Takes more units of the loop at `pc` up to a place where what follows can begin.
  private mutating func lengthen(
    _ pc: Int, _ max: Int, _ place: Int, _ position: inout Int
  ) -> Bool {
    guard case .lazy(let loop) = code[pc] else { return false }
    let (set, follow) = (sets[Int(loop.set)], sets[Int(loop.follow)])
    position = place
    repeat {
      guard position < max, set.contains(text[position]) else { return false }
      position += 1
    } while position < max && !follow.contains(text[position])
    steps -= (position - place) >> 3
    choices[choiceCount] = .longer(
      pc: Int32(pc), max: Int32(max), position: Int32(position))
    choiceCount += 1
    return true
  }
}

// MARK: - Groups and assertions

extension RegexMatcher {
  /// Takes the next unit.
  @inline(__always)
  private func read(_ position: inout Int, _ isBackward: Bool) -> Unit? {
    if isBackward {
      guard position > 0 else { return nil }
      position -= 1
      return text[position]
    }
    guard position < text.count else { return nil }
    position += 1
    return text[position - 1]
  }

  /// Notes a position; what has been there comes back if there is a choice to go back to.
  @inline(__always)
  private mutating func save(_ value: Int32, in slot: Int32) throws(JSONataError) {
    if choiceCount > 0 || lookDepth > 0 {
      try push(.restore(slot: slot, value: slots[Int(slot)]))
    }
    slots[Int(slot)] = value
  }

  /// Whether a line starts at `position`.
  private func isLineStart(_ position: Int) -> Bool {
    position == 0 || isMultiline && Self.endsLine(text[position - 1])
  }

  /// Whether a line ends at `position`.
  private func isLineEnd(_ position: Int) -> Bool {
    position == text.count || isMultiline && Self.endsLine(text[position])
  }

  /// Whether `unit` ends a line.
  private static func endsLine(_ unit: Unit) -> Bool {
    unit == 0x0A || unit == 0x0D || UInt16(unit) == 0x2028 || UInt16(unit) == 0x2029
  }

  /// Whether a letter, a digit or `_` stands at `position`.
  private func isWord(_ position: Int) -> Bool {
    guard text.indices.contains(position) else { return false }
    let unit = text[position]
    return (0x61...0x7A).contains(unit | 0x20) && unit < 0x80 || (0x30...0x39).contains(unit)
      || unit == 0x5F
  }

  /// Reads what a group has matched once more.
  private mutating func repeats(
    _ number: Int, _ isBackward: Bool, _ position: inout Int
  ) throws(JSONataError) -> Bool {
    let (start, end) = (Int(slots[number * 2]), Int(slots[number * 2 + 1]))
    guard start >= 0, end >= start else { return true }
    try spend(end - start)
    for offset in 0..<(end - start) {
      let unit = text[isBackward ? end - 1 - offset : start + offset]
      guard let next = read(&position, isBackward) else { return false }
      guard next == unit || ignoresCase && isSameLetter(next, unit) else {
        return false
      }
    }
    return true
  }

  /// Whether two units differ in case only.
  private func isSameLetter(_ a: Unit, _ b: Unit) -> Bool {
    LetterCase.folded(UInt16(a)) == LetterCase.folded(UInt16(b))
  }

  /// Matches what is around `position` without moving.
  private mutating func look(
    from pc: Int, at position: Int, _ isNegated: Bool
  ) throws(JSONataError) -> Bool {
    let bottom = choiceCount
    lookDepth += 1
    defer { lookDepth -= 1 }
    let isFound = try execute(from: pc, at: position) != nil
    dropChoices(from: bottom, restores: isFound && isNegated)
    return isFound != isNegated
  }

  /// Forgets the choices above `bottom`, and restores the slots or keeps the notes for it.
  private mutating func dropChoices(from bottom: Int, restores: Bool) {
    if restores {
      while choiceCount > bottom {
        choiceCount -= 1
        if case .restore(let slot, let value) = choices[choiceCount] { slots[Int(slot)] = value }
      }
      return
    }
    var kept = bottom
    for index in bottom..<choiceCount {
      guard case .restore = choices[index] else { continue }
      choices[kept] = choices[index]
      kept += 1
    }
    choiceCount = kept
  }
}
