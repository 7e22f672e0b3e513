/// One step of a compiled regular expression.
enum RegexInstruction: Sendable {
  case unit(UInt16, isBackward: Bool)
  case set(Int, isBackward: Bool)

  /// Takes as many units of a set as it can, at least `min` and at most `max`.
  case greedy(Int, min: Int, max: Int)
  case split(first: Int, second: Int)
  case jump(Int)
  case save(Int)
  case clear(ClosedRange<Int>)
  case mark(Int)

  /// Fails if nothing has been read since the mark.
  case progress(Int)
  case lineStart
  case lineEnd
  case wordBoundary(isNegated: Bool)
  case backreference(Int, isBackward: Bool)

  /// Matches what follows up to `end` without moving; goes on at `end`.
  case look(end: Int, isNegated: Bool)
  case match
}

/// Turns the tree of a regular expression into instructions.
struct RegexCompiler {
  /// The instructions.
  private(set) var code: [RegexInstruction] = []

  /// The sets that the instructions refer to.
  private(set) var sets: [CharacterClass] = []

  /// The number of marks.
  private(set) var marks = 0

  private let ignoresCase: Bool
  private let names: [String: Int]

  /// The most instructions.
  private static let limit = 100_000

  /// Compiles `node`.
  init(_ node: RegexNode, ignoresCase: Bool, names: [String: Int]) throws(RegexSyntaxError) {
    self.ignoresCase = ignoresCase
    self.names = names
    try compile(node, isBackward: false)
    code.append(.match)
  }

  /// Adds the instructions of `node`.
  private mutating func compile(
    _ node: RegexNode, isBackward: Bool
  ) throws(RegexSyntaxError) {
    guard code.count < Self.limit else {
      throw RegexSyntaxError(message: "Regular expression too large")
    }
    switch node {
    case .empty: break
    case .unit(let unit):
      code.append(.unit(ignoresCase ? LetterCase.folded(unit) : unit, isBackward: isBackward))
    case .set(let set): code.append(.set(add(set), isBackward: isBackward))
    case .sequence(let nodes):
      for node in isBackward ? nodes.reversed() : nodes {
        try compile(node, isBackward: isBackward)
      }
    case .choice(let nodes): try compileChoice(nodes[...], isBackward: isBackward)
    case .group(let node): try compile(node, isBackward: isBackward)
    case .capture(let number, let node):
      code.append(.save(number * 2 + (isBackward ? 1 : 0)))
      try compile(node, isBackward: isBackward)
      code.append(.save(number * 2 + (isBackward ? 0 : 1)))
    case .lineStart: code.append(.lineStart)
    case .lineEnd: code.append(.lineEnd)
    case .wordBoundary(let isNegated): code.append(.wordBoundary(isNegated: isNegated))
    case .backreference(let number):
      code.append(.backreference(number, isBackward: isBackward))
    case .namedBackreference(let name):
      guard let number = names[name] else {
        throw RegexSyntaxError(message: "Invalid named capture referenced")
      }
      code.append(.backreference(number, isBackward: isBackward))
    case .look(let node, let isBehind, let isNegated):
      let start = reserve()
      try compile(node, isBackward: isBehind)
      code.append(.match)
      code[start] = .look(end: code.count, isNegated: isNegated)
    case .repetition(let node, let min, let max, let isGreedy, let captures):
      try compileRepetition(node, min, max, isGreedy, captures, isBackward)
    }
  }

  /// Adds a place for an instruction that is not known yet.
  private mutating func reserve() -> Int {
    code.append(.match)
    return code.count - 1
  }

  /// Adds a set and returns its number.
  private mutating func add(_ set: CharacterClass) -> Int {
    var prepared = set
    prepared.prepare(ignoresCase: ignoresCase)
    sets.append(prepared)
    return sets.count - 1
  }

  /// Adds the instructions of alternatives.
  private mutating func compileChoice(
    _ nodes: ArraySlice<RegexNode>, isBackward: Bool
  ) throws(RegexSyntaxError) {
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard index < nodes.count - 1 else {
        try compile(node, isBackward: isBackward)
        continue
      }
      let split = reserve()
      try compile(node, isBackward: isBackward)
      ends.append(reserve())
      code[split] = .split(first: split + 1, second: code.count)
    }
    for end in ends { code[end] = .jump(code.count) }
  }

  /// Adds the instructions of a repetition.
  private mutating func compileRepetition(
    _ node: RegexNode, _ min: Int, _ max: Int?, _ isGreedy: Bool, _ captures: Range<Int>,
    _ isBackward: Bool
  ) throws(RegexSyntaxError) {
    if isGreedy, !isBackward, let set = singleSet(node) {
      code.append(.greedy(set, min: min, max: max ?? .max))
      return
    }
    for _ in 0..<min { try compileOnce(node, captures, isBackward) }
    guard let max else { return try compileLoop(node, isGreedy, captures, isBackward) }
    var splits: [Int] = []
    for _ in min..<Swift.max(min, max) {
      splits.append(reserve())
      let mark = newMark()
      try compileOnce(node, captures, isBackward)
      code.append(.progress(mark))
    }
    for split in splits {
      code[split] =
        isGreedy
        ? .split(first: split + 1, second: code.count)
        : .split(first: code.count, second: split + 1)
    }
  }

  /// Adds the instructions of a repetition without upper bound.
  private mutating func compileLoop(
    _ node: RegexNode, _ isGreedy: Bool, _ captures: Range<Int>, _ isBackward: Bool
  ) throws(RegexSyntaxError) {
    let split = reserve()
    let mark = newMark()
    try compileOnce(node, captures, isBackward)
    code.append(.progress(mark))
    code.append(.jump(split))
    code[split] =
      isGreedy
      ? .split(first: split + 1, second: code.count) : .split(first: code.count, second: split + 1)
  }

  /// Adds a mark of the place where an iteration starts.
  private mutating func newMark() -> Int {
    code.append(.mark(marks))
    marks += 1
    return marks - 1
  }

  /// Adds the instructions of one iteration, in which groups start anew.
  private mutating func compileOnce(
    _ node: RegexNode, _ captures: Range<Int>, _ isBackward: Bool
  ) throws(RegexSyntaxError) {
    if !captures.isEmpty {
      code.append(.clear(captures.lowerBound * 2...captures.upperBound * 2 - 1))
    }
    try compile(node, isBackward: isBackward)
  }

  /// The number of the set, if `node` is one unit wide.
  private mutating func singleSet(_ node: RegexNode) -> Int? {
    switch node {
    case .set(let set): add(set)
    case .unit(let unit): add(CharacterClass([unit...unit]))
    case .group(let inner): singleSet(inner)
    default: nil
    }
  }
}
