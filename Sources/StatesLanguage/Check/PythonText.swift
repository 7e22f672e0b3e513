/// Texts as Python shows them, which stand in some of the recorded messages.
enum PythonText {
  /// `text` in quotes, with escapes for what is not printable.
  static func quoted(_ text: String) -> String {
    let quote: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var quoted = String(quote)
    for scalar in text.unicodeScalars { quoted += escaped(scalar, in: quote) }
    return quoted + String(quote)
  }

  /// `scalar` as it stands between two of `quote`.
  private static func escaped(_ scalar: Unicode.Scalar, in quote: Unicode.Scalar) -> String {
    switch scalar {
    case "\\", quote: return "\\" + String(scalar)
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let code = scalar.value
      guard code < 0x20 || (0x7F...0xA0).contains(code) else { return String(scalar) }
      let digits = String(code, radix: 16)
      return "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
    }
  }
}
