package import Diagnostics
package import JSON

/// What came of running one step of an open workflow.
package struct StepRecord: Sendable {
  /// How a step ended.
  package enum Outcome: Sendable {
    /// It gave this result, if it is one that gives any.
    case succeeded(JSONValue?)

    /// No branch of it was taken.
    case notTaken

    /// It ended the workflow with this output.
    case returned(JSONValue)

    /// It ended the workflow with an error.
    case failed(error: String, cause: String?)

    /// It was not run, because the step of this name ended the run before.
    case unreached(after: String)
  }

  /// How it ended.
  package var outcome: Outcome

  /// The run of its states.
  package var run: RunRecord?

  /// The variables after it.
  package var variables: [String: JSONValue]

  /// The output of its last state, which is the input of the next.
  package var output: JSONValue

  /// The error of it that a `catch` took.
  package var caught: String?

  /// Which of its expressions has failed, if that ended it.
  package var mistake: Diagnostic?

  /// What is said of it beside its result.
  package var remark: String?

  /// Whether something that it depends on has changed since.
  package var isStale = false

  /// Whether mocks that are entered after the workflow, when it is read from a file, have had a
  /// hand in it.
  package var isMocked = false

  /// Whether it waits for a step before it to succeed.
  package var isUnreached: Bool {
    if case .unreached = outcome { true } else { false }
  }

  /// Whether the steps after it can run.
  package var isPassable: Bool {
    switch outcome {
    case .succeeded, .notTaken: true
    case .returned, .failed, .unreached: false
    }
  }
}
