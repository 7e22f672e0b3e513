import Diagnostics

extension Parser {
  /// Reads all statements of the text.
  mutating func parseStatements() -> [Statement] {
    var statements: [Statement] = []
    var isAfterMistake = false
    while let line {
      guard let statement = parseStatement() else {
        isAfterMistake = true
        continue
      }
      if case .clauses(let clauses) = statement.kind {
        if !isAfterMistake { place(clauses, statement, at: line, in: &statements) }
      } else if context == .session, statement.belongsIntoWorkflow {
        refuse(statement, at: line)
        isAfterMistake = true
      } else {
        statements.append(statement)
        isAfterMistake = false
      }
    }
    return statements
  }

  /// Reads one statement, with its block; nil if it is malformed.
  mutating func parseStatement() -> Statement? {
    guard let line else { return nil }
    var scanner = take(line)
    let kind = try? parseKind(&scanner)
    if let diagnostic = line.unclosed.flatMap(diagnosis) {
      replaceDiagnostics(in: source.range(line.start, line.end), by: diagnostic)
    }
    return kind.map { Statement($0, range: rangeOfLines(from: line.start)) }
  }

  // MARK: -

  /// What is said of a line in which something is never closed.
  private func diagnosis(_ unclosed: LogicalLine.Unclosed) -> Diagnostic? {
    switch unclosed {
    case .bracket(let offset):
      .unclosedBracket(source.text(offset, offset + 1), at: source.range(offset, offset + 1))
    case .quote(let offset): .unclosedQuote(at: source.range(offset, offset + 1))
    case .continuation: nil
    }
  }

  /// Adds clauses that stand on lines of their own to the step before them.
  private mutating func place(
    _ clauses: [Clause], _ statement: Statement, at line: LogicalLine,
    in statements: inout [Statement]
  ) {
    guard let last = statements.last, case .step(var step) = last.kind,
      !(context == .workflow && startsWorkflowCatch(clauses, at: line, after: step))
    else {
      if context == .workflow { return statements.append(statement) }
      return report(.clauseWithoutStep(clauses.word, at: source.firstWord(of: line)))
    }
    add(clauses, to: &step)
    statements[statements.count - 1] = Statement(
      .step(step), range: last.range.union(statement.range))
  }

  /// Diagnoses a statement that only a workflow may hold, instead of all mistakes inside it.
  private mutating func refuse(_ statement: Statement, at line: LogicalLine) {
    openBlocks = []
    let word = source.firstWord(of: line)
    replaceDiagnostics(
      in: statement.range,
      by: statement.isEnd
        ? .strayEnd(at: word) : .onlyInWorkflow(source.text(of: word), at: word))
  }
}

extension Statement {
  /// Whether it means nothing outside of a workflow.
  fileprivate var belongsIntoWorkflow: Bool {
    switch kind {
    case .step(let step): step.name == nil
    case .header, .end: true
    case .call, .expression, .workflow, .clauses, .command: false
    }
  }

  /// Whether it is `end`.
  fileprivate var isEnd: Bool {
    if case .end = kind { return true }
    return false
  }
}

extension SourceText {
  /// The range of the first word of `line`.
  func firstWord(of line: LogicalLine) -> SourceRange {
    var scanner = Scanner(self, from: line.start, to: line.end)
    return scanner.takeWord()?.range ?? range(line.start, line.start + 1)
  }

  /// The text that stands at `range` of the file.
  func text(of range: SourceRange) -> String {
    text(range.lowerBound - base, range.upperBound - base)
  }
}
