import Diagnostics

extension Parser {
  /// Reads a text that is quoted, or ends where `isEnd` says.
  mutating func parseText(
    _ scanner: inout Scanner, until isEnd: (UInt8) -> Bool = { $0.isSpace }
  ) throws(Malformed) -> InterpolatedText {
    guard let quote = scanner.next, quote.isQuote else {
      return parseBareText(&scanner, until: isEnd)
    }
    let start = scanner.position
    guard let end = source.bytes.endOfText(at: start, upTo: scanner.end) else {
      throw reject(.unclosedQuote(at: source.range(start, start + 1)))
    }
    let segments = parseSegments(from: start + 1, to: end - 1, isQuoted: true)
    scanner.position = end
    if let next = scanner.next, !next.isSpace {
      throw reject(.unexpectedAfterQuote(at: scanner.rangeOfToken))
    }
    return InterpolatedText(segments, range: source.range(start, end))
  }

  /// Reads a text in which nothing is interpolated.
  mutating func parsePlainText(_ scanner: inout Scanner) throws(Malformed) -> Name {
    let text = try parseText(&scanner)
    scanner.skipSpaces()
    guard let literal = text.literal else { throw reject(.interpolationNotAllowed(at: text.range)) }
    return Name(literal, range: text.range)
  }

  /// The pieces of the text from `start` up to `end`; with `interpolatesAll` any `{…}` is an
  /// expression, as in a path.
  mutating func parseSegments(
    from start: Int, to end: Int, isQuoted: Bool, interpolatesAll: Bool = false
  ) -> [InterpolatedText.Segment] {
    var builder = SegmentBuilder()
    var offset = start
    while offset < end {
      if opensExpression(at: offset, to: end, interpolatesAll),
        let after = endOfExpression(at: offset, to: end, interpolatesAll)
      {
        builder.append(
          parseExpression(from: offset + 1, to: after - 1, allowsBareWord: interpolatesAll))
        offset = after
      } else if source.bytes[offset] == UInt8(ascii: "\\") {
        offset += builder.appendEscape(source.bytes[offset..<end], isQuoted: isQuoted)
      } else {
        builder.append(source.bytes[offset])
        offset += 1
      }
    }
    return builder.finish()
  }

  // MARK: -

  /// Reads a text without quotes; spaces inside an interpolation do not end it.
  private mutating func parseBareText(
    _ scanner: inout Scanner, until isEnd: (UInt8) -> Bool
  ) -> InterpolatedText {
    let start = scanner.position
    while let byte = scanner.next, !isEnd(byte) {
      let isOpening = source.bytes.opensInterpolation(at: scanner.position, upTo: scanner.end)
      let after =
        isOpening
        ? source.bytes.endOfInterpolation(at: scanner.position, upTo: scanner.end) : nil
      let isEscape = byte == UInt8(ascii: "\\") && scanner.peek(1) != nil
      scanner.position = after ?? scanner.position + (isEscape ? 2 : 1)
    }
    let segments = parseSegments(from: start, to: scanner.position, isQuoted: false)
    return InterpolatedText(segments, range: scanner.range(from: start))
  }

  /// Whether an expression in braces may start at `offset`.
  private func opensExpression(at offset: Int, to end: Int, _ interpolatesAll: Bool) -> Bool {
    source.bytes.opensInterpolation(at: offset, upTo: end)
      || interpolatesAll && source.bytes[offset] == UInt8(ascii: "{")
  }

  /// The offset after the expression in braces at `offset`; nil, and a remark, if it is open.
  private mutating func endOfExpression(
    at offset: Int, to end: Int, _ interpolatesAll: Bool
  ) -> Int? {
    let bytes = source.bytes
    if let after = interpolatesAll
      ? bytes.endOfBrackets(at: offset, upTo: end)
      : bytes.endOfInterpolation(at: offset, upTo: end)
    {
      return after
    }
    report(.unclosedInterpolation(at: source.range(offset, offset + 1), isError: interpolatesAll))
    return nil
  }
}
