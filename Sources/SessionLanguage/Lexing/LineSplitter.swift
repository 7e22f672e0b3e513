/// Cuts a text into logical lines, and blanks comments and continuations out.
struct LineSplitter {
  /// The bytes of the text, ever more of them blanked.
  private(set) var bytes: [UInt8]

  /// The lines found so far.
  private(set) var lines: [LogicalLine] = []

  /// The quoted texts that go over several lines.
  private(set) var quotes: [Range<Int>] = []

  /// The offset of the next byte.
  private var offset = 0

  /// The start of the line that is being read.
  private var lineStart = 0

  /// The open brackets of the line, by what closes them and where they stand.
  private var open: [(closer: UInt8, offset: Int)] = []

  /// Whether an empty line stands before the next one.
  private var followsEmptyLine = false

  /// The offset where the search for a closing bracket or quote gives up.
  private var horizon: Int

  /// How far beyond its first line a search goes; ever shorter once something was found unclosed.
  private var reach = Int.max

  /// The reach after the first unclosed line.
  private static let longestReach = 4096

  /// The shortest reach.
  private static let shortestReach = 256

  /// Starts at the beginning of `text`.
  init(_ text: String) {
    bytes = Array(text.utf8)
    horizon = bytes.count
    skipMarks()
  }

  /// Finds all lines.
  mutating func split() {
    while offset < bytes.count {
      skipIndentation()
      guard offset < bytes.count else { break }
      if bytes[offset].isLineEnd {
        skipLineEnd()
        followsEmptyLine = true
      } else if isComment(at: offset) {
        blankToLineEnd()
        skipLineEnd()
      } else {
        readLine()
      }
    }
  }

  // MARK: -

  /// Blanks a byte order mark, and a first line that names the interpreter (`#!`).
  private mutating func skipMarks() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { blank(0..<3) }
    if bytes.starts(with: "#!".utf8) { blankToLineEnd() }
  }

  /// Reads one line, which starts at the current byte.
  private mutating func readLine() {
    lineStart = offset
    open = []
    if reach < .max { horizon = min(bytes.count, endOfLine() + reach) }
    let unclosed = readToEnd(isRaw: startsRawText())
    if unclosed != nil {
      reach = min(Self.longestReach, max(Self.shortestReach, reach / 2))
      offset = lineStart
      offset = endOfLine()
    }
    addLine(unclosed)
  }

  /// Reads to the end of the current line; gives what is open there.
  private mutating func readToEnd(isRaw: Bool) -> LogicalLine.Unclosed? {
    while offset < bytes.count {
      if open.isEmpty, bytes[offset].isLineEnd { return nil }
      if offset >= horizon, let bracket = open.first { return .bracket(bracket.offset) }
      if let unclosed = isRaw ? readRawByte() : readByte() {
        return open.first.map { .bracket($0.offset) } ?? unclosed
      }
    }
    return open.first.map { .bracket($0.offset) }
  }

  /// Ends the current line before the current byte.
  private mutating func addLine(_ unclosed: LogicalLine.Unclosed?) {
    var end = min(offset, bytes.count)
    while end > lineStart, bytes[end - 1].isSpace { end -= 1 }
    if end > lineStart {
      lines.append(
        LogicalLine(
          start: lineStart, end: end, followsEmptyLine: followsEmptyLine, unclosed: unclosed))
      followsEmptyLine = false
    }
    skipLineEnd()
  }

  /// Reads one byte or one quote of a line; gives what is unclosed where that ends the search.
  private mutating func readByte() -> LogicalLine.Unclosed? {
    let byte = bytes[offset]
    if byte == UInt8(ascii: "\\") { return readBackslash() }
    if isComment(at: offset) {
      blankToLineEnd()
    } else if let closer = byte.closingBracket {
      open.append((closer, offset))
      offset += 1
    } else if byte.isClosingBracket {
      readClosingBracket()
    } else if byte.isQuote {
      return readQuote()
    } else if !open.isEmpty, bytes.isOpaque(byte) {
      return readOpaque()
    } else {
      offset += 1
    }
    return nil
  }

  /// Reads one byte of a line in which quotes and brackets mean nothing.
  private mutating func readRawByte() -> LogicalLine.Unclosed? {
    if bytes[offset] == UInt8(ascii: "\\") { return readBackslash() }
    if isComment(at: offset) { blankToLineEnd() } else { offset += 1 }
    return nil
  }

  /// Reads a `\`: the continuation of the line, or an escape.
  private mutating func readBackslash() -> LogicalLine.Unclosed? {
    let start = offset
    offset += 1
    guard offset < bytes.count else {
      blank(start..<offset)
      return .continuation(start)
    }
    guard bytes[offset].isLineEnd else {
      let isEscape = "\"'\\{}()[]#".utf8.contains(bytes[offset])
      offset += isEscape ? 1 : 0
      return nil
    }
    skipLineEnd()
    blank(start..<offset)
    return offset < bytes.count ? nil : .continuation(start)
  }

  /// Reads a closing bracket; one that closes another kind ends all brackets, for the line is
  /// wrong anyway and shall not swallow those that follow.
  private mutating func readClosingBracket() {
    if open.last?.closer == bytes[offset] { open.removeLast() } else { open = [] }
    offset += 1
  }

  /// Reads a quote, unless it is an apostrophe.
  private mutating func readQuote() -> LogicalLine.Unclosed? {
    let start = offset
    guard bytes.opensQuote(at: start, from: lineStart) else {
      offset += 1
      return nil
    }
    let end =
      open.isEmpty
      ? bytes.endOfText(at: start, upTo: horizon) : bytes.endOfQuote(at: start, upTo: horizon)
    if let end, bytes[start..<end].contains(where: \.isLineEnd) { quotes.append(start..<end) }
    offset = end ?? horizon
    return end == nil ? .quote(start) : nil
  }

  /// Reads a quoted name, a regular expression or a comment inside an expression in brackets.
  private mutating func readOpaque() -> LogicalLine.Unclosed? {
    let start = offset
    let end = bytes.endOfOpaque(at: start, from: lineStart, upTo: horizon)
    offset = end ?? horizon
    return end == nil ? .quote(start) : nil
  }

  /// Whether the line that starts here is `about` with a bare text or `!` with a command.
  private func startsRawText() -> Bool {
    if bytes[offset] == UInt8(ascii: "!") { return true }
    let word = "about".utf8
    guard bytes[offset...].starts(with: word) else { return false }
    var next = offset + word.count
    guard next < bytes.count, bytes[next].isSpace else { return false }
    while next < bytes.count, bytes[next].isSpace, !bytes[next].isLineEnd { next += 1 }
    return next < bytes.count && !bytes[next].isQuote
  }

  /// Whether a comment starts at `offset`: a `#` before a space or a line end, and after one.
  private func isComment(at offset: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "#") else { return false }
    let startsWord = offset == 0 || bytes[offset - 1].isSpace
    return startsWord && (offset + 1 >= bytes.count || bytes[offset + 1].isSpace)
  }

  /// Blanks from the current byte to the end of its line.
  private mutating func blankToLineEnd() {
    let end = endOfLine()
    blank(offset..<end)
    offset = end
  }

  /// The offset of the end of the line of the text that holds the current byte.
  private func endOfLine() -> Int {
    bytes[offset...].firstIndex(where: \.isLineEnd) ?? bytes.count
  }

  /// Replaces bytes by spaces.
  private mutating func blank(_ range: Range<Int>) {
    for index in range { bytes[index] = 0x20 }
  }

  /// Goes over spaces and tabs.
  private mutating func skipIndentation() {
    while offset < bytes.count, bytes[offset].isSpace, !bytes[offset].isLineEnd { offset += 1 }
  }

  /// Goes over one line end.
  private mutating func skipLineEnd() {
    guard offset < bytes.count, bytes[offset].isLineEnd else { return }
    let isReturn = bytes[offset] == 0x0D
    offset += 1
    if isReturn, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
  }
}
