package import JSON
import StatesExecution
import StatesLanguage

/// What is told of the run of one state.
package struct TestStateResponse {
  /// The execution at its end.
  let execution: Execution

  /// The run.
  let run: TestStateRun

  /// The stay in a state around it that deals with its error.
  var handler: StateVisit?

  /// The stay in the state.
  private var visit: StateVisit? { execution.visits.first }

  /// The stay in the state that deals with an error.
  private var outcome: StateVisit? { handler ?? visit }

  /// The error with which the state fails.
  var uncaughtError: StateError? { status == "FAILED" ? visit?.error : nil }

  /// The response, in which the texts of JSON are the values themselves.
  var json: JSONValue {
    var response = JSONObject.Builder()
    response["status"] = .string(status)
    if let error = visit?.error {
      response["error"] = error.error.map { .string($0) }
      response["cause"] = error.cause.map { .string($0) }
    }
    if status == "SUCCEEDED" || status == "CAUGHT_ERROR" {
      response["output"] = outcome?.output
      response["nextState"] = outcome?.next.map { .string($0) }
    }
    if run.request.level != .info { response["inspectionData"] = inspectionData }
    return .object(response.build())
  }

  /// What came of the state.
  private var status: String {
    guard let visit = outcome else { return "FAILED" }
    if visit.retrier != nil { return "RETRIABLE" }
    guard visit.error != nil else { return "SUCCEEDED" }
    return visit.catcher == nil || visit.output == nil ? "FAILED" : "CAUGHT_ERROR"
  }

  /// How the data went through the state.
  private var inspectionData: JSONValue {
    var data = JSONObject.Builder()
    data["input"] = run.request.input
    for (stage, value) in visit?.stages ?? [] where isShown(stage) { data[stage.rawValue] = value }
    data["errorDetails"] = errorDetails
    data["variables"] = variables.map { .object($0) }
    return .object(data.build())
  }

  /// The variables after the state, if there are any.
  private var variables: JSONObject? {
    guard let assigned = visit?.assigned else { return run.request.variables }
    return run.request.variables?.merging(assigned) ?? assigned
  }

  /// Whether the service tells of `stage`: of what precedes a constant result, and of the input of
  /// branches, it says nothing.
  private func isShown(_ stage: StateVisit.Stage) -> Bool {
    guard stage == .afterInputPath else { return true }
    switch run.subject.state.kind {
    case .parallel: return false
    case .pass(let pass): return pass.result == nil
    default: return true
    }
  }

  /// Which retrier or catcher dealt with an error.
  private var errorDetails: JSONValue? {
    if let retrier = outcome?.retrier {
      let (seconds, _) = retrier.delay.components
      return [
        "retryIndex": .integer(Int64(retrier.index)),
        "retryBackoffIntervalSeconds": .integer(seconds),
      ]
    }
    guard let index = outcome?.catcher, status == "CAUGHT_ERROR" else { return nil }
    return ["catchIndex": .integer(Int64(index))]
  }

  /// `response` as the service sends it, with the data as texts of JSON.
  package static func encoded(_ response: JSONValue) -> JSONValue {
    guard var object = response.objectValue else { return response }
    if let output = object["output"] {
      object = object.setting("output", to: .string(JSONWriter.compact(output)))
    }
    if let data = object["inspectionData"]?.objectValue {
      let members = data.members.map { key, value in
        (key: key, value: isText(key) ? .string(JSONWriter.compact(value)) : value)
      }
      object = object.setting("inspectionData", to: .object(members))
    }
    return .object(object)
  }

  /// Whether the member `name` of the inspection data is a text of JSON.
  private static func isText(_ name: String) -> Bool {
    name.hasPrefix("after") || ["input", "result", "variables"].contains(name)
  }
}
