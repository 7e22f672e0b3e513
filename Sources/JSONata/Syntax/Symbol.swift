/// An operator or a bracket.
enum Symbol: Sendable {
  case dot, openBracket, closeBracket, openBrace, closeBrace, openParenthesis, closeParenthesis
  case comma, at, hash, semicolon, colon, question
  case plus, minus, star, slash, percent, bar, equal, less, greater, caret, ampersand
  case doubleStar, doubleDot, assign, notEqual, lessOrEqual, greaterOrEqual, apply
  case elvis, coalesce
  case and, or, `in`

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

  /// The operator as it is written.
  var text: String {
    switch self {
    case .dot: "."
    case .openBracket: "["
    case .closeBracket: "]"
    case .openBrace: "{"
    case .closeBrace: "}"
    case .openParenthesis: "("
    case .closeParenthesis: ")"
    case .comma: ","
    case .at: "@"
    case .hash: "#"
    case .semicolon: ";"
    case .colon: ":"
    case .question: "?"
    case .plus: "+"
    case .minus: "-"
    case .star: "*"
    case .slash: "/"
    case .percent: "%"
    case .bar: "|"
    case .equal: "="
    case .less: "<"
    case .greater: ">"
    case .caret: "^"
    case .ampersand: "&"
    case .doubleStar: "**"
    case .doubleDot: ".."
    case .assign: ":="
    case .notEqual: "!="
    case .lessOrEqual: "<="
    case .greaterOrEqual: ">="
    case .apply: "~>"
    case .elvis: "?:"
    case .coalesce: "??"
    case .and: "and"
    case .or: "or"
    case .in: "in"
    }
  }
}
