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
    if case .constant(let value) = rule.condition { return value.boolValue == true }
    return try rule.condition.bool("Choices[\(position)]/Condition", in: scope(of: strand))
  }

  /// Leaves the Choice state for `next`.
  private mutating func go(
    to next: Int, after result: ResultCode, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    let (output, assigned) = try evaluate(
      result, strand, default: strand.input, result: nil, errorOutput: nil)
    return try leave(
      &strand, index, output: output, assigned: assigned, shape: result.assignShape, next: next)
  }

  /// The error of a Choice state of which no rule holds.
  private func noMatch(in strand: Strand) -> StateError {
    StateError(
      ErrorName.noChoiceMatched,
      cause: "An error occurred while executing the state '\(strand.code.name)' (entered at the "
        + "event id #\(strand.enteredEvent)). Failed to transition out of the state. The state "
        + "does not point to a next state.")
  }
}
