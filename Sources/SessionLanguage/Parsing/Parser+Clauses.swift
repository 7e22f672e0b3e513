import Diagnostics

extension Parser {
  /// Reads the clauses that make up the rest of the line, with the block of a `catch`.
  ///
  /// After a mistake reading goes on at the next clause.
  mutating func parseClauses(_ scanner: inout Scanner, allowsCatch: Bool = true) -> [Clause] {
    var clauses: [Clause] = []
    scanner.skipSpaces()
    while !scanner.isAtEnd {
      guard scanner.seesClause, let word = scanner.word else {
        let range = scanner.rangeOfToken
        report(.unexpected(source.text(of: range), at: range))
        skipToClause(&scanner)
        continue
      }
      if word == "catch", !allowsCatch {
        report(.catchBeforeBlock(at: scanner.rangeOfWord))
        break
      }
      if let clause = try? parseClause(word, &scanner) {
        clauses.append(clause)
      } else {
        skipToClause(&scanner)
      }
    }
    return clauses
  }

  /// Adds clauses to a step, and diagnoses those that it cannot have, or has.
  mutating func add(_ clauses: [Clause], to step: inout Step) {
    for clause in clauses {
      let word = clause.word
      if step.isFinal, word != "label" {
        report(.clauseOfFinalStep(word, at: headRange(of: clause)))
      } else if !clause.isRepeatable, step.clauses.contains(where: { $0.word == word }) {
        report(.repeatedClause(word, at: headRange(of: clause)))
      } else {
        step.clauses.append(clause)
      }
      step.range = step.range.union(clause.range)
    }
  }

  /// Whether clauses on a line of their own are the catch of the whole workflow: a `catch` after
  /// an empty line, or after a step that cannot have one.
  func startsWorkflowCatch(
    _ clauses: [Clause], at line: LogicalLine, after step: Step?
  ) -> Bool {
    guard clauses.count == 1, case .catch = clauses[0].kind else { return false }
    return line.followsEmptyLine || step?.isFinal ?? true
  }

  // MARK: -

  /// Reads the clause that `word` starts.
  private mutating func parseClause(
    _ word: String, _ scanner: inout Scanner
  ) throws(Malformed) -> Clause {
    let start = scanner.position
    _ = scanner.take(word: word)
    switch word {
    case "catch":
      let clause = parseCatch(from: start, &scanner)
      return Clause(.catch(clause), range: clause.range)
    case "retry": return try parseRetry(from: start, &scanner)
    case "label":
      guard !scanner.isAtEnd else { throw reject(.labelWithoutText(at: scanner.rest)) }
      let text = try parsePlainText(&scanner)
      return Clause(.label(text.text), range: clauseRange(start, scanner))
    default:
      let span = try parseTimeSpan(&scanner)
      let kind: Clause.Kind = word == "timeout" ? .timeout(span) : .heartbeat(span)
      if span.seconds == 0 { report(.zeroTimeSpan(word, at: span.range)) }
      return Clause(kind, range: clauseRange(start, scanner))
    }
  }

  /// Reads the errors and the block of a `catch`.
  private mutating func parseCatch(from start: Int, _ scanner: inout Scanner) -> CatchClause {
    let word = source.range(start, start + "catch".utf8.count)
    let errors = parseErrors(&scanner) { _ in false }
    openBlock(.catch, at: word)
    let body = parseBody(of: .catch)
    closePlainBlock()
    return CatchClause(errors: errors, body: body.steps, range: rangeOfLines(from: start))
  }

  /// Reads names of errors, with or without commas, until `isEnd` says so or the line ends.
  mutating func parseErrors(_ scanner: inout Scanner, until isEnd: (String) -> Bool) -> [Name] {
    var errors: [Name] = []
    scanner.skipSpaces()
    while !scanner.isAtEnd {
      if let word = scanner.word, isEnd(word) { break }
      if scanner.take(",") {
        scanner.skipSpaces()
        continue
      }
      guard let name = scanner.take(while: { !$0.isSpace && $0 != UInt8(ascii: ",") }) else {
        break
      }
      scanner.skipSpaces()
      if name.isErrorName { errors.append(name) } else { report(.badErrorName(name)) }
    }
    return errors
  }

  /// Skips to the next word that starts a clause.
  private func skipToClause(_ scanner: inout Scanner) {
    if !scanner.isAtEnd { scanner.position = max(scanner.endOfValue(), scanner.position + 1) }
    scanner.skipSpaces()
    while !scanner.isAtEnd, !scanner.seesClause {
      scanner.position = max(scanner.endOfValue(), scanner.position + 1)
      scanner.skipSpaces()
    }
  }

  /// The range from `start` to what was last taken, without the spaces after it.
  func clauseRange(_ start: Int, _ scanner: Scanner) -> SourceRange {
    var end = scanner.position
    while end > start, source.bytes[end - 1].isSpace { end -= 1 }
    return source.range(start, end)
  }

  /// The range of a clause's word.
  private func headRange(of clause: Clause) -> SourceRange {
    let start = clause.range.lowerBound
    return SourceRange(start, start + clause.word.utf8.count)
  }
}

extension Name {
  /// Whether this can be the name of an error, such as `Payments.Declined` or `Http.503`.
  var isErrorName: Bool {
    text.utf8.first?.isLetter == true
      && text.utf8.allSatisfy { $0.isWordByte || $0 == UInt8(ascii: ".") }
  }
}

extension Step {
  /// Whether nothing can go wrong in it that is not meant: `fail` and `return`.
  var isFinal: Bool {
    switch kind {
    case .fail, .return: true
    default: false
    }
  }
}

extension Clause {
  /// The word that starts it.
  package var word: String {
    switch kind {
    case .retry: "retry"
    case .catch: "catch"
    case .timeout: "timeout"
    case .heartbeat: "heartbeat"
    case .label: "label"
    }
  }

  /// Whether a step may have several of its kind.
  fileprivate var isRepeatable: Bool {
    switch kind {
    case .retry, .catch: true
    case .timeout, .heartbeat, .label: false
    }
  }
}

extension [Clause] {
  /// The word that starts the first.
  var word: String { first?.word ?? "retry" }
}
