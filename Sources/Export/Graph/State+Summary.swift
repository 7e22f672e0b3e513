import JSON
import StatesLanguage

extension State {
  /// What the state does, in a few words.
  var summary: String? {
    switch kind {
    case .task(let task): task.summary
    case .wait(let wait): wait.duration?.summary ?? jsonPathSummary("SecondsPath", "TimestampPath")
    case .fail(let fail): fail.summary ?? jsonPathSummary("ErrorPath", "CausePath")
    case .map(let map): map.summary(path: jsonPath["ItemsPath"]?.stringValue)
    case .parallel(let parallel): "\(parallel.branches.count) branches at once"
    case .pass, .choice, .succeed: nil
    }
  }

  /// How many items of a Map are worked on at once, if there is a limit.
  var concurrencySummary: String? {
    if case .map(let map) = kind { map.concurrencySummary } else { nil }
  }

  /// The values of those of the fields that are there.
  private func jsonPathSummary(_ fields: String...) -> String? {
    let values = fields.compactMap { jsonPath[$0]?.stringValue }
    return values.isEmpty ? nil : values.joined(separator: ": ")
  }
}

extension TaskState {
  /// What is called: a route such as `POST payments/charge`, a function, or an action of AWS.
  fileprivate var summary: String {
    guard let name = functionName else { return action }
    guard let payload = arguments?.json["Payload"], let method = payload["httpMethod"]?.stringValue
    else { return "INVOKE \(name)" }
    let path = [payload["path"], payload["resource"]].lazy
      .compactMap { $0?.stringValue }.first { Template.expression(in: $0) == nil }
    return "\(method) \(name)\(path ?? "/…")"
  }

  /// The function that it calls, if it calls one.
  private var functionName: String? {
    guard resource.contains(":lambda:") else { return nil }
    let name = arguments?.json["FunctionName"]?.stringValue ?? resource
    return name.split(separator: ":").last.map(String.init)
  }

  /// The last parts of the resource: `sqs:sendMessage`.
  private var action: String {
    resource.split(separator: ":").suffix(2).joined(separator: ":")
  }
}

extension WaitState.Duration {
  /// How long, in a few words.
  fileprivate var summary: String {
    switch self {
    case .seconds(let seconds): "\(seconds.summary) s"
    case .timestamp(let timestamp): "until \(timestamp.summary)"
    }
  }
}

extension FailState {
  /// The error and its cause.
  fileprivate var summary: String? {
    let texts = [error, cause].compactMap { $0?.summary }
    return texts.isEmpty ? nil : texts.joined(separator: ": ")
  }
}

extension MapState {
  /// How many items are worked on at once, if there is a limit.
  fileprivate var concurrencySummary: String? {
    guard let maxConcurrency, maxConcurrency.json != 0 else { return nil }
    return ", at most \(maxConcurrency.summary) at once"
  }

  /// The items and how they are worked on.
  fileprivate func summary(path: String?) -> String {
    "for each of \(items?.summary ?? path ?? "the input")" + (concurrencySummary ?? "")
  }
}

extension Template {
  /// The expression, the text, or compact JSON, on one line.
  var summary: String { (expression ?? json.stringValue ?? json.description).onOneLine }
}
