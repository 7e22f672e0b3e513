import JSON

/// The tree of an expression.
final class SyntaxTree: Sendable {
  /// The text.
  let source: String

  /// The parts; the first is none.
  let parts: ContiguousArray<Part>

  /// The part that the whole expression is.
  let rootID: Part.ID

  /// The regular expressions.
  let regexes: [ScriptRegex]

  /// The signatures of functions.
  let signatures: [Signature]

  /// The rare properties of parts.
  let rare: [Part.Rare]

  /// Where the `%` find their objects.
  let slots: [Part.Slot]

  /// Takes what `parser` has read of `source`; `root` is the whole expression.
  init(_ parser: Parser, _ root: Part.ID, of source: String) {
    self.source = source
    rootID = root
    parts = parser.parts
    regexes = parser.regexes
    signatures = parser.signatures
    rare = parser.rare
    slots = parser.slots
  }

  /// The nesting of the parts.
  var height: Int { Int(parts[Int(rootID)].height) }

  /// The part that the whole expression is.
  var root: Node { Node(self, rootID) }

  /// Reads `source`, a whole expression; positions in errors are those of the reference.
  static func parse(
    _ source: String, dialect: JSONataExpression.Dialect
  ) throws(JSONataError) -> SyntaxTree {
    let result = Parser.reading(source, dialect: dialect) { parser throws(JSONataError) in
      let root = try parser.parseAll()
      return SyntaxTree(parser, root, of: source)
    }
    do throws(JSONataError) {
      return try result.get()
    } catch {
      throw error.finished(in: source)
    }
  }

  /// Reads the longest expression at the UTF-8 offset `start` of `text`, where no white space is;
  /// returns its tree, whose source is what was read, and the length of that.
  ///
  /// Places in errors count from `start`.
  static func parsePrefix(
    of text: String, from start: Int, dialect: JSONataExpression.Dialect
  ) throws(JSONataError) -> (tree: SyntaxTree, length: Int) {
    try Parser.reading(text, from: start, dialect: dialect, isPrefix: true) {
      parser throws(JSONataError) in
      let root = try parser.parsePrefix()
      let source = parser.lexer.text(0..<parser.end)
      return (SyntaxTree(parser, root, of: source), parser.end)
    }.get()
  }

  /// Reads `source` as far as mistakes let it.
  static func recover(
    _ source: String, dialect: JSONataExpression.Dialect
  ) throws(JSONataError) -> ReferenceTree {
    let result = Parser.reading(source, dialect: dialect) { parser throws(JSONataError) in
      parser.recovery = Recovery()
      let root = try parser.parseAll()
      return ReferenceTree(
        SyntaxTree(parser, root, of: source), parser.recovery ?? Recovery())
    }
    do throws(JSONataError) {
      return try result.get()
    } catch {
      throw error.finished(in: source)
    }
  }

  // MARK: - Texts

  /// The text that the name, variable or text `part` stands for.
  func text(of part: Part) -> String {
    let bytes = source.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: part.location.start)
    let end = bytes.index(bytes.startIndex, offsetBy: part.location.end)
    return Self.text(of: part, bytes[start..<end])
  }

  /// The text that `part`, whose token is `token`, stands for.
  static func text(of part: Part, _ token: some BidirectionalCollection<UInt8>) -> String {
    switch token.first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      let content = token.dropFirst().dropLast()
      return part.traits.contains(.escaped)
        ? EscapedText.decode(content) : String(decoding: content, as: UTF8.self)
    case UInt8(ascii: "$"): return String(decoding: token.dropFirst(), as: UTF8.self)
    default: return String(decoding: token, as: UTF8.self)
    }
  }
}
