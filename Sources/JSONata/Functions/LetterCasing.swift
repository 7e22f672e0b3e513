/// Texts in upper and lower case, as JavaScript's `toUpperCase` and `toLowerCase` have them.
enum LetterCasing {
  /// `text` in upper case.
  static func upper(_ text: String) -> String {
    swappingASCII(from: UInt8(ascii: "a"), text) ?? text.uppercased()
  }

  /// `text` in lower case.
  static func lower(_ text: String) -> String {
    if let result = swappingASCII(from: UInt8(ascii: "A"), text) { return result }
    guard text.unicodeScalars.contains(sigma) else { return text.lowercased() }
    return lowerWithFinalSigma(Array(text.unicodeScalars))
  }

  /// `text` with the other case of the letters of one case, whose first is `first`; nil if it is
  /// not all ASCII.
  private static func swappingASCII(from first: UInt8, _ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.reduce(0, |) < 0x80 else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { output in
        for index in bytes.indices {
          let byte = bytes[index]
          output.initializeElement(at: index, to: byte ^ (byte &- first < 26 ? 0x20 : 0))
        }
        return bytes.count
      }
    }
  }

  private static let sigma: Unicode.Scalar = "\u{3A3}"

  /// The lower case of `scalars`, with ς for Σ at the end of a word.
  private static func lowerWithFinalSigma(_ scalars: [Unicode.Scalar]) -> String {
    var result = ""
    var followsLetter = false
    for (index, scalar) in scalars.enumerated() {
      let properties = scalar.properties
      if scalar == sigma, followsLetter, !precedesLetter(scalars[(index + 1)...]) {
        result += "\u{3C2}"
      } else {
        result += properties.lowercaseMapping
      }
      if !properties.isCaseIgnorable { followsLetter = properties.isCased }
    }
    return result
  }

  /// Whether the first of `scalars` that is not ignored is a letter with a case.
  private static func precedesLetter(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.first { !$0.properties.isCaseIgnorable }?.properties.isCased ?? false
  }
}
