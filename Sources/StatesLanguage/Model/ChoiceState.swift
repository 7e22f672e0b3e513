package import JSON

/// What a Choice state does: it leads to the state of the first rule that holds.
package struct ChoiceState: Equatable, Sendable {
  /// The rules in order.
  package var rules: [ChoiceRule]

  /// The state to which it leads when no rule holds.
  package var defaultState: String?

  /// Creates a Choice state.
  package init(rules: [ChoiceRule], defaultState: String? = nil) {
    self.rules = rules
    self.defaultState = defaultState
  }
}

/// An entry of `Choices`.
package struct ChoiceRule: Equatable, Sendable {
  /// What it is for.
  package var comment: String?

  /// When it holds: an expression, or a constant truth value.
  package var condition: Template?

  /// When it holds in JSONPath: the members `Variable`, a comparison, `And`, `Or`, `Not`.
  package var comparison: JSONObject

  /// The variables that it sets, instead of the state's.
  package var assign: Template?

  /// What it hands on, instead of the state's output.
  package var output: Template?

  /// The state to which it leads.
  package var next: String

  /// Creates a rule.
  package init(
    comment: String? = nil, condition: Template? = nil, comparison: JSONObject = .empty,
    assign: Template? = nil, output: Template? = nil, next: String
  ) {
    self.comment = comment
    self.condition = condition
    self.comparison = comparison
    self.assign = assign
    self.output = output
    self.next = next
  }
}
