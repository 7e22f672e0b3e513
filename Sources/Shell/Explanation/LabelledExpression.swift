import SessionLanguage

/// An expression of a step with what stands before it.
struct LabelledExpression {
  /// What stands before it: `amount:=`, `return `.
  var label: String

  /// The expression.
  var expression: Expression

  /// What stands after it: the brace of an interpolation.
  var ending = ""
}

extension Step {
  /// The expressions that the step evaluates itself, whatever comes out of them, in the order of the
  /// text.
  var plainExpressions: [LabelledExpression] {
    let start = name.map { "\($0.text) = " } ?? ""
    return switch kind {
    case .call(let call): call.labelledExpressions
    case .value(let expression): [LabelledExpression(label: start, expression: expression)]
    case .wait(.until(let time)): [LabelledExpression(label: "wait until ", expression: time)]
    case .map(let map):
      [LabelledExpression(label: "\(start)for \(map.item) in ", expression: map.items)]
    case .fail(let error, let cause):
      error.labelled("fail ") + (cause?.labelled("fail … ") ?? [])
    case .return(let value?): [LabelledExpression(label: "return ", expression: value)]
    case .wait, .conditional, .parallel, .return: []
    }
  }
}

extension Call {
  /// The expressions of what is sent.
  fileprivate var labelledExpressions: [LabelledExpression] {
    path.labelled("") + items.flatMap(\.labelledExpressions)
  }
}

extension Item {
  /// The expressions in the item.
  fileprivate var labelledExpressions: [LabelledExpression] {
    let name = self.name?.text ?? ""
    return switch kind {
    case .text(let text): text.labelled("\(name)=")
    case .query(let text): text.labelled("\(name)==")
    case .header(let text): text.labelled("\(name):")
    case .value(let value): [LabelledExpression(label: "\(name):=", expression: value)]
    case .body(let value): [LabelledExpression(label: "", expression: value)]
    case .bodyFile, .upload, .valueFile: []
    }
  }
}

extension InterpolatedText {
  /// The expressions in the text.
  fileprivate func labelled(_ label: String) -> [LabelledExpression] {
    segments.compactMap { segment in
      guard case .expression(let expression) = segment else { return nil }
      return LabelledExpression(label: "\(label){", expression: expression, ending: "}")
    }
  }
}
