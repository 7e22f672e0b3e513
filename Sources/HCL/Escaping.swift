extension String {
  /// Whether Terraform reads the text as a name without quotes.
  var isIdentifier: Bool {
    guard let first = utf8.first, first.isNameStart else { return false }
    return utf8.allSatisfy { $0.isNameStart || $0.isDigit || $0 == UInt8(ascii: "-") }
  }

  /// Whether the text may name a member without quotes.
  var isBareKey: Bool {
    isIdentifier && !["for", "if", "in", "null", "true", "false"].contains(self)
  }
}

extension UInt8 {
  /// Whether a name may start with the character.
  fileprivate var isNameStart: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "_")
  }

  /// Whether the character is a decimal digit.
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// How a text is protected from being read as something else.
package enum HCLEscaping {
  /// `text` as it stands in a template without quotes: a heredoc, or a file for `templatefile`.
  ///
  /// `${` and `%{`, which start a sequence, get their first character doubled.
  package static func template(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      output.append(scalar)
      if startsSequence(scalar, before: scalars.dropFirst(index + 1).first) {
        output.append(scalar)
      }
    }
    return String(output)
  }

  /// `text` as it stands between quotes.
  ///
  /// Characters that do not print are escaped. So are, in a `key`, those that join with their
  /// neighbours, because their width decides where `=` is aligned.
  static func quoted(_ text: String, isKey: Bool = false) -> String {
    var output = ""
    for scalar in template(text).unicodeScalars {
      switch scalar {
      case "\"": output += #"\""#
      case "\\": output += #"\\"#
      case "\n": output += #"\n"#
      case "\r": output += #"\r"#
      case "\t": output += #"\t"#
      case let scalar where scalar.isPlain && !(isKey && scalar.joins):
        output.unicodeScalars.append(scalar)
      default: output += codeEscape(scalar)
      }
    }
    return output
  }

  /// Whether `scalar` and the one after it start an interpolation or a directive.
  private static func startsSequence(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?)
    -> Bool
  {
    (scalar == "$" || scalar == "%") && next == "{"
  }

  /// The escape of `scalar` by its number.
  private static func codeEscape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let width = scalar.value > 0xFFFF ? 8 : 4
    let padding = String(repeating: "0", count: width - digits.count)
    return (width == 8 ? #"\U"# : #"\u"#) + padding + digits
  }
}

extension Unicode.Scalar {
  /// Whether the character prints, as Go's `unicode.IsPrint` has it.
  fileprivate var isPlain: Bool {
    if isASCII { return value >= 0x20 && value != 0x7F }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  /// Whether the character may form one visible character with its neighbours.
  fileprivate var joins: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: properties.isEmojiModifier || (0x1F1E6...0x1F1FF).contains(value)
    }
  }
}
