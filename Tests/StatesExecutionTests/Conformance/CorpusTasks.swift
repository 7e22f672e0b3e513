import JSON
import StatesExecution
import Synchronization

/// Answers calls as they were recorded: the first unused call of the state whose parameters match.
final class CorpusTasks: TaskHandler {
  private let calls: Mutex<[String: [JSONValue]]>

  /// The functions that answer the calls of which there is no record, by name.
  private let functions: JSONValue

  /// Takes the members `tasks` and `functions` of a case.
  init(_ tasks: JSONValue?, functions: JSONValue?) {
    self.functions = functions ?? [:]
    var calls: [String: [JSONValue]] = [:]
    for (state, task) in tasks?.objectValue?.members ?? [] {
      calls[state] = task["calls"]?.arrayValue ?? []
    }
    self.calls = Mutex(calls)
  }

  func perform(_ request: TaskRequest) async -> TaskOutcome {
    guard let call = take(request) ?? answer(request) else {
      return .failure("NoRecordedCall", cause: "\(request.state) \(request.arguments)")
    }
    if call["neverReturns"] != nil { return .success(nil, duration: .seconds(10_000_000)) }
    for key in ["raises", "timesOut"] {
      guard let error = call[key] else { continue }
      return TaskOutcome(
        .failure(StateError(error["error"]?.stringValue, cause: error["cause"]?.stringValue)),
        submitted: call["submitted"])
    }
    return TaskOutcome(
      .success(expanded(call["returns"] ?? .null)), submitted: call["submitted"])
  }

  /// The call of a function that is described, not recorded.
  private func answer(_ request: TaskRequest) -> JSONValue? {
    guard let name = request.arguments["FunctionName"]?.stringValue, let function = functions[name]
    else { return nil }
    let payload = request.arguments["Payload"] ?? [:]
    let result = function["echo"] == true ? payload : function["returns"]
    return result.map {
      ["returns": ["ExecutedVersion": "$LATEST", "Payload": $0, "StatusCode": 200]]
    }
  }

  /// The first unused call that matches `request`.
  private func take(_ request: TaskRequest) -> JSONValue? {
    calls.withLock { calls in
      let list = calls[request.state] ?? []
      let position = list.firstIndex {
        CorpusComparison.same($0["parameters"] ?? request.arguments, request.arguments)
      }
      return position.flatMap { calls[request.state]?.remove(at: $0) }
    }
  }

  /// `value` with repeated texts written out.
  private func expanded(_ value: JSONValue) -> JSONValue {
    if let text = value["$repeat"]?.stringValue, let times = value["$times"]?.intValue {
      return .string(String(repeating: text, count: times))
    }
    switch value {
    case .array(let list): return .array(list.elements.map(expanded))
    case .object(let object):
      return .object(object.members.map { (key: $0.key, value: expanded($0.value)) })
    default: return value
    }
  }
}
