import Diagnostics

extension Parser {
  /// Reads a call, from its verb up to a clause or the end of the line.
  mutating func parseCall(_ scanner: inout Scanner) throws(Malformed) -> Call {
    let start = scanner.position
    let verb = takeVerb(&scanner)
    let (service, path) = try parseTarget(&scanner, of: verb)
    let items = parseItems(&scanner)
    var reshape: Expression?
    if scanner.take("|") {
      scanner.skipSpaces()
      reshape = try parseExpression(&scanner, allowsBareWord: true)
    }
    let destination = try parseDestination(&scanner)
    let end = destination?.range ?? reshape?.range ?? items.last?.range ?? path.range
    return Call(
      verb: verb, service: service, path: path, items: items, reshape: reshape,
      destination: destination, range: source.range(start, start).union(service.range).union(end))
  }

  /// Reads items until something else comes, and diagnoses those that are none.
  mutating func parseItems(_ scanner: inout Scanner) -> [Item] {
    var items: [Item] = []
    var nameless: Item?
    while let next = scanner.next, !"|>".utf8.contains(next), !scanner.seesClause {
      guard let item = try? parseItem(&scanner) else { continue }
      if item.name == nil {
        if nameless != nil { report(.secondBody(at: item.range)) }
        nameless = item
      }
      items.append(item)
    }
    return items
  }

  /// Takes a verb and the spaces after it.
  func takeVerb(_ scanner: inout Scanner) -> Name {
    let word = scanner.takeWord() ?? Name("", range: scanner.rest)
    scanner.skipSpaces()
    return Name(Vocabulary.verb(word.text) ?? word.text, range: word.range)
  }

  /// Takes the name of a service.
  mutating func parseService(_ scanner: inout Scanner) throws(Malformed) -> Name {
    guard let name = scanner.takeWord(), name.text.utf8.allSatisfy({ $0 < 0x80 }) else {
      throw reject(.expectedService(at: scanner.rangeOfToken))
    }
    return name
  }

  // MARK: -

  /// Reads `> FILE`, if it comes next.
  private mutating func parseDestination(_ scanner: inout Scanner) throws(Malformed) -> Name? {
    guard scanner.take(">") else { return nil }
    scanner.skipSpaces()
    defer { scanner.skipSpaces() }
    return try parseFile(&scanner).0
  }

  /// Reads `SERVICE/PATH`, or the service alone.
  private mutating func parseTarget(
    _ scanner: inout Scanner, of verb: Name
  ) throws(Malformed) -> (Name, InterpolatedText) {
    guard !scanner.isAtEnd else { throw reject(.callWithoutTarget(verb)) }
    let service = try parseService(&scanner)
    let start = scanner.position
    let end = endOfPath(scanner)
    scanner.position = end
    let range = source.range(start, end)
    if let next = source.bytes[start..<end].first {
      guard next == UInt8(ascii: "/") else {
        throw reject(.unexpectedAfterService(service, at: range))
      }
      guard verb.text != "INVOKE" else { throw reject(.invokeWithPath(service, at: range)) }
    }
    var segments = parseSegments(from: start, to: end, isQuoted: false, interpolatesAll: true)
    if segments.isEmpty, verb.text != "INVOKE" { segments = [.literal("/")] }
    scanner.skipSpaces()
    diagnoseQuery(from: start, to: end)
    return (service, InterpolatedText(segments, range: range))
  }

  /// The offset after the path that comes next: the first space or `|` outside braces.
  private func endOfPath(_ scanner: Scanner) -> Int {
    var offset = scanner.position
    while offset < scanner.end {
      let byte = source.bytes[offset]
      if byte.isSpace || byte == UInt8(ascii: "|") { break }
      let isBrace = byte == UInt8(ascii: "{")
      let after = isBrace ? source.bytes.endOfBrackets(at: offset, upTo: scanner.end) : nil
      offset = after ?? offset + 1
    }
    return min(offset, scanner.end)
  }

  /// Diagnoses `?name=value` at the end of a path.
  private mutating func diagnoseQuery(from start: Int, to end: Int) {
    var offset = start
    while offset < end {
      switch source.bytes[offset] {
      case UInt8(ascii: "{"):
        offset = source.bytes.endOfBrackets(at: offset, upTo: end) ?? end
      case UInt8(ascii: "?"):
        let range = source.range(offset, end)
        return report(.queryInPath(source.text(offset + 1, end), at: range))
      default: offset += 1
      }
    }
  }
}

extension Scanner {
  /// Whether a word that starts a clause stands alone here.
  var seesClause: Bool {
    guard let word, Vocabulary.clauseWords.contains(word) else { return false }
    return sees(word) && (peek(word.utf8.count)?.isSpace ?? true)
  }
}

extension Call {
  /// A name for its result: the last word of its path, else its service.
  package var suggestedName: String {
    guard case .literal(let text)? = path.segments.first else { return service.text }
    let words = text.split(separator: "/").filter { word in
      word.utf8.first?.isLetter == true && word.utf8.allSatisfy(\.isNameByte)
        && !Vocabulary.reserved.contains(String(word))
        && word.utf8.contains { (0x61...0x7A).contains($0) }
    }
    return words.last.map(String.init) ?? service.text
  }
}
