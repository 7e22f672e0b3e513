import Diagnostics
import JSONata

extension Parser {
  /// Reads the longest expression that comes next, and the spaces after it.
  ///
  /// After a mistake in the expression the rest of the line is taken for a part of it. Where
  /// `allowsBareWord`, it may start with the name of a member of its context.
  mutating func parseExpression(
    _ scanner: inout Scanner, allowsBareWord: Bool = false
  ) throws(Malformed) -> Expression {
    let start = scanner.position
    guard !scanner.isAtEnd else { throw reject(.expectedExpression(at: scanner.rest)) }
    if !allowsBareWord { try checkFirstWord(scanner) }
    let parsed = parse(from: start, to: scanner.end)
    scanner.position = start + parsed.length
    scanner.skipSpaces()
    return parsed.expression
  }

  /// Reads an expression that takes the bytes from `start` up to `end`, all of them.
  mutating func parseExpression(
    from start: Int, to end: Int, allowsBareWord: Bool = false
  ) -> Expression {
    var scanner = Scanner(source, from: start, to: end)
    scanner.skipSpaces()
    guard let expression = try? parseExpression(&scanner, allowsBareWord: allowsBareWord) else {
      return Expression(
        source: source.text(start, end), range: source.range(start, end), compiled: nil)
    }
    if !scanner.isAtEnd {
      report(
        .unexpected(
          afterExpression: source.text(of: scanner.rangeOfToken), at: scanner.rangeOfToken))
    }
    return expression
  }

  /// Diagnoses what is left of a line.
  mutating func expectEndOfLine(_ scanner: inout Scanner) throws(Malformed) {
    scanner.skipSpaces()
    guard !scanner.isAtEnd else { return }
    let range = scanner.rangeOfToken
    throw reject(.unexpected(source.text(of: range), at: range))
  }

  // MARK: -

  /// Diagnoses an expression that starts with a bare word.
  private mutating func checkFirstWord(_ scanner: Scanner) throws(Malformed) {
    guard let word = scanner.bareWord, !ExpressionSyntax.isValueWord(word.text) else { return }
    throw reject(.bareWord(word))
  }

  /// The expression that the bytes from `start` up to `end` start with, and how many it takes.
  private mutating func parse(
    from start: Int, to end: Int
  ) -> (expression: Expression, length: Int) {
    switch ExpressionSyntax.parsePrefix(of: source.text(start, end)) {
    case .expression(let compiled, let length):
      return (expression(compiled, from: start, to: start + length), length)
    case .mistake(let code, let message, let range):
      let lower = min(start + range.lowerBound, end)
      let place = source.range(lower, min(max(start + range.upperBound, lower), end))
      report(.expressionSyntax(code, message, at: place))
      return (expression(nil, from: start, to: end), end - start)
    }
  }

  /// The node of an expression, without the spaces around it.
  private func expression(
    _ compiled: JSONataExpression?, from start: Int, to end: Int
  ) -> Expression {
    var end = end
    while end > start, source.bytes[end - 1].isSpace { end -= 1 }
    return Expression(
      source: source.text(start, end), range: source.range(start, end), compiled: compiled)
  }
}

extension Scanner {
  /// The range of what comes next up to a space.
  var rangeOfToken: SourceRange {
    var copy = self
    return copy.takeToken()?.range ?? rest
  }
}
