import JSON
import StatesLanguage

extension Execution {
  /// Goes where the first rule that holds leads.
  mutating func choose(
    _ choice: ChoiceCode, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    for (position, rule) in choice.rules.enumerated() {
      guard try holds(rule, position, strand) else { continue }
      return try go(to: rule.next, after: rule.result, &strand, index)
    }
    guard let next = choice.otherwise else { throw noMatch(in: strand) }
    return try go(to: next, after: strand.code.result, &strand, index)
  }

  /// Whether `rule` holds.
  private func holds(
    _ rule: ChoiceCode.Rule, _ position: Int, _ strand: Strand
  ) throws(StateError) -> Bool {
    switch rule.condition {
    case .comparison(let comparison): return try comparison.holds(in: scope(of: strand))
    case .template(.constant(let value)): return value.boolValue == true
    case .template(let template):
      return try template.bool("Choices[\(position)]/Condition", in: scope(of: strand))
    }
  }

  /// Leaves the Choice state for `next`.
  private mutating func go(
    to next: Int, after result: ResultCode, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    let (output, assigned) = try evaluate(
      result, strand, default: strand.effectiveInput, result: nil)
    return try leave(
      &strand, index, output: output, assigned: assigned, shape: result.assignShape, next: next)
  }

  /// The error of a Choice state of which no rule holds.
  private func noMatch(in strand: Strand) -> StateError {
    StateError(
      runtime: "Failed to transition out of the state. The state does not point to a next state.")
  }
}
