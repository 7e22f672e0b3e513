import JSON

extension DefinitionFinding {
  /// The finding about a text that is no JSON, in the words of the service's parser.
  static func invalidJSON(_ error: JSONSyntaxError, in text: String) -> DefinitionFinding {
    if error.message.hasPrefix("nested deeper than") {
      var finding = DefinitionFinding(
        code: .tooDeep, message: "The definition is \(error.message)", path: .root, place: .nowhere)
      finding.offset = error.offset
      return finding
    }
    let fault = SyntaxFault(at: error.offset, in: text)
    let location = fault.location
    var finding = DefinitionFinding(
      code: .invalidJSON, message: "\(fault.sentence)\n at \(location)", path: .root,
      place: .text(location))
    finding.offset = error.offset
    finding.help = error.message
    return finding
  }
}

/// The place at which a text stops to be JSON, as the service's parser (Jackson) tells it.
private struct SyntaxFault {
  /// The text.
  let text: String

  /// What is wrong.
  let sentence: String

  /// The offset at which the parser stands when it notices.
  private let offset: Int

  /// The most characters of the text that are quoted.
  private static let quotedLength = 500

  /// Looks at what stands at `start` in `text`.
  init(at start: Int, in text: String) {
    self.text = text
    let utf8 = text.utf8
    let place = utf8.index(utf8.startIndex, offsetBy: min(start, utf8.count))
    let rest = text[place...]
    let token = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
    if let first = token.first, first.isLetter || first == "_" || first == "$" {
      sentence =
        "Unrecognized token '\(token)': was expecting (JSON String, Number, Array, Object or token "
        + "'null', 'true' or 'false')"
      offset = start + token.utf8.count
    } else if let scalar = rest.unicodeScalars.first {
      sentence =
        "Unexpected character ('\(scalar)' (code \(scalar.value))): was expecting a valid value "
        + "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
      offset = start + UTF8.width(scalar)
    } else {
      sentence = "Unexpected end-of-input"
      offset = start
    }
  }

  /// The place, with the beginning of the text.
  var location: String {
    let before = text.utf8.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { text.utf8.index(after: $0) }
    let column = text[(start ?? text.startIndex)..<before.endIndex].unicodeScalars.count + 1
    let cut = text.unicodeScalars.count - Self.quotedLength
    let quoted = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.quotedLength)))
    let more = cut > 0 ? "[truncated \(cut) chars]" : ""
    return "[Source: (String)\"\(quoted)\"\(more); line: \(line), column: \(column)]"
  }
}

extension UTF8 {
  /// The number of bytes of `scalar`.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}
