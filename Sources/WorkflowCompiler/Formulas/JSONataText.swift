import JSON

/// How texts and paths are written in JSONata.
enum JSONataText {
  /// `text` as a literal, in single quotes where that needs no escape.
  static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "'" && $0 != "\\" }
    return isPlain ? "'\(text)'" : JSONWriter.quoted(text)
  }

  /// Whether `source` is one name, path or function call, which needs no parentheses as an operand.
  ///
  /// Anything inside brackets and quotes is passed over; a text that is not understood counts as
  /// more than a path.
  static func isSimplePath(_ source: String) -> Bool {
    var scanner = BracketScanner()
    var hasContent = false
    for scalar in source.unicodeScalars {
      let wasOutside = scanner.isOutside
      scanner.take(scalar)
      guard wasOutside, scanner.isOutside else { continue }
      guard scalar.properties.isAlphabetic || "$_.0123456789".unicodeScalars.contains(scalar) else {
        return false
      }
      hasContent = true
    }
    return hasContent && scanner.isOutside
  }
}

/// Follows brackets and quotes through a JSONata text.
private struct BracketScanner {
  private var depth = 0
  private var quote: Unicode.Scalar?
  private var isEscaped = false

  /// Whether no bracket and no quote is open.
  var isOutside: Bool { depth == 0 && quote == nil }

  /// Takes the next character.
  mutating func take(_ scalar: Unicode.Scalar) {
    if let quote {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == quote {
        self.quote = nil
      }
      return
    }
    switch scalar {
    case "(", "[", "{": depth += 1
    case ")", "]", "}": depth -= 1
    case "'", "\"", "`": quote = scalar
    default: break
    }
  }
}
