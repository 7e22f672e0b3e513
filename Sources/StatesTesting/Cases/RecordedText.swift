import JSON

/// JSON texts as the recorder sent them: on one line, with spaces after `,` and `:`, in ASCII.
enum RecordedText {
  /// The text of `value`.
  static func text(of value: JSONValue) -> String {
    switch value {
    case .array(let list): "[\(list.elements.map(text).joined(separator: ", "))]"
    case .object(let object):
      "{\(object.members.map { "\(quoted($0)): \(text(of: $1))" }.joined(separator: ", "))}"
    case .string(let content): quoted(content.text)
    default: JSONWriter.compact(value)
    }
  }

  /// `text` with its quotes.
  private static func quoted(_ text: String) -> String {
    var ascii = ""
    for scalar in JSONWriter.quoted(text).unicodeScalars {
      if scalar.isASCII, scalar.value != 0x7F {
        ascii.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 { ascii += escaped(unit) }
      }
    }
    return ascii
  }

  /// The escape of `unit`.
  private static func escaped(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
