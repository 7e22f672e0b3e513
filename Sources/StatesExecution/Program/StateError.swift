import JSON
import StatesLanguage

/// What went wrong in a state, as retriers, catchers and the execution's end see it.
package struct StateError: Error, Equatable, Sendable {
  /// The error's name; a Fail state and a failing task may leave it out.
  package var error: String?

  /// What happened.
  package var cause: String?

  /// The field whose expression failed, if that is the reason.
  var evaluation: Evaluation?

  /// An expression that failed.
  struct Evaluation: Equatable, Sendable {
    /// Its field, where the sentence names one.
    var location: String?

    /// The sentence without the state that it is prefixed with.
    var sentence: String

    /// Whether the expression had a value, which the state then refused.
    var followsEntry = false

    /// Whether its event follows that before the state was entered, whatever came since.
    var precedesEntry = false

    /// Whether the history tells of it; it does not of what fails in JSONPath.
    var isRecorded = true
  }

  /// Whether silence, not the whole time, is why a task took too long.
  var isHeartbeat = false

  /// Whether no catcher gets it, whatever it names.
  var isFinal = false

  /// Creates an error.
  package init(_ error: String?, cause: String? = nil) {
    self.error = error
    self.cause = cause
  }

  /// An expression failed; the state and its event are added when the error reaches the state.
  init(evaluating location: String?, _ sentence: String) {
    error = ErrorName.queryEvaluation
    evaluation = Evaluation(location: location, sentence: sentence)
  }

  /// A state refused the value of the field `location`.
  init(refusing location: String?, _ sentence: String) {
    self.init(evaluating: location, sentence)
    evaluation?.followsEntry = true
  }

  /// Something failed in JSONPath; the state is added when the error reaches it.
  init(runtime sentence: String) {
    error = ErrorName.runtime
    evaluation = Evaluation(location: nil, sentence: sentence, isRecorded: false)
  }

  /// A task took too long, or was silent too long.
  static func timeout(isHeartbeat: Bool = false) -> StateError {
    var error = StateError(ErrorName.timeout)
    error.isHeartbeat = isHeartbeat
    return error
  }

  /// The error output that a catcher sees.
  var output: JSONValue {
    let isTimeout = error == ErrorName.timeout || error == ErrorName.heartbeatTimeout
    let cause = cause ?? (isTimeout ? "" : nil)
    return .object(
      JSONObject(
        shape: Self.outputShape,
        values: [error.map { .string($0) } ?? .null, cause.map { .string($0) } ?? .null]))
  }

  private static let outputShape = JSONShape(uniqueKeys: ["Error", "Cause"])

  /// Whether one of `names` in `ErrorEquals` stands for it.
  func matches(_ names: [String]) -> Bool {
    !isFinal && names.contains(where: matches)
  }

  /// Whether `name` in `ErrorEquals` stands for it.
  private func matches(_ name: String) -> Bool {
    if name == error { return true }
    let isTimeout = error == ErrorName.timeout || error == ErrorName.heartbeatTimeout
    switch name {
    case ErrorName.all: return !isTerminal
    case ErrorName.taskFailed: return !isTerminal && !isTimeout
    case ErrorName.timeout: return isTimeout
    case ErrorName.heartbeatTimeout: return isHeartbeat
    default: return false
    }
  }

  /// Whether only its own name stands for it.
  private var isTerminal: Bool { error == ErrorName.runtime }
}
