/// The logical line before the cursor, cut into words.
struct TypedLine {
  /// The text before the cursor.
  let source: SourceText

  /// The offset of the cursor.
  let end: Int

  /// Whether the cursor stands in a comment.
  let isInComment: Bool

  /// The words: what stands between spaces outside brackets and quotes; the last one ends at the
  /// cursor and may be empty.
  let words: [Range<Int>]

  /// Takes the last logical line of `typed` apart.
  init(_ typed: String) {
    source = SourceText(typed, base: 0)
    end = source.bytes.count
    let start = Self.start(of: source)
    let written = Array(typed.utf8)
    isInComment = !(written.last?.isLineEnd ?? true) && Self.endsInComment(written, source.bytes)
    words = Self.words(of: source, from: start)
  }

  /// The text of word `index`; empty if there is none.
  func text(_ index: Int) -> String {
    guard words.indices.contains(index) else { return "" }
    return source.text(words[index].lowerBound, words[index].upperBound)
  }

  // MARK: -

  /// Where the logical line that the cursor is on starts.
  private static func start(of source: SourceText) -> Int {
    if let open = source.lines.first(where: { $0.unclosed != nil }) { return open.start }
    guard let last = source.lines.last else { return source.bytes.count }
    let isOver = source.bytes[last.end...].contains(where: \.isLineEnd)
    return isOver ? source.bytes.count : last.start
  }

  /// Whether the last thing that was written has been blanked.
  private static func endsInComment(_ written: [UInt8], _ bytes: [UInt8]) -> Bool {
    let line = written.lastIndex(where: \.isLineEnd) ?? -1
    guard let last = written.lastIndex(where: { !$0.isSpace }), last > line else { return false }
    return bytes[last] == 0x20 && written[last] != UInt8(ascii: "\\")
  }

  /// The words from `start` on.
  private static func words(of source: SourceText, from start: Int) -> [Range<Int>] {
    var scanner = Scanner(source, from: start, to: source.bytes.count)
    var words: [Range<Int>] = []
    while true {
      scanner.skipSpaces()
      let lower = scanner.position
      scanner.position = max(scanner.endOfValue(), lower)
      words.append(lower..<scanner.position)
      if scanner.isAtEnd { return words }
    }
  }
}
