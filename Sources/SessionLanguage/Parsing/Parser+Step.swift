import Diagnostics

extension Parser {
  /// Reads the step that `word` starts, with its clauses and its block.
  mutating func parseStep(
    _ word: String, named name: Name?, _ scanner: inout Scanner
  ) throws(Malformed) -> Step {
    let start = name?.range ?? scanner.rangeOfWord
    let offset = start.lowerBound - source.base
    switch word {
    case "if", "for", "parallel":
      return try parseBlock(word, named: name, from: offset, &scanner)
    case "call":
      let call = try parseCall(&scanner)
      return finishStep(Step(name: name, kind: .call(call), range: start), &scanner)
    case "value":
      let value = try parseExpression(&scanner)
      return finishStep(Step(name: name, kind: .value(value), range: start), &scanner)
    default:
      _ = scanner.take(word: word)
      let kind = try parseSimple(word, start, &scanner)
      return finishStep(Step(kind: kind, range: start), &scanner)
    }
  }

  // MARK: -

  /// Reads `wait`, `fail` or `return` after the word.
  private mutating func parseSimple(
    _ word: String, _ range: SourceRange, _ scanner: inout Scanner
  ) throws(Malformed) -> Step.Kind {
    switch word {
    case "wait": return .wait(try parseWait(range, &scanner))
    case "fail":
      let (error, cause) = try parseFailure(range, &scanner)
      return .fail(error: error, cause: cause)
    default:
      if scanner.isAtEnd || scanner.seesClause { return .return(nil) }
      return .return(try parseExpression(&scanner))
    }
  }

  /// Reads what follows `wait`.
  private mutating func parseWait(
    _ range: SourceRange, _ scanner: inout Scanner
  ) throws(Malformed) -> Wait {
    if scanner.take(word: "until") { return .until(try parseExpression(&scanner)) }
    guard let next = scanner.next, next.isDigit else {
      throw reject(.expectedWait(at: scanner.isAtEnd ? range : scanner.rangeOfToken))
    }
    return .duration(try parseTimeSpan(&scanner))
  }

  /// Reads `ERROR [TEXT]` after `fail`; a text without quotes takes the rest of the line.
  mutating func parseFailure(
    _ range: SourceRange, _ scanner: inout Scanner
  ) throws(Malformed) -> (InterpolatedText, InterpolatedText?) {
    guard !scanner.isAtEnd else { throw reject(.failWithoutError(at: range)) }
    let error = try parseText(&scanner)
    scanner.skipSpaces()
    guard !scanner.isAtEnd, !scanner.seesClause else { return (error, nil) }
    let cause = try parseText(&scanner, until: { _ in false })
    scanner.skipSpaces()
    return (error, cause)
  }

  /// Reads the clauses on the step's own line, and extends the step over them.
  private mutating func finishStep(_ step: Step, _ scanner: inout Scanner) -> Step {
    var step = step
    add(parseClauses(&scanner), to: &step)
    step.range = rangeOfLines(from: step.range.lowerBound - source.base)
    return step
  }
}
