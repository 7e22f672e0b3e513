package import JSON
import StatesLanguage

/// What came of a run.
package struct ExecutionResult: Sendable {
  /// How the run ended.
  package enum Status: Sendable {
    /// With an output.
    case succeeded(JSONValue)
    /// With an error.
    case failed(StateError)
    /// It took longer than the machine allows.
    case timedOut
    /// It was cancelled.
    case cancelled
    /// It stopped before states; one for each strand that did.
    case stopped([StopPoint])
  }

  /// How the run ended.
  package var status: Status

  /// The execution as it is now; a stopped one can go on from here.
  package var execution: Execution

  /// The variables of the outermost scope.
  package var variables: [String: JSONValue] { execution.variables }

  /// The history, if it is kept.
  package var history: [HistoryEvent] { execution.history }

  /// The stays in states, if they are recorded, in the order in which they began.
  package var visits: [StateVisit] { execution.visits }

  /// How long the run took on its own clock.
  package var duration: Duration { execution.context.startTime.duration(to: execution.now) }

  /// The output, if the run ended with one.
  package var output: JSONValue? {
    if case .succeeded(let output) = status { return output }
    return nil
  }

  /// The error, if the run ended with one.
  package var error: StateError? {
    if case .failed(let error) = status { return error }
    return nil
  }
}
