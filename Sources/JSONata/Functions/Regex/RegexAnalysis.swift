/// Finds out how matches of the parts of a regular expression can begin.
struct RegexAnalysis {
  /// The meaning of the flags.
  let options: ScriptRegex.Options

  /// How many parts may still be looked at; a large pattern is not worth more.
  private var budget = 100_000

  /// The most ranges of a set that is worth keeping.
  private static let rangeLimit = 64

  /// Analyses patterns with `options`.
  init(_ options: ScriptRegex.Options) {
    self.options = options
  }

  /// Whether `node` can match without reading anything.
  mutating func isNullable(_ node: RegexNode) -> Bool {
    budget -= 1
    guard budget > 0 else { return true }
    switch node {
    case .unit, .set: return false
    case .sequence(let nodes): return nodes.allSatisfy { isNullable($0) }
    case .choice(let nodes): return nodes.contains { isNullable($0) }
    case .capture(_, let inner), .group(let inner): return isNullable(inner)
    case .repetition(let inner, let min, _, _, _): return min == 0 || isNullable(inner)
    default: return true
    }
  }

  /// The units that can come next where `node` and then something that starts with `follow` match;
  /// perhaps some more.
  mutating func first(_ node: RegexNode, then follow: UnitSet) -> UnitSet {
    budget -= 1
    guard budget > 0 else { return .all }
    switch node {
    case .unit(let unit): return units(of: unit)
    case .set(let set): return set.units(ignoringCase: options.ignoresCase)
    case .sequence(let nodes): return first(nodes, then: follow)
    case .choice(let nodes):
      return nodes.reduce(.none) { Self.joined($0, first($1, then: follow)) }
    case .capture(_, let inner), .group(let inner): return first(inner, then: follow)
    case .lineEnd:
      return options.isMultiline ? CharacterClass.lineEnd.units(ignoringCase: false) : .none
    case .backreference, .namedBackreference: return .all
    case .empty, .lineStart, .wordBoundary, .look: return follow
    case .repetition(let inner, let min, _, _, _):
      let own = first(inner, then: .none)
      return min == 0 || isNullable(inner) ? Self.joined(own, follow) : own
    }
  }

  /// The units that can come next where `nodes` match one after the other.
  private mutating func first(_ nodes: [RegexNode], then follow: UnitSet) -> UnitSet {
    var end = 0
    while end < nodes.count, isNullable(nodes[end]) { end += 1 }
    return nodes.prefix(end + 1).reversed().reduce(follow) { first($1, then: $0) }
  }

  /// The units of both sets, or all if that would be too many ranges.
  static func joined(_ a: UnitSet, _ b: UnitSet) -> UnitSet {
    let union = a.union(b)
    return union.ranges.count > rangeLimit ? .all : union
  }

  /// The set of `unit` with its other cases, if case does not matter.
  func units(of unit: UInt16) -> UnitSet {
    CharacterClass([unit...unit]).units(ignoringCase: options.ignoresCase)
  }

  /// The set of the units that `node` matches, if it is always one unit wide.
  func singleSet(_ node: RegexNode) -> UnitSet? {
    switch node {
    case .set(let set): return set.units(ignoringCase: options.ignoresCase)
    case .unit(let unit): return units(of: unit)
    case .group(let inner): return singleSet(inner)
    case .choice(let nodes):
      var ranges: [ClosedRange<UInt16>] = []
      for node in nodes {
        guard let set = singleSet(node) else { return nil }
        ranges += set.ranges
      }
      return UnitSet(ranges)
    default: return nil
    }
  }
}
