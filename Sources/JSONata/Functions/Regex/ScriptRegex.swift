/// A regular expression with JavaScript's meaning, over UTF-16 units.
struct ScriptRegex: Sendable {
  /// The text between the slashes.
  let source: String

  /// The number of capturing groups.
  let groupCount: Int

  /// What is run.
  let program: RegexProgram

  /// The meaning of the flags.
  struct Options: Sendable {
    /// Whether letter case does not matter (`i`).
    let ignoresCase: Bool

    /// Whether `^` and `$` match at every line (`m`).
    let isMultiline: Bool
  }

  /// Compiles `pattern` with the flags `i` and `m`.
  init(_ pattern: String, flags: String) throws(RegexSyntaxError) {
    source = pattern
    var parser = RegexParser(pattern)
    let node = try parser.parse()
    groupCount = parser.captures
    let options = Options(
      ignoresCase: flags.contains("i"), isMultiline: flags.contains("m"))
    program = try RegexProgram(
      node, options, groups: parser.captures, names: parser.names)
  }
}

/// A compiled regular expression.
///
/// `@unchecked Sendable`: it never changes; its memory goes with it.
final class RegexProgram: @unchecked Sendable {
  /// How the places are found where a match may start.
  enum Start {
    /// Everywhere.
    case anywhere

    /// Only at the start of the text.
    case textStart

    /// At a unit.
    case unit(UInt16)

    /// At a unit of a set.
    case set(Int)

    /// At the first of at least `min` units of a set before `unit`, which is not in the set.
    case run(of: Int, min: Int, before: UInt16)
  }

  /// The instructions.
  let code: UnsafeMutableBufferPointer<RegexInstruction>

  /// The sets that the instructions refer to.
  let sets: UnsafeMutableBufferPointer<UnitLookup>

  /// The number of slots.
  let slotCount: Int

  /// The meaning of the flags.
  let options: ScriptRegex.Options

  /// How the places are found where a match may start.
  let start: Start

  /// The set of an endless repetition with which all matches begin: where one fails, none can start
  /// within the units that it has read.
  let leadingLoop: Int?

  /// Compiles `node`.
  init(
    _ node: RegexNode, _ options: ScriptRegex.Options, groups: Int, names: [String: Int]
  ) throws(RegexSyntaxError) {
    var compiler = try RegexCompiler(node, options, groups: groups, names: names)
    let first = compiler.firstUnits(node)
    var allSets = compiler.sets
    let prefix = Prefix(compiler)
    if let loop = prefix.loop, let unit = prefix.unit, !allSets[Int(loop.set)].contains(unit) {
      start = .run(of: Int(loop.set), min: Int(loop.min), before: unit)
    } else if prefix.isTextStart, !options.isMultiline {
      start = .textStart
    } else if let first {
      start = first.single.map { .unit($0) } ?? .set(allSets.count)
      allSets.append(first)
    } else {
      start = .anywhere
    }
    leadingLoop = prefix.loop.map { Int($0.set) }
    code = .allocate(capacity: compiler.code.count)
    _ = code.initialize(from: compiler.code)
    sets = .allocate(capacity: allSets.count)
    _ = sets.initialize(from: allSets.map { UnitLookup($0) })
    slotCount = compiler.slots
    self.options = options
  }

  deinit {
    code.deallocate()
    for set in sets { set.release() }
    sets.deallocate()
  }

  /// The instructions that every match runs first.
  private struct Prefix {
    /// An endless repetition.
    private(set) var loop: RegexLoop?

    /// The unit after it.
    private(set) var unit: UInt16?

    /// Whether the match must start with the text.
    private(set) var isTextStart = false

    /// Finds the first instructions of `compiler`.
    ///
    /// After a backreference the places within a repetition are not alike.
    init(_ compiler: RegexCompiler) {
      var rest = compiler.code.drop(while: \.isSave)
      if case .lineStart = rest.first { isTextStart = true }
      switch rest.first {
      case .possessive(let loop) where loop.max == .max, .greedy(let loop) where loop.max == .max,
        .lazy(let loop) where loop.max == .max:
        if compiler.hasBackreferences { return }
        self.loop = loop
      default: return
      }
      rest = rest.dropFirst().drop(while: \.isSave)
      if case .unit(let unit, isBackward: false) = rest.first { self.unit = unit }
    }
  }
}

extension RegexInstruction {
  /// Whether it only notes the position.
  fileprivate var isSave: Bool {
    if case .save = self { return true }
    return false
  }
}
