/// Finds what the word before the cursor is.
struct CompletionSearch {
  /// What is found: a kind, and the offset where the completed word starts.
  typealias Finding = (kind: CompletionContext.Kind, start: Int)

  /// The words of the line.
  private let line: TypedLine

  /// Looks at `line`.
  init(_ line: TypedLine) { self.line = line }

  /// Finds it.
  func find() -> Finding {
    if let start = variableStart { return (.variable, start) }
    if let field = FieldSearch(line, from: lastStart).find(), isInExpression(field.start) {
      return (.field(of: field.text), field.start)
    }
    return find(at: 0, isBound: false)
  }

  // MARK: -

  /// The index of the last word, which is completed.
  private var last: Int { line.words.count - 1 }

  /// The last word.
  private var lastText: String { line.text(last) }

  /// The start of the last word.
  private var lastStart: Int { line.words[last].lowerBound }

  /// Nothing to complete.
  private var nothing: Finding { (.nothing, line.end) }

  /// Finds what is completed in a line whose deciding word has the index `first`.
  private func find(at first: Int, isBound: Bool) -> Finding {
    let word = first == 0 ? String(line.text(0).drop { ":%".contains($0) }) : line.text(first)
    if first == last { return findFirst(word, isBound: isBound) }
    if !isBound, line.text(first + 1) == "=" { return find(at: first + 2, isBound: true) }
    if let verb = Vocabulary.verb(word) { return findInCall(verb, at: first + 1) }
    if isBound { return nothing }
    return Vocabulary.commands.contains(word) ? findArgument(of: word, at: first + 1) : nothing
  }

  /// The finding where the first word is still being typed.
  private func findFirst(_ word: String, isBound: Bool) -> Finding {
    guard !isBound, let equals = word.firstIndex(of: "=") else {
      let isWord = word.utf8.allSatisfy(\.isWordByte)
      let start = line.end - word.utf8.count
      return isWord ? (isBound ? .boundWord : .firstWord, start) : nothing
    }
    let value = word[word.index(after: equals)...]
    let isWord = value.utf8.allSatisfy(\.isWordByte)
    return isWord ? (.boundWord, line.end - value.utf8.count) : nothing
  }

  /// The finding in a call whose target has the index `target`.
  private func findInCall(_ verb: String, at target: Int) -> Finding {
    let text = line.text(target)
    let slash = text.firstIndex(of: "/")
    let service = String(text[..<(slash ?? text.endIndex)])
    let path = slash.map { String(text[$0...]) } ?? ""
    if target == last {
      guard slash != nil else { return (.service(verb: verb), lastStart) }
      return (.path(verb: verb, service: service), lastStart + service.utf8.count)
    }
    let before = (target + 1)..<last
    if line.text(last - 1) == ">" { return (.file(command: nil), lastStart) }
    let ends = before.contains { line.text($0) == "|" || isClause(line.text($0)) }
    if ends { return nothing }
    let given = before.compactMap { ItemStart(line.text($0)).name }
    let call = CompletionContext.CallContext(
      verb: verb, service: service, path: path, given: given)
    return findInItem(.itemName(call))
  }

  /// The finding in an item whose name would be completed as `name`.
  private func findInItem(_ name: CompletionContext.Kind) -> Finding {
    let item = ItemStart(lastText)
    if item.isFile {
      let value = lastText.utf8.count - item.value.utf8.count
      return (.file(command: nil), lastStart + value)
    }
    let isName = item.separator.isEmpty && lastText.utf8.allSatisfy { !"{[(\"'|".utf8.contains($0) }
    return isName ? (name, lastStart) : nothing
  }

  /// The finding among the arguments of a command, the first of which has the index `first`.
  private func findArgument(of command: String, at first: Int) -> Finding {
    let before = (first..<last).map { line.text($0) }
    switch command {
    case "load", "open", "save", "export":
      if before.last == "as" { return nothing }
      let isQuoted = lastText.hasPrefix("\"") || lastText.hasPrefix("'")
      return (.file(command: command), lastStart + (isQuoted ? 1 : 0))
    case "show", "why", "drop":
      return before.isEmpty ? (.step(command: command), lastStart) : nothing
    case "mock", "unmock":
      guard let word = before.first else { return (.step(command: command), lastStart) }
      guard let verb = Vocabulary.verb(word), before.count == 1 else { return nothing }
      return findInCall(verb, at: first + 1)
    case "run":
      if before.last == "from" || before.last == "until" {
        return (.step(command: command), lastStart)
      }
      return findInItem(.argument(command: command, given: before.map(ItemStart.nameOrWord)))
    case "table", "expect", "services", "vars", "history", "undo", "redo", "quit",
      "exit":
      return nothing
    default: return (.argument(command: command, given: before), lastStart)
    }
  }

  /// Whether `word` starts a clause.
  private func isClause(_ word: String) -> Bool { Vocabulary.clauseWords.contains(word) }

  /// The offset of the `$` before the cursor, if a variable is being typed in an expression.
  private var variableStart: Int? {
    let bytes = line.source.bytes
    var start = line.end
    while start > 0, bytes[start - 1].isNameByte { start -= 1 }
    guard start > 0, bytes[start - 1] == UInt8(ascii: "$") else { return nil }
    return isInExpression(start - 1) ? start - 1 : nil
  }

  /// Whether an expression stands at `offset` of the last word, not the text of an item.
  private func isInExpression(_ offset: Int) -> Bool {
    guard offset >= lastStart else { return false }
    let isItem = last > 0 && ItemStart(lastText).isText
    guard isItem || lastText.hasPrefix("\"") || lastText.hasPrefix("'") else { return true }
    let before = line.source.bytes[lastStart..<offset]
    guard let opening = before.lastIndex(of: UInt8(ascii: "{")) else { return false }
    return !before[opening...].contains(UInt8(ascii: "}"))
  }
}

/// The beginning of a word as that of an item.
struct ItemStart {
  /// What stands before the separator; nil if the word is no item with a name.
  let name: String?

  /// The separator, empty if there is none yet.
  let separator: String

  /// What follows it.
  let value: Substring

  /// Takes `word` apart.
  init(_ word: String) {
    let text = word.prefix { !":=@{[(\"'".contains($0) }
    let rest = word[text.endIndex...]
    separator = [":=@", ":=", "==", "=", ":", "@"].first { rest.hasPrefix($0) } ?? ""
    value = rest.dropFirst(separator.count)
    name = separator.isEmpty || text.isEmpty ? nil : String(text)
  }

  /// Whether the value is the name of a file.
  var isFile: Bool { separator.hasSuffix("@") }

  /// Whether the value is a text.
  var isText: Bool { ["=", "==", ":"].contains(separator) }

  /// The name of the item that `word` is, else the word.
  static func nameOrWord(_ word: String) -> String { ItemStart(word).name ?? word }
}
