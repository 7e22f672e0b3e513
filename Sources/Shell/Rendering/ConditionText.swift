import JSON
import JSONata
import SessionLanguage

/// Says of the conditions of an `if` what they came to.
enum ConditionText {
  /// `taken: 2 > 0` for the branch whose condition holds, else `not taken: 0 > 0`.
  static func text(
    of branches: [ConditionalBranch], bindings: [String: JSONValue],
    environment: EvaluationEnvironment
  ) -> String {
    var refused: [String] = []
    for branch in branches {
      guard let condition = branch.condition else { return "taken: else" }
      let text = values(of: condition, bindings: bindings, environment: environment)
      let value = try? condition.compiled?.evaluate(
        nil, bindings: bindings, environment: environment)
      if value?.boolValue == true { return "taken: \(text)" }
      refused.append(text)
    }
    return "not taken: \(refused.joined(separator: ", "))"
  }

  /// A comparison with its values in the place of its sides; any other condition as it stands.
  private static func values(
    of condition: Expression, bindings: [String: JSONValue], environment: EvaluationEnvironment
  ) -> String {
    guard let comparison = condition.compiled?.comparison else { return condition.source }
    let sides = [comparison.left, comparison.right].map { range in
      value(condition.source, range, bindings: bindings, environment: environment)
    }
    return "\(sides[0]) \(comparison.symbol) \(sides[1])"
  }

  /// The value of the part of `source` that `range` covers, as short JSON.
  private static func value(
    _ source: String, _ range: Range<Int>, bindings: [String: JSONValue],
    environment: EvaluationEnvironment
  ) -> String {
    let utf8 = source.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let upper = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    let text = String(source[lower..<upper])
    guard let part = try? JSONataExpression(text),
      let value = try? part.evaluate(nil, bindings: bindings, environment: environment)
    else { return "undefined" }
    let json = JSONWriter.write(value, layout: .spaced)
    return json.count > 40 ? json.prefix(39) + "…" : json
  }
}
