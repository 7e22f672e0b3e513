import Diagnostics

extension Parser {
  /// Reads one item of a call or an input, and the spaces after it.
  ///
  /// After a mistake all up to the next space is skipped.
  mutating func parseItem(_ scanner: inout Scanner) throws(Malformed) -> Item {
    let start = scanner.position
    defer { scanner.skipSpaces() }
    do throws(Malformed) {
      return try parseItem(from: start, &scanner)
    } catch {
      scanner.position = max(scanner.endOfValue(), start + 1)
      throw error
    }
  }

  // MARK: -

  /// Reads one item, which starts at `start`.
  private mutating func parseItem(
    from start: Int, _ scanner: inout Scanner
  ) throws(Malformed) -> Item {
    switch scanner.next {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try parseBody(&scanner)
    case UInt8(ascii: "@"):
      scanner.position += 1
      let (file, range) = try parseFile(&scanner)
      return Item(
        name: nil, kind: .bodyFile(file), range: scanner.range(from: start), valueRange: range)
    default: break
    }
    let name = scanner.take { !$0.isSpace && !":=@{}\"'[]()".utf8.contains($0) }
    guard let name, let separator = takeSeparator(&scanner) else {
      scanner.position = scanner.endOfValue()
      throw reject(.notAnItem(scanner.text(from: start), at: scanner.range(from: start)))
    }
    let valueStart = scanner.position
    let kind = try parseValue(separator, name, &scanner)
    return Item(
      name: name, kind: kind, range: scanner.range(from: start),
      valueRange: scanner.range(from: valueStart))
  }

  /// What stands between a name and a value.
  private enum Separator: String, CaseIterable {
    case file = ":=@"
    case value = ":="
    case query = "=="
    case text = "="
    case header = ":"
    case upload = "@"
  }

  /// Takes the longest separator that comes next.
  private func takeSeparator(_ scanner: inout Scanner) -> Separator? {
    let rest = source.bytes[scanner.position..<scanner.end]
    guard let found = Separator.allCases.first(where: { rest.starts(with: $0.rawValue.utf8) })
    else { return nil }
    scanner.position += found.rawValue.utf8.count
    return found
  }

  /// Reads the value after `separator`.
  private mutating func parseValue(
    _ separator: Separator, _ name: Name, _ scanner: inout Scanner
  ) throws(Malformed) -> Item.Kind {
    switch separator {
    case .value: return .value(try parseValue(of: name, &scanner))
    case .file: return .valueFile(try parseFile(&scanner).0)
    case .upload: return .upload(try parseFile(&scanner).0)
    case .text, .query:
      hintAtVariable(name, separator, scanner)
      let text = try parseText(&scanner)
      return separator == .text ? .text(text) : .query(text)
    case .header: return .header(try parseText(&scanner))
    }
  }

  /// Reads the expression after `name:=`, which ends at the first space outside brackets.
  private mutating func parseValue(
    of name: Name, _ scanner: inout Scanner
  ) throws(Malformed) -> Expression {
    let start = scanner.position
    let end = scanner.endOfValue()
    guard end > start else { throw reject(.itemWithoutValue(name)) }
    scanner.position = end
    return parseExpression(from: start, to: end)
  }

  /// Reads `{…}` or `[…]`, the whole body.
  private mutating func parseBody(_ scanner: inout Scanner) throws(Malformed) -> Item {
    let start = scanner.position
    let end = scanner.endOfValue()
    scanner.position = end
    let range = source.range(start, end)
    return Item(
      name: nil, kind: .body(parseExpression(from: start, to: end)), range: range,
      valueRange: range)
  }

  /// Reads the name of a file.
  mutating func parseFile(
    _ scanner: inout Scanner
  ) throws(Malformed) -> (Name, SourceRange) {
    let text = try parseText(&scanner)
    guard let name = text.literal else { throw reject(.interpolationNotAllowed(at: text.range)) }
    guard !name.isEmpty else { throw reject(.expectedFile(at: text.range)) }
    return (Name(name, range: text.range), text.range)
  }

  /// Remarks that `name=$x` sends the text `$x`.
  private mutating func hintAtVariable(
    _ name: Name, _ separator: Separator, _ scanner: Scanner
  ) {
    guard scanner.next == UInt8(ascii: "$"),
      scanner.peek(1).map({ $0.isLetter || $0 == 0x5F }) ?? false
    else { return }
    let range = scanner.rangeOfToken
    let text = source.text(of: range)
    let fixed = separator == .text ? "\(name):=\(text)" : "\(name)==\"{\(text)}\""
    report(.literalVariable(text, meant: fixed, at: range))
  }
}
