/// A text of whole lines between `<<EOT` and `EOT`.
struct Heredoc {
  /// The text, from `<<` to the delimiter.
  let text: String

  /// Creates the heredoc of `template`.
  ///
  /// Returns nil where none can be: if the text does not end with a line end, or has characters
  /// that only an escape can write.
  init?(_ template: HCLTemplate) {
    guard case .literal(let last)? = template.segments.last, last.utf8.last == UInt8(ascii: "\n"),
      template.segments.allSatisfy(\.canStandInHeredoc)
    else { return nil }
    let content = template.text(escaping: HCLEscaping.template)
    let delimiter = Heredoc.delimiter(for: content)
    text = "<<\(delimiter)\n\(content)\(delimiter)"
  }

  /// A word that is no line of `content`.
  private static func delimiter(for content: String) -> String {
    let lines = content.split(separator: "\n").map { $0.drop { $0.isWhitespace } }
    var word = "EOT"
    while lines.contains(where: { $0.hasPrefix(word) }) { word += "_" }
    return word
  }
}

extension HCLTemplate.Segment {
  /// Whether the piece needs no escapes but those of `${` and `%{`.
  fileprivate var canStandInHeredoc: Bool {
    guard case .literal(let text) = self else { return true }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n" || scalar == "\t"
      case .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }
}
