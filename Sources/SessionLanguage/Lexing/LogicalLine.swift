/// A line of a text as its reader means it: several lines of the text where a bracket or a quote
/// is open, or where a line ends in `\`.
struct LogicalLine {
  /// What is still open at the end of a line.
  enum Unclosed {
    /// The bracket at this offset.
    case bracket(Int)

    /// The quote at this offset.
    case quote(Int)

    /// The `\` at this offset, after which the text ends.
    case continuation(Int)
  }

  /// The offset of its first byte that is no space.
  var start: Int

  /// The offset after its last byte that is no space.
  var end: Int

  /// Whether at least one empty line stands before it; a line with a comment is not empty.
  var followsEmptyLine: Bool

  /// What is open at the end of the text; such a line is cut at the end of its first line.
  var unclosed: Unclosed?
}
