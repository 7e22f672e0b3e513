import Diagnostics

extension Parser {
  /// Reads what follows `mock`; nil if nothing does.
  mutating func parseMock(
    _ word: Name, _ scanner: inout Scanner
  ) throws(Malformed) -> MockCommand? {
    guard let target = try parseMockTarget(&scanner) else { return nil }
    let range = scanner.rangeOfToken
    if scanner.take("="), scanner.take(">") {
      scanner.skipSpaces()
      return MockCommand(target: target, answer: .value(try parseExpression(&scanner)))
    }
    guard scanner.take(word: "fail") else { throw reject(.mockWithoutAnswer(at: range)) }
    return MockCommand(target: target, answer: try parseMockFailure(range, &scanner))
  }

  /// Reads what a mock stands in for: a step, or a verb and a route; nil if nothing is left.
  mutating func parseMockTarget(_ scanner: inout Scanner) throws(Malformed) -> MockTarget? {
    guard let word = scanner.word else {
      if scanner.isAtEnd { return nil }
      throw reject(.badMockTarget(at: scanner.rangeOfToken))
    }
    guard Vocabulary.verb(word) != nil else {
      let name = scanner.takeWord()
      scanner.skipSpaces()
      return name.map { .step($0) }
    }
    let verb = takeVerb(&scanner)
    guard !scanner.isAtEnd else { throw reject(.callWithoutTarget(verb)) }
    let service = try parseService(&scanner)
    let path = scanner.takeToken()?.text ?? ""
    let range = clauseRange(verb.range.lowerBound - source.base, scanner)
    return .route(verb: verb, service: service, path: path.isEmpty ? "/" : path, range: range)
  }

  // MARK: -

  /// Reads `ERROR [TEXT] [x N]` after `fail`.
  private mutating func parseMockFailure(
    _ range: SourceRange, _ scanner: inout Scanner
  ) throws(Malformed) -> MockCommand.Answer {
    let (times, end) = timesAtEnd(scanner)
    var inner = Scanner(source, from: scanner.position, to: end)
    let (error, cause) = try parseFailure(range, &inner)
    try expectEndOfLine(&inner)
    scanner.position = scanner.end
    return .fail(error: error, cause: cause, times: times)
  }

  /// The number in `x N` at the end of the line, and where the line ends without it.
  private func timesAtEnd(_ scanner: Scanner) -> (times: Int?, end: Int) {
    let bytes = source.bytes
    var offset = scanner.end
    while offset > scanner.position, bytes[offset - 1].isDigit { offset -= 1 }
    let times = Int(source.text(offset, scanner.end))
    while offset > scanner.position, bytes[offset - 1].isSpace { offset -= 1 }
    guard let times, times > 0, offset - 2 >= scanner.position,
      bytes[offset - 1] == UInt8(ascii: "x"), bytes[offset - 2].isSpace
    else { return (nil, scanner.end) }
    return (times, offset - 2)
  }
}
