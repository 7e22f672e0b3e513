package import JSON
package import StatesExecution

/// Runs functions whose source is at hand.
package protocol FunctionRunner: Sendable {
  /// Calls `handler(event, context)` of the Python module `source`.
  func runPython(_ source: String, event: JSONValue) async -> TaskOutcome
}
