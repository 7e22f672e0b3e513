/// Finds where quotes, brackets and regular expressions end.
///
/// All of it is iterative, and linear but for interpolations in quotes, whose length is limited:
/// no text, however strange, takes long or much stack.
extension [UInt8] {
  /// The longest interpolation `{$…}` that is looked for inside a quote.
  private static var interpolationLimit: Int { 2048 }

  /// Whether the quote at `offset` opens a text, and is not the apostrophe of a word; after an
  /// operand no text can start.
  func opensQuote(at offset: Int, from start: Int) -> Bool {
    guard offset > start else { return true }
    let before = self[offset - 1]
    return
      !(before.isNameByte || before >= 0x80 || before.isClosingBracket
      || before == UInt8(ascii: "\\"))
  }

  /// The offset after the text that the quote at `start` opens; nil if it is open at `end`.
  ///
  /// Quotes inside an interpolation `{$…}` do not end the text.
  func endOfText(at start: Int, upTo end: Int) -> Int? {
    var offset = start + 1
    var looksForInterpolations = true
    while offset < end {
      let byte = self[offset]
      if byte == self[start] { return offset + 1 }
      if byte == UInt8(ascii: "\\") {
        offset += 2
      } else if looksForInterpolations, opensInterpolation(at: offset, upTo: end) {
        let after = endOfInterpolation(at: offset, upTo: end)
        looksForInterpolations = after != nil
        offset = after ?? offset + 1
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// Whether `{$` stands at `offset`.
  func opensInterpolation(at offset: Int, upTo end: Int) -> Bool {
    self[offset] == UInt8(ascii: "{") && offset + 1 < end && self[offset + 1] == UInt8(ascii: "$")
  }

  /// The offset after the `}` of the interpolation at `start`, if it is closed and not too long.
  func endOfInterpolation(at start: Int, upTo end: Int) -> Int? {
    endOfBrackets(at: start, upTo: Swift.min(end, start + Self.interpolationLimit))
  }

  /// The offset after the bracket that closes the one at `start`; nil if there is none, or if
  /// another kind of bracket closes it.
  func endOfBrackets(at start: Int, upTo end: Int) -> Int? {
    var closers: [UInt8] = []
    var offset = start
    while offset < end {
      let byte = self[offset]
      if let closer = byte.closingBracket {
        closers.append(closer)
      } else if byte.isClosingBracket {
        guard closers.popLast() == byte else { return nil }
        if closers.isEmpty { return offset + 1 }
      } else if isOpaque(byte) {
        guard let after = endOfOpaque(at: offset, from: start, upTo: end) else { return nil }
        offset = after
        continue
      }
      offset += 1
    }
    return nil
  }

  /// Whether `byte` may start a part of an expression in which brackets do not count.
  func isOpaque(_ byte: UInt8) -> Bool {
    byte.isQuote || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "/")
  }

  /// The offset after the quote, quoted name, regular expression or comment of an expression at
  /// `offset`, after the one byte if it is none of these, or nil if it is open at `end`.
  func endOfOpaque(at offset: Int, from start: Int, upTo end: Int) -> Int? {
    switch self[offset] {
    case UInt8(ascii: "/"): return endOfSlash(at: offset, from: start, upTo: end)
    case UInt8(ascii: "`"): return endOfQuote(at: offset, upTo: end)
    default:
      guard opensQuote(at: offset, from: start) else { return offset + 1 }
      return endOfQuote(at: offset, upTo: end)
    }
  }

  /// The offset after the quote at `start`, in which nothing is interpolated.
  func endOfQuote(at start: Int, upTo end: Int) -> Int? {
    let isName = self[start] == UInt8(ascii: "`")
    var offset = start + 1
    while offset < end {
      if self[offset] == self[start] { return offset + 1 }
      offset += self[offset] == UInt8(ascii: "\\") && !isName ? 2 : 1
    }
    return nil
  }

  // MARK: -

  /// The offset after what a `/` starts: a comment, a regular expression or a division.
  private func endOfSlash(at offset: Int, from start: Int, upTo end: Int) -> Int {
    if offset + 1 < end, self[offset + 1] == UInt8(ascii: "*") {
      return endOfComment(at: offset, upTo: end) ?? offset + 1
    }
    guard allowsRegex(at: offset, from: start) else { return offset + 1 }
    return endOfRegex(at: offset, upTo: end) ?? offset + 1
  }

  /// The offset after the `*/` of the comment at `start`.
  private func endOfComment(at start: Int, upTo end: Int) -> Int? {
    var offset = start + 2
    while offset + 1 < end {
      if self[offset] == UInt8(ascii: "*"), self[offset + 1] == UInt8(ascii: "/") {
        return offset + 2
      }
      offset += 1
    }
    return nil
  }

  /// Whether the `/` at `offset` stands where an operand is expected.
  private func allowsRegex(at offset: Int, from start: Int) -> Bool {
    var before = offset - 1
    while before >= start, self[before].isSpace { before -= 1 }
    guard before >= start else { return true }
    return "([{,:;=<>!&|?~+-*^".utf8.contains(self[before])
  }

  /// The offset after the regular expression at `start`, which ends in its line.
  private func endOfRegex(at start: Int, upTo end: Int) -> Int? {
    var offset = start + 1
    while offset < end, !self[offset].isLineEnd {
      if self[offset] == UInt8(ascii: "/") { return offset + 1 }
      offset += self[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
