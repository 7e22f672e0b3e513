/// The name of a method as a route: a verb, and the words of a path.
struct EntryName {
  /// The verbs with which a name may start.
  static let verbs = ["get", "post", "put", "patch", "delete", "head", "options"]

  /// The verb.
  let verb: String

  /// The words behind it, in lower case.
  let words: [String]

  /// Reads `name`; nil if it does not start with a verb.
  init?(_ name: String) {
    let name = name.filter { $0 != "`" }
    let found = Self.verbs.first { verb in
      guard name.hasPrefix(verb) else { return false }
      let next = name.dropFirst(verb.count).first
      return next.map { $0.isUppercase || $0 == "_" || $0.isNumber } ?? true
    }
    guard let found else { return nil }
    verb = found
    words = Self.words(of: name.dropFirst(found.count))
  }

  /// Whether the parameters of a call are in its body, not in its query.
  var hasBody: Bool { ["post", "put", "patch"].contains(verb) }

  /// Names that start with a verb, for a method called `name`, which does not.
  static func suggestions(for name: String) -> [String] {
    let name = name.filter { $0 != "`" }
    let first = name.prefix { !$0.isUppercase && $0 != "_" }
    if let verb = synonyms.first(where: { $0.value.contains(String(first)) })?.key {
      return [verb + name.dropFirst(first.count)]
    }
    if let verb = verbs.first(where: { name.lowercased().hasPrefix($0) && name.first != $0.first })
    {
      return [verb + name.dropFirst(verb.count)]
    }
    let text = name.prefix(1).uppercased() + name.dropFirst()
    return ["get", "post"].map { $0 + text }
  }

  /// Words with which methods are called that do what a verb says.
  private static let synonyms: [String: [String]] = [
    "get": ["fetch", "find", "list", "load", "lookup", "read", "search", "show"],
    "post": ["add", "create", "insert", "make", "new", "send", "submit"],
    "put": ["replace", "save", "set", "store", "write"],
    "patch": ["change", "edit", "modify", "update"],
    "delete": ["clear", "destroy", "drop", "erase", "remove"],
  ]

  /// The words of a name in camel or snake case: `URLList` is `url`, `list`.
  private static func words(of name: Substring) -> [String] {
    var words: [String] = []
    let characters = Array(name)
    for (index, character) in characters.enumerated() where character != "_" {
      if index == 0 || startsWord(characters, at: index) { words.append("") }
      if words.isEmpty { words.append("") }
      words[words.count - 1] += character.lowercased()
    }
    return words
  }

  /// Whether a word starts at `index`.
  private static func startsWord(_ characters: [Character], at index: Int) -> Bool {
    let before = characters[index - 1]
    if before == "_" { return true }
    guard characters[index].isUppercase else { return false }
    let after = index + 1 < characters.count ? characters[index + 1] : nil
    return !before.isUppercase || after?.isLowercase == true
  }
}
