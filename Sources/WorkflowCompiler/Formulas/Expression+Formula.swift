import JSONata
import SessionLanguage

extension Expression {
  /// The expression as it goes into a state.
  var formula: Formula {
    Formula(source, reads: variables, constant: compiled?.literal)
  }

  /// Whether it has a value if it does not fail.
  var isDefined: Bool { compiled?.isAlwaysDefined ?? false }

  /// The variables that it reads, without `$`.
  var variables: Set<String> { Set((compiled?.freeVariables ?? []).map(\.name)) }
}

extension InterpolatedText {
  /// The expressions in it.
  var expressions: [Expression] {
    segments.compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
  }

  /// The text as a field: a constant, or an expression that gives a text.
  var draft: TemplateDraft {
    if let literal { return .text(literal) }
    return .formula(formula)
  }

  /// The text as an expression that gives a text.
  var formula: Formula {
    if segments.count == 1, case .expression(let expression) = segments[0] {
      return expression.formula.wrapped { "$string(\($0))" }
    }
    let reads = expressions.reduce(into: Set<String>()) { $0.formUnion($1.formula.reads) }
    return Formula(segments.map(\.operand).joined(separator: " & "), reads: reads)
  }

  /// The only expression, if the text is nothing else.
  var soleExpression: Expression? {
    guard segments.count == 1, case .expression(let expression) = segments[0] else { return nil }
    return expression
  }
}

extension InterpolatedText.Segment {
  /// The piece as an operand of `&`.
  fileprivate var operand: String {
    switch self {
    case .literal(let text): JSONataText.quoted(text)
    case .expression(let expression): expression.formula.operand
    }
  }
}
