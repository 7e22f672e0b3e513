/// One word of an expression.
///
/// It has no text of its own: making one costs more than finding the word, and most are never asked
/// for theirs.
struct Token {
  /// What kind of word it is.
  enum Kind: UInt8 {
    case name, variable, string, number, value, regex, symbol
    case end

    /// A byte that only starts operators, such as `!`.
    case unknown

    /// A text that is no token; the lexer keeps the error.
    case invalid

    /// What stands for the rest of the text once a mistake in it has been recovered from.
    case failure
  }

  /// A word that is a value.
  enum Word: UInt8 {
    case null, `true`, `false`
  }

  /// What kind of word it is.
  var kind: Kind

  /// The operator, if it is one.
  var symbol: Symbol?

  /// The value, if it is one.
  var word: Word = .null

  /// Whether a text has escapes.
  var isEscaped = false

  /// The offset of its first byte.
  var start: Int

  /// The offset after its last byte.
  var end: Int

  /// The offset after the pattern of a regular expression.
  var patternEnd = 0

  /// The number, if it is one.
  var number = 0.0

  /// Where it stands.
  var location: SourceLocation { SourceLocation(start, end) }

  /// Whether it is the end of the text.
  var isEnd: Bool { kind == .end }

  /// How strongly it binds what stands to its left.
  ///
  /// What stands for the rest of the text binds more strongly than nothing, as in the reference, so
  /// that the expressions around the mistake end one after the other.
  @inline(__always)
  var leftBindingPower: Int {
    guard let symbol else { return kind == .failure ? 10 : 0 }
    return symbol.leftBindingPower
  }
}
