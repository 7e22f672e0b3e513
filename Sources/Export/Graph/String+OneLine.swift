extension String {
  /// The text with single spaces for all white space, and without control characters.
  var onOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").withoutControls
  }

  /// The text with U+FFFD for control characters, which a terminal would obey.
  var withoutControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character.
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
