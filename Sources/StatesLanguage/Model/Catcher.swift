package import JSON

/// An entry of `Catch`: which errors lead to which state, and what they hand on.
package struct Catcher: Equatable, Sendable {
  /// What it is for.
  package var comment: String?

  /// The names of the errors.
  package var errors: [String]

  /// The variables that it sets, instead of the state's.
  package var assign: Template?

  /// What it hands on, instead of the error output.
  package var output: Template?

  /// The state to which it leads.
  package var next: String

  /// Its fields for JSONPath, by their names, as they were written.
  package var jsonPath: JSONObject

  /// Creates a catcher.
  package init(
    comment: String? = nil, errors: [String], assign: Template? = nil, output: Template? = nil,
    next: String, jsonPath: JSONObject = .empty
  ) {
    self.comment = comment
    self.errors = errors
    self.assign = assign
    self.output = output
    self.next = next
    self.jsonPath = jsonPath
  }
}

/// The names of errors that the language itself knows.
package enum ErrorName {
  /// Stands for every error that can be caught; allowed only alone.
  package static let all = "States.ALL"
  /// Stands for every failure of a task but a timeout.
  package static let taskFailed = "States.TaskFailed"
  /// A task, a state or the whole execution took too long.
  package static let timeout = "States.Timeout"
  /// A task did not send its heartbeat in time; a kind of timeout.
  package static let heartbeatTimeout = "States.HeartbeatTimeout"
  /// The result cannot be placed in the input.
  package static let resultPathMatch = "States.ResultPathMatchFailure"
  /// A mistake of the machine at run time; cannot be caught.
  package static let runtime = "States.Runtime"
  /// A value was too large; cannot be caught by `States.ALL`.
  package static let dataLimitExceeded = "States.DataLimitExceeded"
  /// An expression failed.
  package static let queryEvaluation = "States.QueryEvaluationError"
  /// No rule of a Choice state fits, and it has no default.
  package static let noChoiceMatched = "States.NoChoiceMatched"
  /// More items of a Map failed than it tolerates.
  package static let exceedToleratedFailure = "States.ExceedToleratedFailureThreshold"
  /// The items of a distributed Map could not be read.
  package static let itemReaderFailed = "States.ItemReaderFailed"
  /// The results of a distributed Map could not be written.
  package static let resultWriterFailed = "States.ResultWriterFailed"
  /// A branch of a Parallel state failed.
  package static let branchFailed = "States.BranchFailed"
  /// The role may not do it.
  package static let permissions = "States.Permissions"
}
