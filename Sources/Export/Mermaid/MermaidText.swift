/// Texts as Mermaid shows them unchanged.
enum MermaidText {
  /// The longest line of a label, in characters.
  private static let maximumLength = 80

  /// A label in quotes, with a line for each text.
  static func label(_ texts: [String?]) -> String {
    let text = texts.compactMap { $0.map { escaped(shortened($0)) } }.joined(separator: "<br/>")
    return "\"\(text.isEmpty ? " " : text)\""
  }

  /// `text` on one line, cut if it is long.
  private static func shortened(_ text: String) -> String {
    let line = text.onOneLine
    return line.count <= maximumLength ? line : line.prefix(maximumLength - 1) + "…"
  }

  /// `text` with numbers for the characters that Mermaid, Markdown or HTML would read.
  private static func escaped(_ text: String) -> String {
    let characters = Array(text)
    let isListItem = listMark(of: text)
    return characters.indices.map { index in
      let previous = index > 0 ? characters[index - 1] : " "
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let character = characters[index]
      return index == isListItem || isSpecial(character, between: previous, and: next)
        ? code(character) : String(character)
    }.joined()
  }

  /// Whether `character` means something between these two.
  private static func isSpecial(
    _ character: Character, between previous: Character, and next: Character
  ) -> Bool {
    switch character {
    case "\"", "#", "<", ">", "&", "`", "*", "\\", ";", "|": true
    case "$", "%", "~": previous == character || next == character
    case "_": !(previous.isLetter || previous.isNumber) || !(next.isLetter || next.isNumber)
    case ":": next != " "
    default: false
    }
  }

  /// Where the mark is that makes `text` an item of a list in Markdown: `1. …`, `- …`.
  private static func listMark(of text: String) -> Int? {
    if text.hasPrefix("- ") || text.hasPrefix("+ ") { return 0 }
    let digits = text.prefix { $0.isNumber }.count
    let mark = text.dropFirst(digits).first
    return digits > 0 && (mark == "." || mark == ")") ? digits : nil
  }

  /// The code of `character`.
  private static func code(_ character: Character) -> String {
    if character == "\"" { return "#quot;" }
    return character.unicodeScalars.map { "#\($0.value);" }.joined()
  }
}
