import JSON

extension JSONPathReader {
  /// Reads a step in brackets.
  mutating func readBracket() throws(JSONPathSyntaxError) -> JSONPath.Step {
    let start = offset
    offset += 1
    skipSpaces()
    guard let byte = peek() else { throw unclosed(start) }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try readNames(start)
    case UInt8(ascii: "*"):
      offset += 1
      try close(start)
      return .wildcard
    case UInt8(ascii: "?"):
      offset += 1
      return try readFilter(start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      return try readIndexes(start)
    default: throw unclosed(start)
    }
  }

  /// The error about a bracket at `start` of which nothing can be made.
  private func unclosed(_ start: Int) -> JSONPathSyntaxError {
    JSONPathSyntaxError(
      "Could not parse token starting at position \(start). Expected ?, ', 0-9, * ", at: start)
  }

  /// Reads the closing bracket.
  private mutating func close(_ start: Int) throws(JSONPathSyntaxError) {
    skipSpaces()
    guard consume("]") else { throw unclosed(start) }
  }

  // MARK: - Names

  /// Reads names in quotes.
  private mutating func readNames(_ start: Int) throws(JSONPathSyntaxError) -> JSONPath.Step {
    var names: [String] = []
    repeat {
      skipSpaces()
      guard let quote = peek(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
        throw error("Found empty property at index \(offset)")
      }
      names.append(try readQuoted(quote))
      skipSpaces()
    } while consume(",")
    guard consume("]") else {
      throw error("Property has not been closed - missing closing ]")
    }
    return names.count == 1 ? .member(names[0]) : .members(names)
  }

  /// Reads a text between two `quote`s, in which a backslash takes the meaning of the next
  /// character away.
  mutating func readQuoted(_ quote: UInt8) throws(JSONPathSyntaxError) -> String {
    offset += 1
    var content: [UInt8] = []
    while let byte = peek() {
      offset += 1
      if byte == quote { return String(decoding: content, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        content.append(byte)
        continue
      }
      guard let escaped = peek() else { break }
      offset += 1
      content.append(Self.controls[escaped] ?? escaped)
    }
    let mark = Character(Unicode.Scalar(quote))
    throw error("Property has not been closed - missing closing \(mark)")
  }

  /// The control characters by the letters that stand for them after a backslash.
  private static let controls: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
  ]

  // MARK: - Indexes

  /// Reads an index, several, or a slice.
  private mutating func readIndexes(_ start: Int) throws(JSONPathSyntaxError) -> JSONPath.Step {
    var indexes: [Int?] = [try readIndex()]
    skipSpaces()
    if consume(":") {
      skipSpaces()
      let end = try readIndex()
      try close(start)
      guard indexes[0] != nil || end != nil else { throw unclosed(start) }
      return .slice(from: indexes[0], to: end)
    }
    while consume(",") {
      skipSpaces()
      indexes.append(try readIndex())
      skipSpaces()
    }
    try close(start)
    let numbers = indexes.compactMap(\.self)
    guard numbers.count == indexes.count else { throw unclosed(start) }
    return numbers.count == 1 ? .element(numbers[0]) : .elements(numbers)
  }

  /// Reads a whole number, if one is next.
  private mutating func readIndex() throws(JSONPathSyntaxError) -> Int? {
    let start = offset
    if peek() == UInt8(ascii: "-") { offset += 1 }
    while let byte = peek(), (0x30...0x39).contains(byte) { offset += 1 }
    guard offset > start else { return nil }
    guard let number = Int(text(from: start)) else { throw unexpected() }
    return number
  }
}
