import Foundation
import JSON
import StatesExecution
import StatesLanguage
import StatesTesting

/// A run recorded from Step Functions, in the format of `shared/conformance/asl`.
struct CorpusCase: Sendable {
  /// Its name.
  var id: String

  /// Its area.
  var area: String

  /// The whole case.
  var json: JSONValue

  /// The recorded events, if there are any.
  var events: [JSONValue]?

  /// The recorded runs; nil if the corpus is not there.
  static let all: [CorpusCase]? = {
    guard let cases = read("cases.dev.json")?.arrayValue,
      let events = read("events.dev.json")
    else { return nil }
    return cases.compactMap { CorpusCase($0, events: events) }
  }()

  /// The value of a file of the corpus, which lies in a folder `shared` beside the package or
  /// further out.
  private static func read(_ name: String) -> JSONValue? {
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let file = folder.appending(path: "shared/conformance/asl/\(name)")
      if let data = try? Data(contentsOf: file) { return try? JSONReader.read(utf8: data) }
    }
    return nil
  }

  /// The case in `json`, if it is a run of a machine.
  private init?(_ json: JSONValue, events: JSONValue) {
    guard json["api"] == nil, json["expect"]?["rejected"] == nil, let id = json["id"]?.stringValue
    else { return nil }
    self.id = id
    area = json["area"]?.stringValue ?? ""
    self.json = json
    self.events = events[id]?.arrayValue
  }

  /// How a run differs from the recorded one.
  struct Difference {
    /// What is different.
    var aspect: Aspect

    /// What AWS did, and what we did.
    var text: String

    /// What may be different.
    enum Aspect: String, CaseIterable {
      case result, cause, history
    }
  }

  /// Runs the case and tells how it differs from the recorded one.
  func differences() async -> [Difference] {
    let runner = CaseRunner(
      functions: NoFunctions(), now: Timestamp(seconds: 1_735_689_600), callsMustMatch: true)
    do throws(RequestRefusal) {
      return differences(of: try await runner.result(of: json))
    } catch {
      return [Difference(aspect: .result, text: "refused: \(error.message)")]
    }
  }

  /// How `result` differs from the recorded one.
  private func differences(of result: ExecutionResult) -> [Difference] {
    var found: [Difference] = []
    let (ours, expected) = (result.corpusOutcome, json["expect"] ?? .null)
    if !RecordedMatch.matches(expected.removing("cause"), ours.removing("cause")) {
      found.append(Difference(aspect: .result, text: "AWS: \(expected), ours: \(ours)"))
    } else if !RecordedMatch.matches(expected, ours) {
      found.append(Difference(aspect: .cause, text: "AWS: \(expected), ours: \(ours)"))
    }
    if let text = historyDifference(result.history) {
      found.append(Difference(aspect: .history, text: text))
    }
    return found
  }

  /// How `history` differs: every event where their order is fixed, else the states that were
  /// entered and left, in whatever order.
  private func historyDifference(_ history: [HistoryEvent]) -> String? {
    if json["historyOrder"] == "exact" { return events.flatMap { difference(history, $0) } }
    guard let expected = json["history"]?.arrayValue else { return nil }
    let ours = history.compactMap(\.outline)
    if RecordedMatch.matchesInAnyOrder(expected, ours) { return nil }
    return "AWS: \(expected.count) steps \(expected), ours: \(ours.count) \(ours)"
  }

  /// How `history` differs from the recorded `events`.
  private func difference(_ history: [HistoryEvent], _ events: [JSONValue]) -> String? {
    guard events.count == history.count else {
      return "AWS: \(events.count) events \(events.compactMap { $0["type"]?.stringValue }), ours: "
        + "\(history.map(\.type.rawValue))"
    }
    let isMapRun = history.contains { $0.type == .mapRunStarted }
    for (expected, event) in zip(events, history) {
      var ours = event.corpusEvent
      if event.type == .mapStateExited, isMapRun {
        // The recordings of 2023 name another event before it than the later ones.
        ours = ours.setting("prev", expected["prev"] ?? .null)
      }
      guard RecordedMatch.matches(expected.comparable, ours) else {
        return "AWS: \(expected), ours: \(ours)"
      }
    }
    return nil
  }
}

extension ExecutionResult {
  /// The end of the run as the corpus writes it.
  fileprivate var corpusOutcome: JSONValue {
    switch status {
    case .succeeded(let output): return ["status": "SUCCEEDED", "output": output]
    case .failed(let error):
      var json: JSONValue = ["status": "FAILED"]
      if let name = error.error { json = json.setting("error", .string(name)) }
      if let cause = error.cause { json = json.setting("cause", .string(cause)) }
      return json
    default: return ["status": "TIMED_OUT"]
    }
  }
}

extension JSONValue {
  /// The object with another member.
  func setting(_ key: String, _ value: JSONValue) -> JSONValue {
    objectValue.map { .object($0.setting(key, to: value)) } ?? self
  }

  /// The object without the member `key`.
  func removing(_ key: String) -> JSONValue {
    objectValue.map { .object($0.removing(key)) } ?? self
  }

  /// The value in which every task token may be any, without the names of activities' workers.
  fileprivate var comparable: JSONValue {
    switch self {
    case .array(let list): return .array(list.elements.map(\.comparable))
    case .object(let object):
      if object["type"] == "ActivityStarted" { return .object(object.removing("details")) }
      return .object(
        object.members.map {
          (key: $0, value: $0 == "TaskToken" ? "<any>" : $1.comparable)
        })
    default: return self
    }
  }
}
