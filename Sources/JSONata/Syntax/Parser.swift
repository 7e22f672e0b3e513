import JSON

/// Reads an expression by operator precedence (Pratt), as the reference does.
///
/// What the reference does in a second pass (`processAST`), this parser does to each part as soon
/// as it has been read. Mistakes that only the second pass finds are kept until the whole text has
/// been read, so that those of the first pass go before them.
struct Parser {
  /// The words.
  var lexer: Lexer

  /// The token that has not been consumed yet.
  var token: Token

  /// The offset after the last consumed token.
  private(set) var end = 0

  /// The parts; the first is none.
  var parts: ContiguousArray<Part> = []

  /// The regular expressions.
  var regexes: [ScriptRegex] = []

  /// The signatures of functions.
  var signatures: [Signature] = []

  /// The rare properties of parts.
  var rare: [Part.Rare] = []

  /// Where the `%` find their objects.
  var slots: [Part.Slot] = []

  /// What has been noted of mistakes; nil if the first one ends the parsing.
  var recovery: Recovery?

  /// The first mistake of those that the reference's second pass finds.
  private(set) var laterError: JSONataError?

  /// The token of the outermost operation of the expression that has been read last, which the
  /// reference blames if the expression is not what is wanted.
  private(set) var lastOperation = SourceLocation(0, 0)

  /// How many steps searches for the objects of `%` may still take.
  var searchesLeft = 10_000_000

  /// How many expressions are being read inside each other.
  private var nesting: Int32 = 0

  /// Whether the text goes on after the expression.
  private let isPrefix: Bool

  /// The deepest nesting that is accepted on any stack.
  private static let maximumHeight: Int32 = 500

  /// The nesting up to which the stack is taken to have room.
  static let presumedHeight: Int32 = 24

  /// The deepest nesting for which the stack is known to have room.
  private var heightLimit = Self.presumedHeight

  /// Starts at the first of `bytes`.
  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: JSONataExpression.Dialect, isPrefix: Bool
  ) {
    self.isPrefix = isPrefix
    lexer = Lexer(bytes, dialect: dialect, isPrefix: isPrefix)
    parts.reserveCapacity(bytes.count / 4 + 4)
    parts.append(Part(.end, at: SourceLocation(0, 0)))
    token = lexer.next(afterOperand: false)
  }

  /// What `body` makes of the text `source` from the UTF-8 offset `start` on.
  static func reading<Value>(
    _ source: String, from start: Int = 0, dialect: JSONataExpression.Dialect,
    isPrefix: Bool = false, _ body: (inout Parser) throws(JSONataError) -> Value
  ) -> Result<Value, JSONataError> {
    var source = source
    return source.withUTF8 { bytes in
      var parser = Parser(
        UnsafeBufferPointer(rebasing: bytes[min(start, bytes.count)...]), dialect: dialect,
        isPrefix: isPrefix)
      return Result { () throws(JSONataError) in try body(&parser) }
    }
  }

  /// Reads the whole text.
  mutating func parseAll() throws(JSONataError) -> Part.ID {
    if token.isInvalid { throw invalid() }
    let root = try expression()
    if !token.isEnd { try fail(error("S0201"), value(of: token)) }
    try finish(root)
    return root
  }

  /// Reads the longest expression at the start of the text.
  mutating func parsePrefix() throws(JSONataError) -> Part.ID {
    let root = try expression()
    try finish(root)
    return root
  }

  /// Throws what is wrong with the whole expression `root`.
  private mutating func finish(_ root: Part.ID) throws(JSONataError) {
    if self[root].traits.contains(.seeks) {
      failLater("S0217", at: self[root].location, token: self[root].tag.typeName)
    }
    if let laterError { throw laterError }
  }

  // MARK: - Expressions

  /// Reads an expression whose operators bind more strongly than `power`.
  mutating func expression(_ power: Int = 0) throws(JSONataError) -> Part.ID {
    let start = token.start
    return path(around: try operand(power), from: start)
  }

  /// Reads an expression as `expression` does, but leaves a lone name as it is, so that a step can
  /// be made of it.
  mutating func operand(_ power: Int) throws(JSONataError) -> Part.ID {
    nesting += 1
    defer { nesting -= 1 }
    let start = token.start
    let first = token
    var latest = first.location
    try check(height: nesting)
    try advance(afterOperand: true)
    var left = try prefix(first)
    try close(left, from: start)
    while power < token.leftBindingPower {
      let operation = token
      if !keepsName(left, before: operation) { left = path(around: left, from: start) }
      try advance()
      left = try infix(operation, left, after: latest)
      try close(left, from: start)
      latest = operation.location
    }
    lastOperation = latest
    return left
  }

  /// Whether `left` stays a lone name if it is one: before a step and a predicate, and where it is
  /// the word that starts the definition of a function.
  @inline(__always)
  private func keepsName(_ left: Part.ID, before operation: Token) -> Bool {
    switch operation.symbol {
    case .dot, .openBracket: true
    case .openParenthesis: self[left].tag == .name && isFunctionWord(left)
    default: false
    }
  }

  /// Notes the extent of a part that has just been read.
  @inline(__always)
  private mutating func close(_ part: Part.ID, from start: Int) throws(JSONataError) {
    if self[part].tag != .name { self[part].extent = SourceLocation(start, max(start, end)) }
    try check(height: self[part].height)
  }

  /// Checks that parts may be nested so deeply.
  @inline(__always)
  private mutating func check(height: Int32) throws(JSONataError) {
    if height > heightLimit { try raiseLimit(to: height) }
  }

  /// Looks how much room the stack has.
  private mutating func raiseLimit(to height: Int32) throws(JSONataError) {
    if heightLimit == Self.presumedHeight {
      let used = Int(nesting)
      heightLimit = Int32(clamping: min(Int(Self.maximumHeight), NativeStack.levels + used))
    }
    guard height <= heightLimit else { throw tooDeep() }
  }

  /// `part`, or a path of the one step `part` if it is a name.
  @inline(__always)
  mutating func path(around part: Part.ID, from start: Int) -> Part.ID {
    self[part].tag == .name ? pathOfName(part, from: start) : part
  }

  /// The error about an expression that is nested too deeply.
  func tooDeep() -> JSONataError {
    JSONataError("D1011", at: token.location)
  }

  // MARK: - Tokens

  /// Takes the token and reads the next one.
  @inline(__always)
  mutating func advance(afterOperand: Bool = false) throws(JSONataError) {
    if token.isInvalid { throw invalid() }
    if token.isEnd { return }
    end = token.end
    let next = lexer.next(afterOperand: afterOperand)
    if next.isInvalid, !isPrefix { return try reject(next) }
    token = next
  }

  /// Throws or notes that `next`, the text after the token, is no token.
  private mutating func reject(_ next: Token) throws(JSONataError) {
    guard next.kind == .unknown else { throw lexer.error ?? error("S0205") }
    let text = text(of: next)
    try fail(JSONataError("S0204", at: next.location, token: text), .string(text))
  }

  /// Takes `symbol`, which must be the token.
  mutating func expect(_ symbol: Symbol, afterOperand: Bool = false) throws(JSONataError) {
    if token.symbol == symbol { return try advance(afterOperand: afterOperand) }
    if token.isInvalid { throw invalid() }
    let isRest = token.kind == .failure
    let error = JSONataError(
      token.isEnd ? "S0203" : "S0202", at: isRest ? nil : token.location,
      token: isRest ? nil : text(of: token), value: .string(symbol.text))
    try fail(error, value(of: token))
  }

  /// Takes `symbol` if it is the token.
  mutating func skip(_ symbol: Symbol) throws(JSONataError) -> Bool {
    guard token.symbol == symbol else { return false }
    try advance()
    return true
  }

  // MARK: - Errors

  /// An error about the token.
  func error(_ code: String) -> JSONataError {
    JSONataError(code, at: token.location, token: text(of: token))
  }

  /// What is wrong with a text that is no token.
  private func invalid() -> JSONataError {
    token.kind == .unknown ? error("S0204") : lexer.error ?? error("S0205")
  }

  /// Notes a mistake that the reference's second pass finds.
  mutating func failLater(
    _ code: String, at location: SourceLocation, token: String? = nil, value: JSONValue? = nil
  ) {
    guard laterError == nil else { return }
    laterError = JSONataError(code, at: location, token: token, value: value)
  }

  /// `token` as the `token` of an error.
  func text(of token: Token) -> String {
    switch token.kind {
    case .name, .variable, .string:
      var part = Part(.name, at: token.location)
      if token.isEscaped { part.traits.insert(.escaped) }
      return text(of: part)
    case .number: return JSONNumber.text(of: token.number)
    case .regex: return lexer.text(token.start + 1..<token.patternEnd)
    case .symbol, .value, .unknown: return lexer.text(token.start..<token.end)
    case .end, .invalid, .failure: return "(end)"
    }
  }

  /// The token at `location` as the `token` of an error.
  func text(at location: SourceLocation) -> String {
    var part = Part(.name, at: location)
    let bytes = lexer.bytes[location.range]
    if bytes.contains(UInt8(ascii: "\\")) { part.traits.insert(.escaped) }
    return SyntaxTree.text(of: part, bytes)
  }

  /// The text that the name, variable or text `part` stands for.
  func text(of part: Part) -> String {
    SyntaxTree.text(of: part, lexer.bytes[part.location.range])
  }
}

extension Token {
  /// Whether the text is no token.
  @inline(__always)
  fileprivate var isInvalid: Bool { kind == .invalid || kind == .unknown }
}
