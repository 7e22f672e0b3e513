import Diagnostics

extension Parser {
  /// Reads what stands on a line: its first word decides.
  mutating func parseKind(_ scanner: inout Scanner) throws(Malformed) -> Statement.Kind {
    if scanner.take(":") || scanner.take("%") {
      scanner.skipSpaces()
      return .command(try parseCommand(&scanner))
    }
    if let topic = takeQuestion(&scanner) { return .command(.help(topic)) }
    let start = scanner.position
    if scanner.take("!") {
      throw reject(.laterWord(Name("!", range: scanner.range(from: start))))
    }
    if scanner.startsValue { return .expression(try parseOnlyExpression(&scanner)) }
    if let name = takeBoundName(&scanner) { return .step(try parseBinding(name, &scanner)) }
    guard let word = scanner.keyword else { throw rejectFirstWord(scanner) }
    if Vocabulary.verb(word) != nil { return .call(try parseOnlyCall(&scanner)) }
    return try parseKind(word, &scanner)
  }

  // MARK: -

  /// Reads a line that starts with the keyword `word`.
  private mutating func parseKind(
    _ word: String, _ scanner: inout Scanner
  ) throws(Malformed) -> Statement.Kind {
    switch word {
    case "workflow": return .workflow(try parseWorkflow(&scanner))
    case "end":
      _ = scanner.take(word: word)
      try expectEndOfLine(&scanner)
      return .end
    case "about", "input": return .header(try parseHeader(word, &scanner))
    case "retry", "catch", "timeout", "heartbeat", "label":
      return .clauses(parseClauses(&scanner))
    case "if", "for", "parallel", "wait", "fail", "return":
      return .step(try parseStep(word, named: nil, &scanner))
    case "else", "branch", "yield":
      throw reject(.strayWord(word, at: scanner.rangeOfWord))
    default:
      if Vocabulary.commands.contains(word) { return .command(try parseCommand(&scanner)) }
      throw rejectFirstWord(scanner)
    }
  }

  /// Reads a line that is an expression and nothing else.
  private mutating func parseOnlyExpression(
    _ scanner: inout Scanner
  ) throws(Malformed) -> Expression {
    if let name = scanner.nameOfAssignment {
      report(.assignment(to: name, at: scanner.rest))
    }
    let expression = try parseExpression(&scanner)
    try expectEndOfLine(&scanner)
    return expression
  }

  /// Reads a line that is a call without a name.
  private mutating func parseOnlyCall(_ scanner: inout Scanner) throws(Malformed) -> Call {
    let call = try parseCall(&scanner)
    if let word = scanner.keyword, Vocabulary.clauseWords.contains(word) {
      let range = scanner.rangeOfWord
      throw reject(.clauseOfUnnamedCall(word, name: call.suggestedName, at: range))
    }
    try expectEndOfLine(&scanner)
    return call
  }

  /// Takes the `X?` that makes up the whole line, with X nil for `?` alone; nil if there is none.
  private func takeQuestion(_ scanner: inout Scanner) -> Name?? {
    guard scanner.bytes[scanner.end - 1] == UInt8(ascii: "?") else { return nil }
    var copy = scanner
    let start = copy.position
    while let byte = copy.next, byte.isWordByte || "$/{}.".utf8.contains(byte) {
      copy.position += 1
    }
    guard copy.position == copy.end - 1 else { return nil }
    let topic =
      copy.position > start ? Name(copy.text(from: start), range: copy.range(from: start)) : nil
    scanner.position = scanner.end
    return .some(topic)
  }

  /// Diagnoses a word that this version does not understand, in a line or a block that starts with
  /// the name `first`.
  mutating func rejectLaterWord(_ word: Name, from first: Name) -> Malformed {
    switch word.text {
    case "while": skipLaterBlock(word, from: first.range.lowerBound - source.base, .while)
    case "repeat": skipLaterBlock(word, from: first.range.lowerBound - source.base, .repeat)
    default: reject(.laterWord(word))
    }
  }

  /// Diagnoses a line whose first word decides nothing.
  private mutating func rejectFirstWord(_ scanner: Scanner) -> Malformed {
    var copy = scanner
    guard let word = copy.takeWord() else {
      copy.position += 1
      return reject(.unexpectedCharacter(at: copy.range(from: scanner.position)))
    }
    if Vocabulary.laterWords.contains(word.text) { return rejectLaterWord(word, from: word) }
    var whole = scanner
    let token = whole.takeToken() ?? word
    return reject(.unknownFirstWord(word, token: token, in: context))
  }
}

extension Scanner {
  /// Whether the next byte is one that only a value starts with.
  var startsValue: Bool {
    guard let next else { return false }
    return next.isDigit || "${[(\"'-".utf8.contains(next)
  }

  /// The range of the word that comes next, or of the next byte.
  var rangeOfWord: SourceRange {
    var copy = self
    return copy.takeWord()?.range ?? source.range(position, min(position + 1, end))
  }

  /// The name in `$NAME := …`, if the line starts so.
  fileprivate var nameOfAssignment: String? {
    var copy = self
    guard copy.take("$"), let name = copy.takeWord() else { return nil }
    copy.skipSpaces()
    return copy.next == UInt8(ascii: ":") && copy.peek(1) == UInt8(ascii: "=") ? name.text : nil
  }
}
