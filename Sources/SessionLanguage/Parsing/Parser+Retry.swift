import Diagnostics

extension Parser {
  /// Reads what follows `retry`, which stands at `start`.
  mutating func parseRetry(
    from start: Int, _ scanner: inout Scanner
  ) throws(Malformed) -> Clause {
    let attempts = try parseInteger(&scanner, atLeast: 0, of: "retry")
    _ = scanner.take(word: "times") || scanner.take(word: "time")
    var clause = RetryClause(attempts: attempts)
    var seen: Set<String> = []
    while !scanner.isAtEnd, !scanner.seesClause {
      let word = scanner.word ?? ""
      guard Self.retryWords.contains(word) else {
        let range = scanner.rangeOfToken
        throw reject(.unexpectedInRetry(source.text(of: range), at: range))
      }
      if !seen.insert(word).inserted {
        throw reject(.repeatedClause(word, at: scanner.rangeOfWord))
      }
      _ = scanner.take(word: word)
      try parseOption(word, of: &clause, &scanner)
    }
    return Clause(.retry(clause), range: clauseRange(start, scanner))
  }

  // MARK: -

  /// The words that start an option of `retry`.
  private static let retryWords = ["on", "every", "backoff", "up", "jitter"]

  /// Reads the option that `word` starts.
  private mutating func parseOption(
    _ word: String, of clause: inout RetryClause, _ scanner: inout Scanner
  ) throws(Malformed) {
    switch word {
    case "on":
      let ends = Self.retryWords + Vocabulary.clauseWords
      clause.errors = parseErrors(&scanner) { ends.contains($0) }
      if clause.errors.isEmpty { throw reject(.expectedError(at: scanner.rangeOfToken)) }
    case "every":
      let span = try parseTimeSpan(&scanner)
      if span.seconds == 0 { report(.zeroTimeSpan(word, at: span.range)) }
      clause.interval = span
    case "backoff": clause.backoffRate = try parseRate(&scanner)
    case "up":
      guard scanner.take(word: "to") else {
        throw reject(.expectedWord("to", after: "up", at: scanner.rangeOfToken))
      }
      clause.maximumDelay = try parseTimeSpan(&scanner)
    default: clause.hasJitter = true
    }
  }

  /// Reads the factor of `backoff`, at least 1.
  private mutating func parseRate(_ scanner: inout Scanner) throws(Malformed) -> Double {
    let token = scanner.takeToken()
    guard let token, let rate = Double(token.text), rate >= 1, rate.isFinite else {
      throw reject(.badBackoff(at: token?.range ?? scanner.rest))
    }
    return rate
  }
}
