/// What a Fail state does: it ends the machine with an error.
package struct FailState: Equatable, Sendable {
  /// The error's name, a text or an expression.
  package var error: Template?

  /// What happened, a text or an expression.
  package var cause: Template?

  /// Creates a Fail state.
  package init(error: Template? = nil, cause: Template? = nil) {
    self.error = error
    self.cause = cause
  }
}
