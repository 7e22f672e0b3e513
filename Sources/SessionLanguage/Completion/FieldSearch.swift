/// Finds the name of a field before the cursor, in an expression that is being typed.
struct FieldSearch {
  /// The bytes of the line.
  private let bytes: [UInt8]

  /// The line.
  private let line: TypedLine

  /// Where the word starts that the cursor is in.
  private let wordStart: Int

  /// Looks at the word of `line` that starts at `wordStart`.
  init(_ line: TypedLine, from wordStart: Int) {
    self.line = line
    self.wordStart = wordStart
    bytes = line.source.bytes
  }

  /// Finds the text up to what the field is one of, and where the name of the field starts.
  func find() -> (text: String, start: Int)? {
    var start = line.end
    while start > wordStart, bytes[start - 1].isNameByte { start -= 1 }
    guard start > wordStart, let first = line.words.first?.lowerBound else { return nil }
    if bytes[start - 1] == UInt8(ascii: ".") {
      guard startsWithVariable(pathUpTo: start - 1) || openBracket(before: start) != nil else {
        return nil
      }
      return (line.source.text(first, start - 1), start)
    }
    guard let bracket = openBracket(before: start) else { return nil }
    let end = bytes[bracket] == UInt8(ascii: "{") ? start : bracket + 1
    return (line.source.text(first, end) + "$", start)
  }

  /// Whether the path that ends at `end` starts with a variable.
  private func startsWithVariable(pathUpTo end: Int) -> Bool {
    var position = end
    while position > wordStart {
      let byte = bytes[position - 1]
      if byte == UInt8(ascii: "$") { return true }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") {
        position = opening(before: position - 1)
      } else if byte == UInt8(ascii: "`") {
        let rest = bytes[wordStart..<(position - 1)]
        guard let quote = rest.lastIndex(of: byte) else { return false }
        position = quote
      } else if byte.isNameByte || byte == UInt8(ascii: ".") {
        position -= 1
      } else {
        return false
      }
    }
    return false
  }

  /// The offset of the bracket that the one at `offset` closes.
  private func opening(before offset: Int) -> Int {
    var depth = 0
    for position in stride(from: offset, through: wordStart, by: -1) {
      if ")]}".utf8.contains(bytes[position]) { depth += 1 }
      if "([{".utf8.contains(bytes[position]) { depth -= 1 }
      if depth == 0 { return position }
    }
    return wordStart
  }

  /// The innermost bracket of the word that is open at `offset`.
  private func openBracket(before offset: Int) -> Int? {
    var open: [Int] = []
    for position in wordStart..<offset {
      if "([{".utf8.contains(bytes[position]) { open.append(position) }
      if ")]}".utf8.contains(bytes[position]) { _ = open.popLast() }
    }
    return open.last
  }
}
