import Diagnostics

/// A place in a logical line, and what can be read there.
struct Scanner {
  /// The text.
  let source: SourceText

  /// The offset of the next byte.
  var position: Int

  /// The offset after the last byte.
  let end: Int

  /// Creates a scanner for the bytes from `start` up to `end`.
  init(_ source: SourceText, from start: Int, to end: Int) {
    self.source = source
    position = start
    self.end = end
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position >= end }

  /// The next byte.
  var next: UInt8? { peek(0) }

  /// The bytes of the text.
  var bytes: [UInt8] { source.bytes }

  /// The byte `distance` bytes after the next one.
  func peek(_ distance: Int) -> UInt8? {
    position + distance < end ? source.bytes[position + distance] : nil
  }

  /// The range from `start` up to the next byte.
  func range(from start: Int) -> SourceRange { source.range(start, position) }

  /// The range of all that is left, or the place after the last byte.
  var rest: SourceRange { source.range(min(position, end), end) }

  /// The text from `start` up to the next byte.
  func text(from start: Int) -> String { source.text(start, position) }

  /// Whether `word` comes next, and ends with it.
  func sees(_ word: String) -> Bool {
    guard source.bytes[position..<end].starts(with: word.utf8) else { return false }
    return !(peek(word.utf8.count)?.isWordByte ?? false)
  }

  /// The word that comes next, without taking it.
  var word: String? {
    var copy = self
    return copy.takeWord()?.text
  }

  /// Goes over spaces.
  mutating func skipSpaces() {
    while let byte = next, byte.isSpace { position += 1 }
  }

  /// Takes `byte` if it comes next.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Takes `word` and the spaces after it, if it comes next.
  mutating func take(word: String) -> Bool {
    guard sees(word) else { return false }
    position += word.utf8.count
    skipSpaces()
    return true
  }

  /// Takes a word: a letter, then letters, digits, `_` and `-`.
  mutating func takeWord() -> Name? {
    guard let first = next, first.isLetter || first == UInt8(ascii: "_") || first >= 0x80 else {
      return nil
    }
    return take(while: \.isWordByte)
  }

  /// Takes all bytes up to the next space, and the spaces after it.
  mutating func takeToken() -> Name? {
    let token = take { !$0.isSpace }
    skipSpaces()
    return token
  }

  /// Takes the bytes for which `condition` holds; nil if there is none.
  mutating func take(while condition: (UInt8) -> Bool) -> Name? {
    let start = position
    while let byte = next, condition(byte) { position += 1 }
    return position > start ? Name(text(from: start), range: range(from: start)) : nil
  }

  /// The offset after a value that ends at the first space outside brackets and quotes; a `\` keeps
  /// what follows it.
  func endOfValue() -> Int {
    var offset = position
    while offset < end, !bytes[offset].isSpace {
      let byte = bytes[offset]
      if byte.closingBracket != nil {
        offset = bytes.endOfBrackets(at: offset, upTo: end) ?? end
      } else if bytes.isOpaque(byte), byte != UInt8(ascii: "/") {
        offset = bytes.endOfOpaque(at: offset, from: position, upTo: end) ?? end
      } else {
        offset = min(offset + (byte == UInt8(ascii: "\\") ? 2 : 1), end)
      }
    }
    return offset
  }
}
