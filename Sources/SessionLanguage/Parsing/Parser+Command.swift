import Diagnostics

extension Parser {
  /// Reads a command of the shell.
  mutating func parseCommand(_ scanner: inout Scanner) throws(Malformed) -> Command {
    guard let word = scanner.takeWord() else {
      throw reject(.expectedCommand(at: scanner.rangeOfToken))
    }
    if Vocabulary.laterWords.contains(word.text) { throw reject(.laterWord(word)) }
    guard Vocabulary.commands.contains(word.text) else { throw reject(.unknownCommand(word)) }
    scanner.skipSpaces()
    let command = try parseArguments(of: word, &scanner)
    try expectEndOfLine(&scanner)
    return command
  }

  /// Reads a word or a quoted text, if something is left.
  mutating func parseWord(_ scanner: inout Scanner) throws(Malformed) -> Name? {
    scanner.isAtEnd ? nil : try parsePlainText(&scanner)
  }

  /// Reads a word or a quoted text.
  mutating func parseWord(
    _ what: String, of command: Name, _ scanner: inout Scanner
  ) throws(Malformed) -> Name {
    guard let word = try parseWord(&scanner) else {
      throw reject(.missingArgument(what, of: command))
    }
    return word
  }

  // MARK: -

  /// Reads what follows the name of a command.
  private mutating func parseArguments(
    of word: Name, _ scanner: inout Scanner
  ) throws(Malformed) -> Command {
    switch word.text {
    case "load": try parseLoad(word, &scanner)
    case "run": .run(try parseRun(&scanner))
    case "mock": .mock(try parseMock(word, &scanner))
    case "unmock": .unmock(try parseMockTarget(&scanner))
    case "table": .table(try parseExpression(&scanner))
    case "expect": .expect(try parseExpression(&scanner))
    case "set": .set(key: try parseWord(&scanner), value: try parseWord(&scanner))
    case "why": .why(try parseWhyTarget(&scanner))
    case "services", "vars", "history", "undo", "redo", "quit", "exit": Self.bareCommand(word.text)
    case "unload", "logs", "open", "drop":
      try parseRequired(word, &scanner)
    default: Self.command(word.text, about: try parseWord(&scanner))
    }
  }

  /// The command `word` that takes no arguments.
  private static func bareCommand(_ word: String) -> Command {
    switch word {
    case "services": .services
    case "vars": .variables
    case "history": .history
    case "undo": .undo
    case "redo": .redo
    default: .quit
    }
  }

  /// The command `word` that takes an argument or none.
  private static func command(_ word: String, about argument: Name?) -> Command {
    switch word {
    case "reload": .reload(argument)
    case "routes": .routes(argument)
    case "save": .save(argument)
    case "export": .export(argument)
    case "show": .show(argument)
    case "graph": .graph(argument)
    case "edit": .edit(argument)
    case "rerun": .rerun(argument)
    default: .help(argument)
    }
  }

  /// Reads the argument of a command that needs one.
  private mutating func parseRequired(
    _ word: Name, _ scanner: inout Scanner
  ) throws(Malformed) -> Command {
    switch word.text {
    case "unload": .unload(try parseWord("the name of a service", of: word, &scanner))
    case "logs":
      .logs(
        try parseWord("the name of a service", of: word, &scanner),
        follows: scanner.take(option: "-f"))
    case "open": .open(try parseWord("a file", of: word, &scanner))
    default: .drop(try parseWord("the name of a step", of: word, &scanner))
    }
  }

  /// Reads the name of a step, or an expression, if something is left.
  private mutating func parseWhyTarget(_ scanner: inout Scanner) throws(Malformed) -> WhyTarget? {
    if scanner.isAtEnd { return nil }
    if scanner.startsValue { return .expression(try parseExpression(&scanner)) }
    return try parseWord(&scanner).map { .step($0) }
  }

  /// Reads `WHAT… [as NAME]`.
  private mutating func parseLoad(
    _ word: Name, _ scanner: inout Scanner
  ) throws(Malformed) -> Command {
    var sources: [Name] = []
    var alias: Name?
    while !scanner.isAtEnd, alias == nil {
      if !sources.isEmpty, scanner.take(word: "as") {
        alias = try parseWord("a name after as", of: word, &scanner)
      } else if let source = try parseWord(&scanner) {
        sources.append(source)
      }
    }
    guard let first = sources.first else { throw reject(.missingArgument("a service", of: word)) }
    if let alias {
      if sources.count > 1 { report(.aliasOfSeveral(alias, first: first)) }
      if !alias.text.utf8.allSatisfy(\.isWordByte) { report(.badServiceName(alias)) }
    }
    return .load(sources: sources, alias: alias)
  }
}

extension Scanner {
  /// Takes `option` and the spaces after it, if it comes next and stands alone.
  fileprivate mutating func take(option: String) -> Bool {
    var copy = self
    guard copy.takeToken()?.text == option else { return false }
    self = copy
    return true
  }
}
