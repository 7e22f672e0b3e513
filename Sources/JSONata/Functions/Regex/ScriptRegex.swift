import JSON

/// A regular expression with JavaScript's meaning, over UTF-16 units.
struct ScriptRegex: Sendable {
  /// The text between the slashes.
  let source: String

  /// The number of capturing groups.
  let groupCount: Int

  private let code: [RegexInstruction]
  private let sets: [CharacterClass]
  private let marks: Int
  private let ignoresCase: Bool
  private let isMultiline: Bool

  /// Compiles `pattern` with the flags `i` and `m`.
  init(_ pattern: String, flags: String) throws(RegexSyntaxError) {
    source = pattern
    ignoresCase = flags.contains("i")
    isMultiline = flags.contains("m")
    var parser = RegexParser(pattern)
    let node = try parser.parse()
    let compiler = try RegexCompiler(node, ignoresCase: ignoresCase, names: parser.names)
    groupCount = parser.captures
    code = compiler.code
    sets = compiler.sets
    marks = compiler.marks
  }

  /// A match: the ranges of the whole and of each group.
  struct Match {
    /// The range of the whole.
    let range: Range<Int>

    /// The ranges of the groups; nil for one that took no part.
    let groups: [Range<Int>?]
  }

  /// The first match in `text` at or after `start`; `tick` is called now and then.
  func firstMatch(
    in text: [UInt16], from start: Int, tick: () throws(JSONataError) -> Void
  ) throws(JSONataError) -> Match? {
    guard start <= text.count else { return nil }
    var matcher = Matcher(self, text)
    for position in start...text.count {
      guard canStart(at: position, text) else { continue }
      matcher.reset()
      guard let end = try matcher.run(from: 0, at: position, tick: tick) else { continue }
      return Match(range: position..<end, groups: matcher.groups)
    }
    return nil
  }

  /// Whether a match may start at `position`, by its first unit.
  @inline(__always)
  private func canStart(at position: Int, _ text: [UInt16]) -> Bool {
    switch code[0] {
    case .unit(let unit, false):
      return position < text.count
        && (ignoresCase ? LetterCase.folded(text[position]) : text[position]) == unit
    case .set(let set, false), .greedy(let set, min: 1, max: _):
      return position < text.count && sets[set].contains(text[position])
    default: return true
    }
  }
}

extension ScriptRegex {
  /// Tries the instructions at one place of a text, going back where a choice was wrong.
  private struct Matcher {
    /// What to do when the instructions fail.
    private enum Choice {
      case branch(pc: Int, position: Int)
      case range(pc: Int, min: Int, position: Int)
      case restore(slot: Int, value: Int)
      case restoreMark(mark: Int, value: Int)
    }

    private let regex: ScriptRegex
    private let text: [UInt16]
    private var slots: [Int]
    private var marks: [Int]
    private var choices: [Choice] = []
    private var steps = 0

    /// The most steps for one search.
    private static let limit = 50_000_000

    /// Starts with nothing matched.
    init(_ regex: ScriptRegex, _ text: [UInt16]) {
      self.regex = regex
      self.text = text
      slots = Array(repeating: -1, count: (regex.groupCount + 1) * 2)
      marks = Array(repeating: -1, count: regex.marks)
    }

    /// Forgets what has been matched.
    mutating func reset() {
      for index in slots.indices { slots[index] = -1 }
      choices.removeAll(keepingCapacity: true)
    }

    /// The ranges of the groups.
    var groups: [Range<Int>?] {
      (1..<max(1, slots.count / 2)).map { number in
        let (start, end) = (slots[number * 2], slots[number * 2 + 1])
        return start >= 0 && end >= start ? start..<end : nil
      }
    }

    /// Runs the instructions from `start`; returns where the match ends.
    mutating func run(
      from start: Int, at first: Int, tick: () throws(JSONataError) -> Void
    ) throws(JSONataError) -> Int? {
      var pc = start
      var position = first
      let bottom = choices.count
      while true {
        steps += 1
        if steps & 0xFF == 0 { try tick() }
        guard steps < Self.limit else { throw JSONataError("D1012") }
        if case .match = regex.code[pc] { return position }
        if try step(&pc, &position, tick: tick) { continue }
        guard retreat(&pc, &position, to: bottom) else { return nil }
      }
    }

    /// Does one instruction; returns whether it succeeds.
    @inline(__always)
    private mutating func step(
      _ pc: inout Int, _ position: inout Int, tick: () throws(JSONataError) -> Void
    ) throws(JSONataError) -> Bool {
      switch regex.code[pc] {
      case .unit(let unit, let isBackward):
        guard let next = read(&position, isBackward) else { return false }
        guard (regex.ignoresCase ? LetterCase.folded(next) : next) == unit else { return false }
      case .set(let set, let isBackward):
        guard let next = read(&position, isBackward) else { return false }
        guard regex.sets[set].contains(next) else { return false }
      case .greedy(let set, let min, let max):
        guard takeAll(set, min, max, pc + 1, &position) else { return false }
      case .split(let first, let second):
        choices.append(.branch(pc: second, position: position))
        pc = first
        return true
      case .jump(let target):
        pc = target
        return true
      case .save(let slot): save(position, in: slot)
      case .clear(let range): for slot in range { save(-1, in: slot) }
      case .mark(let mark):
        choices.append(.restoreMark(mark: mark, value: marks[mark]))
        marks[mark] = position
      case .progress(let mark): if marks[mark] == position { return false }
      case .lineStart: if !isLineStart(position) { return false }
      case .lineEnd: if !isLineEnd(position) { return false }
      case .wordBoundary(let isNegated):
        if (isWord(position - 1) != isWord(position)) == isNegated { return false }
      case .backreference(let number, let isBackward):
        guard repeats(number, isBackward, &position) else { return false }
      case .look(let end, let isNegated):
        guard try look(from: pc + 1, at: position, isNegated, tick: tick) else { return false }
        pc = end
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
      while choices.count > bottom, let choice = choices.popLast() {
        switch choice {
        case .branch(let target, let place):
          (pc, position) = (target, place)
          return true
        case .range(let target, let min, let place):
          if place - 1 > min {
            choices.append(.range(pc: target, min: min, position: place - 1))
          }
          (pc, position) = (target, place - 1)
          return true
        case .restore(let slot, let value): slots[slot] = value
        case .restoreMark(let mark, let value): marks[mark] = value
        }
      }
      return false
    }

    /// Takes the next unit.
    @inline(__always)
    private func read(_ position: inout Int, _ isBackward: Bool) -> UInt16? {
      if isBackward {
        guard position > 0 else { return nil }
        position -= 1
        return text[position]
      }
      guard position < text.count else { return nil }
      position += 1
      return text[position - 1]
    }

    /// Takes units of a set.
    private mutating func takeAll(
      _ set: Int, _ min: Int, _ max: Int, _ next: Int, _ position: inout Int
    ) -> Bool {
      let limit = max > text.count - position ? text.count : position + max
      let start = position
      while position < limit, regex.sets[set].contains(text[position]) { position += 1 }
      guard position - start >= min else { return false }
      if position > start + min {
        choices.append(.range(pc: next, min: start + min, position: position))
      }
      return true
    }

    /// Notes the start or the end of a group.
    private mutating func save(_ position: Int, in slot: Int) {
      choices.append(.restore(slot: slot, value: slots[slot]))
      slots[slot] = position
    }

    /// Whether a line starts at `position`.
    private func isLineStart(_ position: Int) -> Bool {
      position == 0 || regex.isMultiline && Self.endsLine(text[position - 1])
    }

    /// Whether a line ends at `position`.
    private func isLineEnd(_ position: Int) -> Bool {
      position == text.count || regex.isMultiline && Self.endsLine(text[position])
    }

    /// Whether `unit` ends a line.
    private static func endsLine(_ unit: UInt16) -> Bool {
      unit == 0x0A || unit == 0x0D || unit == 0x2028 || unit == 0x2029
    }

    /// Whether a letter, a digit or `_` stands at `position`.
    private func isWord(_ position: Int) -> Bool {
      guard text.indices.contains(position) else { return false }
      let unit = text[position]
      return CharacterClass.word.ranges.contains { $0.contains(unit) }
    }

    /// Reads what a group has matched once more.
    private func repeats(_ number: Int, _ isBackward: Bool, _ position: inout Int) -> Bool {
      let (start, end) = (slots[number * 2], slots[number * 2 + 1])
      guard start >= 0, end >= start else { return true }
      let units = text[start..<end]
      for unit in isBackward ? Array(units.reversed()) : Array(units) {
        guard let next = read(&position, isBackward) else { return false }
        let isSame =
          regex.ignoresCase ? LetterCase.folded(next) == LetterCase.folded(unit) : next == unit
        guard isSame else { return false }
      }
      return true
    }

    /// Matches what is around `position` without moving.
    private mutating func look(
      from pc: Int, at position: Int, _ isNegated: Bool, tick: () throws(JSONataError) -> Void
    ) throws(JSONataError) -> Bool {
      let bottom = choices.count
      let isFound = try run(from: pc, at: position, tick: tick) != nil
      if isFound, isNegated { undo(to: bottom) } else { dropBranches(from: bottom) }
      return isFound != isNegated
    }

    /// Restores the groups as they were before the choices above `bottom`.
    private mutating func undo(to bottom: Int) {
      while choices.count > bottom, let choice = choices.popLast() {
        if case .restore(let slot, let value) = choice { slots[slot] = value }
        if case .restoreMark(let mark, let value) = choice { marks[mark] = value }
      }
    }

    /// Forgets the choices above `bottom`, but not how to restore the groups.
    private mutating func dropBranches(from bottom: Int) {
      let kept = choices[bottom...].filter { choice in
        switch choice {
        case .restore, .restoreMark: true
        case .branch, .range: false
        }
      }
      choices.replaceSubrange(bottom..., with: kept)
    }
  }
}
