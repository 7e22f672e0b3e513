import Diagnostics

extension Parser {
  /// Reads what follows `run`.
  mutating func parseRun(_ scanner: inout Scanner) throws(Malformed) -> RunCommand {
    var command = RunCommand(names: [], items: [], from: nil, until: nil)
    while !scanner.isAtEnd {
      if scanner.take(word: "from") {
        command.from = try parseStepName(after: "from", &scanner)
      } else if scanner.take(word: "until") {
        command.until = try parseStepName(after: "until", &scanner)
      } else if let name = takeLoneWord(&scanner) {
        if command.names.count == 2 { throw reject(.unexpected(name.text, at: name.range)) }
        command.names.append(name)
      } else if let item = try? parseItem(&scanner) {
        command.items.append(item)
      }
    }
    checkInputItems(command.items)
    return command
  }

  // MARK: -

  /// Takes a word that is followed by a space or nothing.
  private func takeLoneWord(_ scanner: inout Scanner) -> Name? {
    var copy = scanner
    guard let word = copy.takeWord(), copy.next?.isSpace ?? true else { return nil }
    copy.skipSpaces()
    scanner = copy
    return word
  }

  /// Reads the name of a step after `word`.
  private mutating func parseStepName(
    after word: String, _ scanner: inout Scanner
  ) throws(Malformed) -> Name {
    guard let name = scanner.takeToken() else {
      throw reject(.expectedStepName(after: word, at: scanner.rest))
    }
    return name
  }
}
