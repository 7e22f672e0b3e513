import Diagnostics

extension Parser {
  /// Reads `workflow NAME [express] … end`.
  mutating func parseWorkflow(_ scanner: inout Scanner) throws(Malformed) -> WorkflowDeclaration {
    let start = scanner.position
    let word = scanner.rangeOfWord
    if context == .workflow || !openBlocks.isEmpty { throw reject(.nestedWorkflow(at: word)) }
    _ = scanner.take(word: "workflow")
    let name = parseWorkflowName(word, &scanner)
    let isExpress = scanner.take(word: "express")
    try? expectEndOfLine(&scanner)
    openBlock(.workflow, title: name.text, at: word.union(name.range))
    let body = parseBody(of: .workflow)
    closePlainBlock()
    return WorkflowDeclaration(
      name: name, isExpress: isExpress, headers: body.headers, body: body.steps,
      catch: body.catch, range: rangeOfLines(from: start))
  }

  /// Reads a line of a workflow's head, which `word` starts.
  mutating func parseHeader(
    _ word: String, _ scanner: inout Scanner
  ) throws(Malformed) -> WorkflowHeader {
    let range = source.range(scanner.position, scanner.end)
    _ = scanner.take(word: word)
    if word == "input" {
      return WorkflowHeader(.input(try parseInput(range, &scanner)), range: range)
    }
    return WorkflowHeader(.about(try parseAbout(range, &scanner)), range: range)
  }

  /// Diagnoses items that are no members of an input.
  mutating func checkInputItems(_ items: [Item]) {
    for item in items {
      switch item.kind {
      case .text, .value, .valueFile, .body, .bodyFile: break
      case .query, .header, .upload: report(.itemInInput(at: item.range))
      }
    }
  }

  // MARK: -

  /// Reads the name of a workflow.
  private mutating func parseWorkflowName(
    _ word: SourceRange, _ scanner: inout Scanner
  ) -> Name {
    guard let name = scanner.take(while: { !$0.isSpace }) else {
      report(.workflowWithoutName(at: word))
      return Name("", range: word)
    }
    checkName(name, isVariable: false)
    scanner.skipSpaces()
    return name
  }

  /// Reads the text of `about`: quoted, or the rest of the line.
  private mutating func parseAbout(
    _ range: SourceRange, _ scanner: inout Scanner
  ) throws(Malformed) -> String {
    guard let next = scanner.next else { throw reject(.aboutWithoutText(at: range)) }
    if next.isQuote {
      let text = try parsePlainText(&scanner)
      try expectEndOfLine(&scanner)
      return text.text
    }
    let start = scanner.position
    scanner.position = scanner.end
    return scanner.text(from: start)
  }

  /// Reads `[CASE:] ITEMS or EXPR` after `input`.
  private mutating func parseInput(
    _ range: SourceRange, _ scanner: inout Scanner
  ) throws(Malformed) -> SampleInput {
    let caseName = takeCase(&scanner)
    if scanner.startsValue {
      let expression = try parseExpression(&scanner)
      try expectEndOfLine(&scanner)
      return SampleInput(caseName: caseName, content: .expression(expression), range: range)
    }
    let items = parseItems(&scanner)
    checkInputItems(items)
    try expectEndOfLine(&scanner)
    return SampleInput(caseName: caseName, content: .items(items), range: range)
  }

  /// Takes `CASE:`.
  private func takeCase(_ scanner: inout Scanner) -> Name? {
    var copy = scanner
    guard let name = copy.takeWord(), copy.take(":"), copy.next?.isSpace ?? true else {
      return nil
    }
    copy.skipSpaces()
    scanner = copy
    return name
  }
}
