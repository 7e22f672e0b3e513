/// A part of a regular expression.
indirect enum RegexNode: Sendable {
  case empty
  case unit(UInt16)
  case set(CharacterClass)
  case sequence([RegexNode])
  case choice([RegexNode])
  case capture(Int, RegexNode)
  case group(RegexNode)
  case lineStart
  case lineEnd
  case wordBoundary(isNegated: Bool)
  case backreference(Int)
  case namedBackreference(String)
  case look(RegexNode, isBehind: Bool, isNegated: Bool)
  case repetition(RegexNode, min: Int, max: Int?, isGreedy: Bool, captures: Range<Int>)
}

/// What is wrong with a regular expression.
struct RegexSyntaxError: Error {
  /// The mistake, in JavaScript's words.
  let message: String
}
