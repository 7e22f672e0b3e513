import Diagnostics

extension Parser {
  /// Opens a block, called by its word unless it has a title.
  mutating func openBlock(_ kind: OpenBlock.Kind, title: String? = nil, at range: SourceRange) {
    openBlocks.append(OpenBlock(kind, title: title ?? kind.rawValue, range: range))
  }

  /// Reads the lines of the innermost block, up to the word that ends it.
  mutating func parseBody(of kind: OpenBlock.Kind) -> Body {
    var body = Body()
    if openBlocks.count > Self.maximumDepth, let block = openBlocks.last {
      report(.blocksTooDeep(limit: Self.maximumDepth, at: block.range))
      skipAllLines()
    }
    while let line {
      if let keyword, endsBody(keyword, of: kind) { break }
      parseLine(line, of: kind, into: &body)
    }
    return body
  }

  /// Takes `end`, and reads the clauses after it; does nothing if the text ends before.
  mutating func closeBlock() -> [Clause] {
    guard var scanner = takeEnd() else { return [] }
    return parseClauses(&scanner)
  }

  /// Takes `end`, after which nothing may follow; does nothing if the text ends before.
  mutating func closePlainBlock() {
    guard var scanner = takeEnd() else { return }
    try? expectEndOfLine(&scanner)
  }

  /// Reads over the block that `word` starts, which this version does not understand, so that its
  /// end does not end another block; the line starts at the offset `start`.
  mutating func skipLaterBlock(
    _ word: Name, from start: Int, _ kind: OpenBlock.Kind
  ) -> Malformed {
    guard context == .workflow || !openBlocks.isEmpty else { return reject(.laterWord(word)) }
    openBlock(kind, at: word.range)
    _ = parseBody(of: kind)
    if kind == .repeat, keyword == "until", let line {
      openBlocks.removeLast()
      _ = take(line)
    } else {
      _ = closeBlock()
    }
    replaceDiagnostics(in: rangeOfLines(from: start), by: .laterWord(word))
    return Malformed()
  }

  // MARK: -

  /// Whether the line that starts with `word` does not belong to a body of this kind any more.
  private func endsBody(_ word: String, of kind: OpenBlock.Kind) -> Bool {
    switch word {
    case "end": true
    case "else": kind == .if
    case "branch": kind == .branch || kind == .parallel
    case "until": kind == .repeat
    case "workflow": context == .session
    default: false
    }
  }

  /// Takes the `end` of the innermost block; nil if the text ends, or a new workflow starts.
  private mutating func takeEnd() -> Scanner? {
    guard let line else { return nil }
    let block = openBlocks.removeLast()
    guard keyword == "end" else {
      report(.unclosedBlock(block))
      return nil
    }
    var scanner = take(line)
    _ = scanner.take(word: "end")
    return scanner
  }

  /// Reads one line of a body.
  private mutating func parseLine(
    _ line: LogicalLine, of kind: OpenBlock.Kind, into body: inout Body
  ) {
    let word = source.firstWord(of: line)
    if kind == .parallel { report(.beforeBranch(at: word)) }
    if body.yield != nil { report(.afterYield(at: word)) }
    if body.catch != nil { report(.afterWorkflowCatch(at: word)) }
    if keyword == "yield" { return parseYield(line, of: kind, into: &body) }
    let statement = parseStatement()
    guard let statement else {
      body.isAfterMistake = true
      return
    }
    if case .clauses(let clauses) = statement.kind {
      return place(clauses, at: line, in: kind, &body)
    }
    body.isAfterMistake = !add(statement, at: word, in: kind, &body)
  }

  /// Adds a statement to a body; false if it does not belong there, which is diagnosed.
  private mutating func add(
    _ statement: Statement, at word: SourceRange, in kind: OpenBlock.Kind, _ body: inout Body
  ) -> Bool {
    switch statement.kind {
    case .step(let step):
      body.steps.append(step)
      return true
    case .header(let header):
      if kind == .workflow {
        body.headers.append(header)
        return true
      }
      report(.headerInBlock(source.text(of: word), at: word))
    case .call(let call): report(.unnamedCall(call, source: source.text(of: statement.range)))
    case .expression: report(.expressionInWorkflow(at: statement.range))
    case .command: report(.commandInWorkflow(source.text(of: word), at: word))
    case .workflow, .clauses, .end: break
    }
    return false
  }

  /// Reads `yield EXPR`.
  private mutating func parseYield(
    _ line: LogicalLine, of kind: OpenBlock.Kind, into body: inout Body
  ) {
    var scanner = take(line)
    let range = scanner.rangeOfWord
    guard kind == .for || kind == .branch else { return report(.misplacedYield(at: range)) }
    _ = scanner.take(word: "yield")
    body.yield = parseHeadExpression(&scanner)
    try? expectEndOfLine(&scanner)
  }

  /// Puts clauses on a line of their own where they belong.
  private mutating func place(
    _ clauses: [Clause], at line: LogicalLine, in kind: OpenBlock.Kind, _ body: inout Body
  ) {
    if body.isAfterMistake { return }
    if kind == .workflow, startsWorkflowCatch(clauses, at: line, after: body.steps.last),
      !body.steps.isEmpty, case .catch(let clause) = clauses[0].kind
    {
      body.catch = clause
    } else if kind == .workflow, body.steps.isEmpty, clauses.count == 1,
      case .timeout(let span) = clauses[0].kind
    {
      body.headers.append(WorkflowHeader(.timeout(span), range: clauses[0].range))
    } else if body.steps.isEmpty {
      report(.clauseWithoutStep(clauses.word, at: source.firstWord(of: line)))
    } else {
      add(clauses, to: &body.steps[body.steps.count - 1])
    }
  }
}
