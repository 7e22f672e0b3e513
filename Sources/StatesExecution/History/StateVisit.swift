package import JSON
package import StatesLanguage

/// One stay in a state: what went in, what was tried, and what came out.
package struct StateVisit: Sendable {
  /// The state's name.
  package var state: String

  /// The iterations and branches around it, outermost first.
  package var path: [Int]

  /// When the state was entered.
  package var entered: Timestamp

  /// When it was left or failed; nil while it is running.
  package var left: Timestamp?

  /// The state's input.
  package var input: JSONValue

  /// What was sent last, for a Task or Parallel state.
  package var arguments: JSONValue?

  /// The calls of a Task state.
  package var attempts: [Attempt] = []

  /// The raw result, for a Task, Parallel or Map state.
  package var result: JSONValue?

  /// What the state handed on.
  package var output: JSONValue?

  /// The variables that it set.
  package var assigned: JSONObject?

  /// The error that it could not mend by itself; a catcher may have dealt with it.
  package var error: StateError?

  /// The entry of `Catch` that dealt with the error, by its position.
  package var catcher: Int?

  /// The entry of `Retry` by which the state is to be tried again.
  package var retrier: Retry?

  /// What the fields of the state made of the data, in the order in which they were applied.
  package var stages: [(stage: Stage, value: JSONValue)] = []

  /// The state that followed; nil at the end of a graph or after an error.
  package var next: String?

  /// How long the state took.
  package var duration: Duration? { left.map { entered.duration(to: $0) } }

  /// An entry of `Retry` that applies to an error.
  package struct Retry: Sendable {
    /// Its position.
    package var index: Int

    /// How long the pause is before the state is tried again.
    package var delay: Duration
  }

  /// What a field makes of the data of a state, by the names of the TestState API.
  package enum Stage: String, Sendable {
    case afterInputPath
    case afterParameters
    case afterArguments
    case afterItemsPath
    case afterItemSelector
    case afterItemBatcher
    case maxConcurrency
    case toleratedFailureCount
    case toleratedFailurePercentage
    case result
    case afterResultSelector
    case afterResultPath
  }

  /// A call of a Task state.
  package struct Attempt: Sendable {
    /// When the call was made.
    package var started: Timestamp

    /// When its result was there.
    package var ended: Timestamp?

    /// Its result.
    package var result: JSONValue?

    /// Its error.
    package var error: StateError?
  }
}
