import JSON

/// One word of an expression.
struct Token {
  /// What kind of word it is.
  enum Kind {
    case name(String)
    case variable(String)
    case string(String)
    case number(Double)
    case value(JSONValue)
    case regex(pattern: String, flags: String)
    case symbol(Symbol)
    case end

    /// A text that is no token; the error is thrown when the parser needs the token.
    case invalid(JSONataError)
  }

  /// What kind of word it is.
  var kind: Kind

  /// Where it stands.
  var location: SourceLocation

  /// The operator, if it is one.
  var symbol: Symbol? {
    if case .symbol(let symbol) = kind { return symbol }
    return nil
  }

  /// Whether it is the end of the text.
  var isEnd: Bool {
    if case .end = kind { return true }
    return false
  }

  /// The token as error messages show it.
  var text: JSONValue {
    switch kind {
    case .name(let text), .variable(let text), .string(let text): .string(text)
    case .number(let number): .number(number)
    case .value(let value): value
    case .regex(let pattern, _): .string(pattern)
    case .symbol(let symbol): .string(symbol.rawValue)
    case .end, .invalid: .string("(end)")
    }
  }

  /// The token as the `token` of an error.
  var errorToken: String {
    text.stringValue ?? JSONWriter.compact(text)
  }
}

/// An operator or a bracket.
enum Symbol: String, Sendable {
  case dot = "."
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case comma = ","
  case at = "@"
  case hash = "#"
  case semicolon = ";"
  case colon = ":"
  case question = "?"
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case percent = "%"
  case bar = "|"
  case equal = "="
  case less = "<"
  case greater = ">"
  case caret = "^"
  case ampersand = "&"
  case doubleStar = "**"
  case doubleDot = ".."
  case assign = ":="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case apply = "~>"
  case elvis = "?:"
  case coalesce = "??"
  case and
  case or
  case `in`

  /// How strongly it binds what stands to its left; 0 if it is no infix operator.
  var leftBindingPower: Int {
    switch self {
    case .openBracket, .openParenthesis, .at, .hash: 80
    case .dot: 75
    case .openBrace: 70
    case .star, .slash, .percent: 60
    case .plus, .minus, .ampersand: 50
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .caret, .apply,
      .elvis, .coalesce:
      40
    case .and: 30
    case .or: 25
    case .question: 20
    case .assign: 10
    default: 0
    }
  }
}
