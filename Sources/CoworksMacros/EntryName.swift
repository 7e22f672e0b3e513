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
