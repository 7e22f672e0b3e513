/// What the lines of a block are.
struct Body {
  /// The steps.
  var steps: [Step] = []

  /// What `yield` gives.
  var yield: Expression?

  /// The lines of the head, in the body of a workflow.
  var headers: [WorkflowHeader] = []

  /// The catch of the whole workflow.
  var `catch`: CatchClause?

  /// Whether the last line was malformed, so that clauses after it belong to nothing.
  var isAfterMistake = false
}
