/// Turns the tree of a regular expression into instructions.
struct RegexCompiler {
  /// The instructions.
  private(set) var code: [RegexInstruction] = []

  /// The sets that the instructions refer to.
  private(set) var sets: [UnitSet] = []

  /// The number of slots: two for each group, then the marks.
  private(set) var slots: Int

  /// Whether the expression refers back to groups.
  private(set) var hasBackreferences = false

  private let options: ScriptRegex.Options
  private let names: [String: Int]
  private var analysis: RegexAnalysis
  private var setNumbers: [UnitSet: Int32] = [:]

  /// How many parts have been compiled, repeated ones as often as they are repeated.
  private var size = 0

  /// The most parts.
  private static let limit = 100_000

  /// What comes after a part.
  private struct Follow {
    /// The units that can come next, perhaps with some more.
    var units = UnitSet.all

    /// Whether the match ends there, so that nothing after the part can fail.
    var isEnd = false
  }

  /// Compiles `node`, which has `groups` groups.
  init(
    _ node: RegexNode, _ options: ScriptRegex.Options, groups: Int, names: [String: Int]
  ) throws(RegexSyntaxError) {
    self.options = options
    self.names = names
    slots = (groups + 1) * 2
    analysis = RegexAnalysis(options)
    try compile(node, Follow(isEnd: true), isBackward: false)
    code.append(.match)
  }

  /// The number of the set of the units with which a match of `node`, the whole, can begin; nil if
  /// nothing is known of them.
  mutating func firstUnits(_ node: RegexNode) -> UnitSet? {
    guard !analysis.isNullable(node) else { return nil }
    let units = analysis.first(node, then: .all)
    return units == .all ? nil : units
  }

  /// Adds the instructions of `node`.
  private mutating func compile(
    _ node: RegexNode, _ follow: Follow, isBackward: Bool
  ) throws(RegexSyntaxError) {
    size += 1
    guard size < Self.limit else {
      throw RegexSyntaxError(message: "Regular expression too large")
    }
    switch node {
    case .empty: break
    case .unit, .set: compileSingle(node, isBackward: isBackward)
    case .sequence(let nodes): try compileSequence(nodes, follow, isBackward: isBackward)
    case .choice(let nodes): try compileChoice(nodes, follow, isBackward: isBackward)
    case .group(let node): try compile(node, follow, isBackward: isBackward)
    case .capture(let number, let node):
      code.append(.save(Int32(number * 2 + (isBackward ? 1 : 0))))
      try compile(node, follow, isBackward: isBackward)
      code.append(.save(Int32(number * 2 + (isBackward ? 0 : 1))))
    case .lineStart: code.append(.lineStart)
    case .lineEnd: code.append(.lineEnd)
    case .wordBoundary(let isNegated): code.append(.wordBoundary(isNegated: isNegated))
    case .backreference(let number): addBackreference(number, isBackward: isBackward)
    case .namedBackreference(let name):
      guard let number = names[name] else {
        throw RegexSyntaxError(message: "Invalid named capture referenced")
      }
      addBackreference(number, isBackward: isBackward)
    case .look(let node, let isBehind, let isNegated):
      let start = reserve()
      try compile(node, Follow(isEnd: true), isBackward: isBehind)
      code.append(.match)
      code[start] = .look(end: here, isNegated: isNegated)
    case .repetition(let node, let min, let max, let isGreedy, let captures):
      let repetition = Repetition(
        node: node, min: min, max: max, isGreedy: isGreedy, captures: captures)
      try compileRepetition(repetition, follow, isBackward: isBackward)
    }
  }

  /// The number of the next instruction.
  private var here: Int32 { Int32(code.count) }

  /// Adds a place for an instruction that is not known yet.
  private mutating func reserve() -> Int {
    code.append(.match)
    return code.count - 1
  }

  /// The number of a set.
  private mutating func number(of set: UnitSet) -> Int32 {
    if let number = setNumbers[set] { return number }
    sets.append(set)
    setNumbers[set] = Int32(sets.count - 1)
    return Int32(sets.count - 1)
  }

  /// Adds a step that reads one unit.
  private mutating func compileSingle(_ node: RegexNode, isBackward: Bool) {
    guard let set = analysis.singleSet(node) else { return }
    if let unit = set.single {
      code.append(.unit(unit, isBackward: isBackward))
    } else {
      code.append(.set(number(of: set), isBackward: isBackward))
    }
  }

  /// Adds a step that reads a group once more.
  private mutating func addBackreference(_ number: Int, isBackward: Bool) {
    hasBackreferences = true
    code.append(.backreference(Int32(number), isBackward: isBackward))
  }

  /// Adds the instructions of `nodes`, one after the other.
  private mutating func compileSequence(
    _ nodes: [RegexNode], _ follow: Follow, isBackward: Bool
  ) throws(RegexSyntaxError) {
    if isBackward {
      for node in nodes.reversed() { try compile(node, Follow(), isBackward: true) }
      return
    }
    var follows = [follow]
    for node in nodes.dropFirst().reversed() {
      let last = follows[follows.count - 1]
      follows.append(Follow(units: analysis.first(node, then: last.units)))
    }
    for (node, follow) in zip(nodes, follows.reversed()) {
      try compile(node, follow, isBackward: false)
    }
  }

  /// Adds the instructions of alternatives.
  private mutating func compileChoice(
    _ nodes: [RegexNode], _ follow: Follow, isBackward: Bool
  ) throws(RegexSyntaxError) {
    if analysis.singleSet(.choice(nodes)) != nil {
      return compileSingle(.choice(nodes), isBackward: isBackward)
    }
    let rests = isBackward ? [] : unitsAfterwards(nodes, follow)
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard index < nodes.count - 1 else {
        try compile(node, follow, isBackward: isBackward)
        continue
      }
      let fork = reserve()
      try compile(node, follow, isBackward: isBackward)
      ends.append(reserve())
      let first = isBackward ? nil : firstUnits(node)
      code[fork] = self.fork(
        first, isExclusive: first.map { $0.isDisjoint(with: rests[index]) } ?? false,
        to: Int32(fork) + 1, or: here)
    }
    for end in ends { code[end] = .jump(here) }
  }

  /// For each alternative the units with which the ones after it can begin.
  private mutating func unitsAfterwards(_ nodes: [RegexNode], _ follow: Follow) -> [UnitSet] {
    var units: [UnitSet] = [.none]
    for node in nodes.dropFirst().reversed() {
      let own = analysis.first(node, then: follow.units)
      units.append(RegexAnalysis.joined(units[units.count - 1], own))
    }
    return units.reversed()
  }

  /// A step that goes on at `first`, which begins with a unit of `set` if that is known, or
  /// at `second`.
  private mutating func fork(
    _ set: UnitSet?, isExclusive: Bool, to first: Int32, or second: Int32
  ) -> RegexInstruction {
    guard let set else { return .split(first: first, second: second) }
    return .choose(number(of: set), isExclusive: isExclusive, first: first, second: second)
  }
}

// MARK: - Repetitions

extension RegexCompiler {
  /// A part that is repeated.
  private struct Repetition {
    let node: RegexNode
    let min: Int
    let max: Int?
    let isGreedy: Bool
    let captures: Range<Int>
  }

  /// Adds the instructions of a repetition.
  private mutating func compileRepetition(
    _ part: Repetition, _ follow: Follow, isBackward: Bool
  ) throws(RegexSyntaxError) {
    if !isBackward, let set = analysis.singleSet(part.node) {
      return compileLoop(of: set, part, follow)
    }
    let own = isBackward ? UnitSet.all : analysis.first(part.node, then: follow.units)
    let inner = Follow(units: RegexAnalysis.joined(own, follow.units))
    for _ in 0..<part.min { try compileOnce(part, inner, isBackward) }
    if part.max == nil {
      let loop = reserve()
      try compileIteration(part, inner, isBackward)
      code.append(.jump(Int32(loop)))
      code[loop] = iterationFork(part, at: loop, follow, isBackward)
      return
    }
    var forks: [Int] = []
    for _ in part.min..<Swift.max(part.min, part.max ?? 0) {
      forks.append(reserve())
      try compileIteration(part, inner, isBackward)
    }
    for fork in forks { code[fork] = iterationFork(part, at: fork, follow, isBackward) }
  }

  /// Adds the step that repeats units of one set.
  private mutating func compileLoop(of set: UnitSet, _ part: Repetition, _ follow: Follow) {
    let loop = RegexLoop(
      set: number(of: set), follow: number(of: follow.units), min: Int32(part.min),
      max: Int32(part.max ?? Int(Int32.max)))
    let isDisjoint = set.isDisjoint(with: follow.units)
    if isDisjoint || part.isGreedy && follow.isEnd {
      code.append(.possessive(loop))
    } else {
      code.append(part.isGreedy ? .greedy(loop) : .lazy(loop))
    }
  }

  /// The step that starts an iteration at `place` or goes on here.
  private mutating func iterationFork(
    _ part: Repetition, at place: Int, _ follow: Follow, _ isBackward: Bool
  ) -> RegexInstruction {
    let body = Int32(place) + 1
    let first = isBackward ? nil : firstUnits(part.node)
    let isExclusive = first?.isDisjoint(with: follow.units) ?? false
    if part.isGreedy || isExclusive {
      return fork(first, isExclusive: isExclusive, to: body, or: here)
    }
    return .split(first: here, second: body)
  }

  /// Adds the instructions of an iteration that may be left out, and fails if it reads nothing.
  private mutating func compileIteration(
    _ part: Repetition, _ follow: Follow, _ isBackward: Bool
  ) throws(RegexSyntaxError) {
    guard analysis.isNullable(part.node) else {
      return try compileOnce(part, follow, isBackward)
    }
    let mark = Int32(slots)
    slots += 1
    code.append(.mark(mark))
    try compileOnce(part, follow, isBackward)
    code.append(.progress(mark))
  }

  /// Adds the instructions of one iteration, in which groups start anew.
  private mutating func compileOnce(
    _ part: Repetition, _ follow: Follow, _ isBackward: Bool
  ) throws(RegexSyntaxError) {
    if !part.captures.isEmpty {
      code.append(
        .clear(
          first: Int32(part.captures.lowerBound * 2),
          last: Int32(part.captures.upperBound * 2 - 1)))
    }
    try compile(part.node, follow, isBackward: isBackward)
  }
}
