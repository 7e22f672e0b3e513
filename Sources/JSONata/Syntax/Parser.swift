import JSON

/// Reads an expression by operator precedence (Pratt), as the reference does.
struct Parser {
  private var lexer: Lexer

  /// The token that has not been consumed yet.
  private(set) var token: Token

  /// The offset after the last consumed token.
  private(set) var end: Int

  /// How many expressions are being read inside each other.
  private var nesting = 0

  /// The deepest nesting, and the longest chain of operators, that is accepted.
  static let maximumHeight = 500

  /// Starts at the byte `offset` of `bytes`.
  init(
    _ bytes: [UInt8], from offset: Int = 0, dialect: JSONataExpression.Dialect,
    isPrefix: Bool = false
  ) {
    lexer = Lexer(bytes, from: offset, dialect: dialect, isPrefix: isPrefix)
    end = offset
    token = lexer.next(afterOperand: false)
  }

  /// Reads the whole text.
  mutating func parseAll() throws(JSONataError) -> Node {
    let node = try expression(0)
    if case .invalid(let error) = token.kind { throw error }
    guard token.isEnd else { throw error("S0201") }
    return node
  }

  /// Reads an expression whose operators bind more strongly than `power`.
  mutating func expression(_ power: Int) throws(JSONataError) -> Node {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.maximumHeight else { throw tooDeep() }
    let start = token.location.start
    var left = try prefix(try consume(afterOperand: true))
    try finish(&left, from: start)
    while let symbol = token.symbol, power < symbol.leftBindingPower {
      let place = try consume().location
      left = try infix(symbol, left, at: place)
      try finish(&left, from: start)
    }
    return left
  }

  /// Notes the extent and the height of a part that has just been read.
  private func finish(_ node: inout Node, from start: Int) throws(JSONataError) {
    node.extent = start..<max(start, end)
    node.height = 1 + (node.children.lazy.map(\.height).max() ?? 0)
    guard node.height <= Self.maximumHeight else { throw tooDeep() }
  }

  /// The error about an expression that is nested too deeply.
  private func tooDeep() -> JSONataError {
    JSONataError("D1011", at: token.location)
  }

  // MARK: - Tokens

  /// Takes the token and reads the next one.
  @discardableResult
  mutating func consume(afterOperand: Bool = false) throws(JSONataError) -> Token {
    let consumed = token
    if case .invalid(let error) = consumed.kind { throw error }
    if !consumed.isEnd {
      end = consumed.location.end
      token = lexer.next(afterOperand: afterOperand)
    }
    return consumed
  }

  /// Takes `symbol`, which must be the token.
  mutating func expect(_ symbol: Symbol, afterOperand: Bool = false) throws(JSONataError) {
    if case .invalid(let error) = token.kind { throw error }
    guard token.symbol == symbol else {
      throw JSONataError(
        token.isEnd ? "S0203" : "S0202", at: token.location, token: token.errorToken,
        value: .string(symbol.rawValue))
    }
    try consume(afterOperand: afterOperand)
  }

  /// Takes `symbol` if it is the token.
  mutating func skip(_ symbol: Symbol) throws(JSONataError) -> Bool {
    guard token.symbol == symbol else { return false }
    try consume()
    return true
  }

  /// An error about the token.
  func error(_ code: String) -> JSONataError {
    JSONataError(code, at: token.location, token: token.errorToken)
  }
}
