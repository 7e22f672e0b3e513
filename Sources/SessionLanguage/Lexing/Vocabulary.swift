/// The words of the language.
package enum Vocabulary {
  /// The verbs of calls.
  package static let verbs = [
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "INVOKE",
  ]

  /// The words that start a step or a part of a block, in a workflow.
  package static let stepWords = [
    "if", "else", "for", "parallel", "branch", "wait", "fail", "return", "yield", "end",
  ]

  /// The words that start a line of a workflow's head.
  package static let headerWords = ["about", "input", "timeout"]

  /// The words that start a clause.
  package static let clauseWords = ["retry", "catch", "timeout", "heartbeat", "label"]

  /// The words that start a command of the shell.
  package static let commands = [
    "load", "reload", "unload", "services", "routes", "logs", "help", "vars", "history", "table",
    "rerun", "open", "save", "export", "set", "expect", "run", "show", "why", "graph", "edit",
    "drop",
    "undo", "redo", "mock", "unmock", "quit", "exit",
  ]

  /// Words of the language that this version does not understand.
  static let laterWords: Set<String> = [
    "while", "repeat", "goto", "on", "move", "break", "next", "continue", "back", "watch",
    "trace", "coverage", "cost", "diff", "time", "import", "secret", "rename", "pin",
  ]

  /// Words that stand inside a line and that no name may be.
  private static let innerWords: Set<String> = [
    "workflow", "express", "in", "max", "tolerate", "from", "until", "stale", "run", "while",
    "repeat", "goto", "on", "true", "false", "null", "and", "or", "function",
  ]

  /// The variables that have a meaning of their own.
  static let specialVariables: Set<String> = ["input", "error", "states", "response"]

  /// The words that no NAME may be, besides the functions of JSONata.
  static let reserved: Set<String> = innerWords.union(specialVariables)
    .union(verbs).union(verbs.map { $0.lowercased() })
    .union(stepWords).union(headerWords).union(clauseWords)

  /// All words that a line may start with in a session, or in an open workflow.
  package static func firstWords(in context: ParseContext) -> [String] {
    switch context {
    case .session: verbs + ["workflow"] + commands
    case .workflow:
      verbs + stepWords + headerWords + clauseWords.filter { $0 != "timeout" } + commands
    }
  }

  /// The verb that `word` is, in capitals.
  static func verb(_ word: String) -> String? {
    let capitals = word.uppercased()
    return verbs.contains(capitals) && (word == capitals || word == word.lowercased())
      ? capitals : nil
  }
}
