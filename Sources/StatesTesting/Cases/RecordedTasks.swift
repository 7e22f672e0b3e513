import JSON
import StatesExecution
import Synchronization

/// Answers calls as they were recorded; calls of which there is no record are answered by functions.
///
/// Of the unused calls of a state the first whose parameters match answers; or else the first,
/// unless parameters must match.
final class RecordedTasks: TaskHandler {
  /// The unused calls by state.
  private let calls: Mutex<[String: [JSONValue]]>

  /// The functions by name.
  private let functions: JSONObject

  /// Whether only calls answer whose parameters match.
  private let mustMatch: Bool

  /// What runs functions whose source is given.
  private let runner: any FunctionRunner

  /// Takes the members `tasks` and `functions` of a case.
  init(
    tasks: JSONValue?, functions: JSONValue?, runner: any FunctionRunner, mustMatch: Bool = false
  ) {
    self.mustMatch = mustMatch
    var calls: [String: [JSONValue]] = [:]
    for (state, task) in tasks?.objectValue?.members ?? [] {
      calls[state] = task["calls"]?.arrayValue ?? []
    }
    self.calls = Mutex(calls)
    self.functions = functions?.objectValue ?? .empty
    self.runner = runner
  }

  func perform(_ request: TaskRequest) async -> TaskOutcome {
    if let call = take(request) { return Self.outcome(of: call) }
    guard let name = FunctionAnswer.functionName(in: request), let function = functions[name] else {
      return .failure(
        "NoRecordedCall",
        cause: "There is no record of the call of \(request.resource.arn) by '\(request.state)'.")
    }
    return await run(function, for: request)
  }

  /// The first unused call that matches `request`, or else the first unused one if that will do.
  private func take(_ request: TaskRequest) -> JSONValue? {
    calls.withLock { calls in
      guard let list = calls[request.state], !list.isEmpty else { return nil }
      let match = list.firstIndex { call in
        call["parameters"].map { RecordedMatch.matches($0, request.arguments) } ?? true
      }
      if match == nil, mustMatch { return nil }
      return calls[request.state]?.remove(at: match ?? 0)
    }
  }

  /// What came of the recorded `call`.
  private static func outcome(of call: JSONValue) -> TaskOutcome {
    let never = Duration.seconds(10_000_000)
    if call["neverReturns"] != nil { return .success(.null, duration: never) }
    let submitted = call["submitted"]
    for key in ["raises", "timesOut"] {
      guard let error = call[key] else { continue }
      var outcome = TaskOutcome.failure(
        error["error"]?.stringValue, cause: error["cause"]?.stringValue)
      outcome.submitted = submitted
      return outcome
    }
    let value = call["returns"] ?? .null
    return TaskOutcome(.success(value.withRepetitions), submitted: submitted)
  }

  /// What `function` answers.
  private func run(_ function: JSONValue, for request: TaskRequest) async -> TaskOutcome {
    let isInvocation = request.resource.family == .service
    let event = isInvocation ? request.arguments["Payload"] ?? [:] : request.arguments
    var outcome = TaskOutcome.success(function["returns"] ?? event)
    if let source = function["python"]?.stringValue {
      outcome = await runner.runPython(source, event: event)
    }
    guard isInvocation, case .success(let payload) = outcome.result else { return outcome }
    outcome.result = .success(FunctionAnswer.invocation(of: payload))
    return outcome
  }
}
