/// A template of `States.Format`, taken apart at its `{}`.
package struct FormatTemplate: Sendable {
  /// The texts around the places.
  let parts: [String]

  /// Whether every brace belongs to a `{}` or is escaped.
  let isWellFormed: Bool

  /// Takes a text apart in which a backslash escapes braces, quotes and itself.
  package init(escaped text: String) {
    var parts = [""]
    var isWellFormed = true
    var rest = text.unicodeScalars[...]
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        parts[parts.count - 1].unicodeScalars.append(rest.popFirst() ?? "\\")
      case "{" where rest.first == "}":
        rest.removeFirst()
        parts.append("")
      case "{", "}": isWellFormed = false
      default: parts[parts.count - 1].unicodeScalars.append(character)
      }
    }
    self.parts = parts
    self.isWellFormed = isWellFormed
  }

  /// The template with `texts` in its places; nil if there are not as many.
  func filled(with texts: [String]) -> String? {
    guard isWellFormed, texts.count == parts.count - 1 else { return nil }
    var result = parts[0]
    for (text, part) in zip(texts, parts.dropFirst()) {
      result += text
      result += part
    }
    return result
  }
}
