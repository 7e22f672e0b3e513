/// Pasted lines that wait to be read, each as if it were typed and ended with Enter.
struct PastedText {
  /// The lines that are complete.
  private var lines: ArraySlice<String> = []

  /// What stands behind the last newline.
  private var rest = ""

  /// Creates the lines of a pasted text, without controls but tabs.
  init(_ text: String = "") {
    var pieces = Self.cleaned(text).split(separator: "\n", omittingEmptySubsequences: false)
    rest = String(pieces.popLast() ?? "")
    lines = pieces.map(String.init)[...]
  }

  /// Takes the next complete line.
  mutating func takeLine() -> String? {
    lines.popFirst()
  }

  /// Takes what stands behind the last newline.
  mutating func takeRest() -> String {
    defer { rest = "" }
    return rest
  }

  // MARK: - Cleaning

  /// The text with every line ended by a newline alone.
  private static func cleaned(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": clean.append("\n")
      case "\n" where previous == "\r": break
      case "\n", "\t": clean.append(scalar)
      default: if !scalar.isControl { clean.append(scalar) }
      }
      previous = scalar
    }
    return String(clean)
  }
}
