import Diagnostics

/// Where a text stands.
package enum ParseContext: Hashable, Sendable {
  /// Outside of workflows.
  case session

  /// In a workflow that is open at the prompt: each step, clause, head line and `end` is a
  /// statement of its own.
  case workflow
}

/// A part of a text that was not understood, which has been diagnosed.
struct Malformed: Error {}

/// Reads the statements of a text.
///
/// Lines that are wrong are diagnosed and left out, or kept as far as they were understood; the
/// lines after them are read all the same.
package struct Parser {
  /// The text.
  let source: SourceText

  /// Where the text stands.
  let context: ParseContext

  /// What is wrong so far.
  private var diagnostics: [Diagnostic] = []

  /// The blocks that are open, outermost first.
  var openBlocks: [OpenBlock] = []

  /// The index of the next line.
  private var nextLine = 0

  /// The index after the last line that is read.
  private let lineCount: Int

  /// Blocks deeper than this are refused.
  static let maximumDepth = 50

  /// More diagnostics than this of one text help nobody.
  private static let maximumDiagnostics = 500

  /// Reads `text`, which stands at the UTF-8 offset `baseOffset` of its file.
  ///
  /// Where `isComplete`, nothing can follow, and what is left open is diagnosed. Else it is told by
  /// ``ParseResult/openBlocks`` and ``ParseResult/isInsideLine``, and a block that is open at the
  /// end is among the statements as far as it goes.
  package static func parse(
    _ text: String, context: ParseContext = .session, baseOffset: Int = 0,
    isComplete: Bool = false
  ) -> ParseResult {
    let source = SourceText(text, base: baseOffset)
    let unclosed = source.lines.firstIndex { $0.unclosed != nil }
    let count = isComplete ? source.lines.count : unclosed ?? source.lines.count
    var parser = Parser(source: source, context: context, lineCount: count)
    let statements = parser.parseStatements()
    if isComplete { parser.diagnoseOpenBlocks() }
    return ParseResult(
      statements: statements, diagnostics: DiagnosticSet(parser.diagnostics),
      openBlocks: parser.openBlocks,
      isInsideLine: unclosed != nil)
  }

  /// Creates a parser of the first `lineCount` lines of `source`.
  private init(source: SourceText, context: ParseContext, lineCount: Int) {
    self.source = source
    self.context = context
    self.lineCount = lineCount
  }

  // MARK: - Lines

  /// The next line, if there is one.
  var line: LogicalLine? { nextLine < lineCount ? source.lines[nextLine] : nil }

  /// The offset after the last line that was taken.
  var endOfPreviousLine: Int { nextLine > 0 ? source.lines[nextLine - 1].end : 0 }

  /// Takes `line`, and gives a scanner of it.
  mutating func take(_ line: LogicalLine) -> Scanner {
    nextLine += 1
    return Scanner(source, from: line.start, to: line.end)
  }

  /// Leaves all further lines out.
  mutating func skipAllLines() { nextLine = lineCount }

  /// The word that the next line starts with, if it decides what the line is.
  var keyword: String? {
    guard let line else { return nil }
    return Scanner(source, from: line.start, to: line.end).keyword
  }

  /// The range from `start` to the end of the last line that was taken.
  func rangeOfLines(from start: Int) -> SourceRange { source.range(start, endOfPreviousLine) }

  // MARK: - Diagnostics

  /// Adds `diagnostic`.
  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < Self.maximumDiagnostics { diagnostics.append(diagnostic) }
  }

  /// Adds `diagnostic`, and gives what is thrown to leave the part that is wrong.
  mutating func reject(_ diagnostic: Diagnostic) -> Malformed {
    report(diagnostic)
    return Malformed()
  }

  /// Replaces all that was diagnosed in `range` by one diagnostic.
  mutating func replaceDiagnostics(in range: SourceRange, by diagnostic: Diagnostic) {
    diagnostics.removeAll {
      $0.range.lowerBound >= range.lowerBound && $0.range.lowerBound <= range.upperBound
    }
    report(diagnostic)
  }

  /// Reports all blocks that are open, and closes them.
  private mutating func diagnoseOpenBlocks() {
    for block in openBlocks { report(.unclosedBlock(block)) }
    openBlocks = []
  }
}

extension Scanner {
  /// The word that comes next, if it stands alone or before the start of a value, and is not bound
  /// by `=`.
  var keyword: String? {
    var copy = self
    guard let word = copy.takeWord()?.text else { return nil }
    if let byte = copy.next, !byte.isSpace, !"([{$\"'".utf8.contains(byte) { return nil }
    copy.skipSpaces()
    return copy.seesBinding ? nil : word
  }

  /// Whether a single `=` comes next.
  var seesBinding: Bool {
    next == UInt8(ascii: "=") && peek(1) != UInt8(ascii: "=") && peek(1) != UInt8(ascii: ">")
  }
}
