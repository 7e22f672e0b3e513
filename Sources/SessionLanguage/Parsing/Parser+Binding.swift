import Diagnostics

extension Parser {
  /// Takes `NAME =`, whatever the name; nil if the line does not start so.
  func takeBoundName(_ scanner: inout Scanner) -> Name? {
    var copy = scanner
    guard let name = copy.take(while: { $0.isWordByte || $0 == UInt8(ascii: ".") }) else {
      return nil
    }
    copy.skipSpaces()
    guard copy.seesBinding, copy.take("=") else { return nil }
    copy.skipSpaces()
    scanner = copy
    return name
  }

  /// Reads what follows `NAME =`.
  mutating func parseBinding(
    _ name: Name, _ scanner: inout Scanner
  ) throws(Malformed) -> Step {
    checkName(name)
    guard !scanner.isAtEnd else { throw reject(.nothingBound(to: name)) }
    guard let word = scanner.keyword else { return try parseValue(name, &scanner) }
    if Vocabulary.verb(word) != nil {
      return try parseStep("call", named: name, &scanner)
    }
    switch word {
    case "for", "parallel": return try parseStep(word, named: name, &scanner)
    case "run", "while", "repeat":
      throw rejectLaterWord(Name(word, range: scanner.rangeOfWord), from: name)
    case "if":
      let range = scanner.rangeOfWord
      _ = try parseStep(word, named: name, &scanner)
      throw reject(.hasNoResult(word, at: range))
    case "wait", "fail", "return", "workflow", "catch":
      throw reject(.hasNoResult(word, at: scanner.rangeOfWord))
    default: return try parseValue(name, &scanner)
    }
  }

  /// Diagnoses a NAME that is none.
  mutating func checkName(_ name: Name, isVariable: Bool = true) {
    let bytes = name.text.utf8
    if bytes.first?.isLetter != true || !bytes.allSatisfy(\.isNameByte) || bytes.count > 80 {
      report(.badName(name))
    } else if Vocabulary.reserved.contains(name.text) || Vocabulary.verb(name.text) != nil {
      report(.reservedName(name, as: "a word of the language"))
    } else if isVariable, ExpressionSyntax.functions.contains(name.text) {
      report(.reservedName(name, as: "a function of JSONata"))
    }
  }

  // MARK: -

  /// Reads a value step.
  private mutating func parseValue(
    _ name: Name, _ scanner: inout Scanner
  ) throws(Malformed) -> Step {
    if let word = scanner.bareWord, !ExpressionSyntax.isValueWord(word.text) {
      throw reject(.boundBareWord(word, to: name))
    }
    return try parseStep("value", named: name, &scanner)
  }
}

extension Scanner {
  /// The bare word that comes next, if it is not the name of a function that is called.
  var bareWord: Name? {
    var copy = self
    return copy.takeWord()
  }
}
