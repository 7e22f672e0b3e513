/// One step of a compiled regular expression; sets are numbers of the program's sets.
enum RegexInstruction: Sendable {
  /// Reads a unit.
  case unit(UInt16, isBackward: Bool)

  /// Reads a unit of a set.
  case set(Int32, isBackward: Bool)

  /// Reads as many units of a set as it can, and never goes back: what follows could not match.
  case possessive(RegexLoop)

  /// Reads as many units of a set as it can.
  case greedy(RegexLoop)

  /// Reads as few units of a set as it can.
  case lazy(RegexLoop)

  /// Goes on at `first`, and if that fails at `second`.
  case split(first: Int32, second: Int32)

  /// Goes on at `first` if the next unit is in a set, and otherwise, or if that fails and
  /// the way is not `isExclusive`, at `second`.
  case choose(Int32, isExclusive: Bool, first: Int32, second: Int32)

  /// Goes on elsewhere.
  case jump(Int32)

  /// Notes the position in a slot.
  case save(Int32)

  /// Empties the slots from the first to the last.
  case clear(first: Int32, last: Int32)

  /// Notes the position where an iteration starts.
  case mark(Int32)

  /// Fails if nothing has been read since the mark.
  case progress(Int32)

  /// Succeeds where a line starts.
  case lineStart

  /// Succeeds where a line ends.
  case lineEnd

  /// Succeeds where a word starts or ends, or where none does.
  case wordBoundary(isNegated: Bool)

  /// Reads once more what a group has matched.
  case backreference(Int32, isBackward: Bool)

  /// Matches what follows up to `end` without moving; goes on at `end`.
  case look(end: Int32, isNegated: Bool)

  /// Ends the match.
  case match
}

/// A repetition of units of one set.
struct RegexLoop: Sendable {
  /// The set that is read from.
  let set: Int32

  /// The set of the units that can come next, perhaps with some more.
  let follow: Int32

  /// The least number of units.
  let min: Int32

  /// The most units.
  let max: Int32
}
