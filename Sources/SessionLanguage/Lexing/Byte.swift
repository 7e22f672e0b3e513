extension UInt8 {
  /// Whether this is a space, a tab or part of a line end.
  var isSpace: Bool { self == 0x20 || self == 0x09 || isLineEnd }

  /// Whether this is part of a line end.
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  /// Whether this is a digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether this is a Latin letter.
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

  /// Whether this may stand in a NAME.
  var isNameByte: Bool { isLetter || isDigit || self == 0x5F }

  /// Whether this may stand in the name of a service, a case or a parameter; letters of other
  /// scripts count, so that they are seen as one word.
  var isWordByte: Bool { isNameByte || self == 0x2D || self >= 0x80 }

  /// Whether this is `'` or `"`.
  var isQuote: Bool { self == 0x22 || self == 0x27 }

  /// The bracket that closes this one, if this is an opening bracket.
  var closingBracket: UInt8? {
    switch self {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }

  /// Whether this is a closing bracket.
  var isClosingBracket: Bool {
    self == UInt8(ascii: ")") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}")
  }
}
