import SwiftSyntax

/// The documentation comment in front of a declaration.
struct DocumentationComment {
  /// Its first paragraph.
  let summary: String?

  /// What it says of each parameter.
  let parameters: [String: String]

  /// Reads the comment in `trivia`.
  init(_ trivia: Trivia) {
    let lines = Self.lines(of: trivia)
    let paragraph = lines.prefix { !$0.isEmpty && !$0.hasPrefix("- ") }
    summary = paragraph.isEmpty ? nil : paragraph.joined(separator: " ")
    parameters = Self.parameters(in: lines)
  }

  /// The lines of the comment, without its marks.
  private static func lines(of trivia: Trivia) -> [String] {
    trivia.flatMap { piece -> [Substring] in
      switch piece {
      case .docLineComment(let text): [text.dropFirst(3)]
      case .docBlockComment(let text):
        text.dropFirst(3).dropLast(2).split(separator: "\n", omittingEmptySubsequences: false)
          .map { line in
            let text = line.drop(while: \.isWhitespace)
            return text.hasPrefix("*") ? text.dropFirst() : text
          }
      default: []
      }
    }
    .map { $0.trimmed }
    .trimmed
  }

  /// What the list items `- Parameter NAME: TEXT` and those under `- Parameters:` say.
  private static func parameters(in lines: [String]) -> [String: String] {
    var texts: [String: String] = [:]
    var current: String?
    var isList = false
    for line in lines {
      if let item = item(line, isList: isList) {
        texts[item.name] = item.text
        current = item.name
      } else if line.lowercased() == "- parameters:" {
        isList = true
        current = nil
      } else if line.isEmpty || line.hasPrefix("- ") {
        current = nil
        isList = isList && line.isEmpty
      } else if let name = current, let text = texts[name] {
        texts[name] = "\(text) \(line)"
      }
    }
    return texts
  }

  /// The parameter and its text in a line of a list.
  private static func item(_ line: String, isList: Bool) -> (name: String, text: String)? {
    let marker = "- Parameter "
    let start = line.hasPrefix(marker) ? marker : isList && line.hasPrefix("- ") ? "- " : nil
    guard let start, let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[line.index(line.startIndex, offsetBy: start.count)..<colon]
    guard !name.contains(" "), !["Returns", "Throws"].contains(name) else { return nil }
    return (String(name), line[line.index(after: colon)...].trimmed)
  }
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension [String] {
  /// The lines without empty ones at the start.
  fileprivate var trimmed: [String] { Array(drop(while: \.isEmpty)) }
}
