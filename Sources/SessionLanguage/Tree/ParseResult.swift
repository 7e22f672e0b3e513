package import Diagnostics

/// A block that the end of the text left open.
package struct OpenBlock: Hashable, Sendable {
  /// The kinds of block.
  package enum Kind: String, Hashable, Sendable {
    case workflow, `if`, `for`, parallel, branch, `catch`, `while`, `repeat`
  }

  /// What kind it is.
  package var kind: Kind

  /// What the prompt calls it: the workflow's name, else the word that opened it.
  package var title: String

  /// Where its first line stands.
  package var range: SourceRange

  /// Creates an open block.
  package init(_ kind: Kind, title: String, range: SourceRange) {
    self.kind = kind
    self.title = title
    self.range = range
  }
}

/// What a parser made of a text.
package struct ParseResult: Sendable {
  /// The statements in order, without those that could not be understood.
  package var statements: [Statement]

  /// What is wrong.
  package var diagnostics: DiagnosticSet

  /// The blocks that are open at the end, outermost first.
  package var openBlocks: [OpenBlock]

  /// Whether a bracket, a quote or a trailing `\` leaves the last line unfinished.
  package var isInsideLine: Bool

  /// Whether more lines must follow before the text is whole.
  package var needsMoreInput: Bool { isInsideLine || !openBlocks.isEmpty }

  /// Creates a result.
  package init(
    statements: [Statement], diagnostics: DiagnosticSet, openBlocks: [OpenBlock],
    isInsideLine: Bool
  ) {
    self.statements = statements
    self.diagnostics = diagnostics
    self.openBlocks = openBlocks
    self.isInsideLine = isInsideLine
  }
}
