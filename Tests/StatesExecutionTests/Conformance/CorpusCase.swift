import Diagnostics
import Foundation
import JSON
import StatesExecution
import StatesLanguage

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

  /// The cases whose machine is written in JSONata; nil if the corpus is not there.
  static let all: [CorpusCase]? = {
    guard let cases = read("cases.dev.json")?.arrayValue,
      let events = read("events.dev.json")
    else { return nil }
    return cases.compactMap { CorpusCase($0, events: events) }
  }()

  /// The value of a file of the corpus.
  private static func read(_ name: String) -> JSONValue? {
    guard let file = TestFiles.shared("conformance/asl/\(name)"),
      let data = try? Data(contentsOf: file)
    else { return nil }
    return try? JSONReader.read(utf8: data)
  }

  /// The case in `json`, if it is a run of a machine written in JSONata.
  private init?(_ json: JSONValue, events: JSONValue) {
    guard json["api"] == nil, json["expect"]?["rejected"] == nil,
      json["definition"]?["QueryLanguage"] == "JSONata", let id = json["id"]?.stringValue
    else { return nil }
    self.id = id
    area = json["area"]?.stringValue ?? ""
    self.json = json
    self.events = events[id]?.arrayValue
  }

  /// What came of a comparison.
  enum Verdict {
    /// Ours is like the recorded one.
    case same
    /// The machine has parts that the interpreter refuses to run.
    case refused
    /// Ours is different.
    case different(String)
  }

  /// Runs the case and compares.
  func verdict() async -> Verdict {
    let program: Program
    do {
      program = try Program(StateMachine(json: json["definition"] ?? .null))
    } catch {
      if error.elements.allSatisfy({ $0.code == "not-runnable" }) { return .refused }
      return .different("\(error.elements.map(\.message))")
    }
    let now =
      json["clock"]?.stringValue.flatMap { Timestamp($0) } ?? Timestamp(seconds: 1_735_689_600)
    let context = ExecutionContext(
      machineName: "CorpusStateMachine", executionName: "corpus-execution",
      account: "111111111111", roleARN: "arn:aws:iam::111111111111:role/corpus-role")
    let execution = Execution(
      program, input: json["input"] ?? [:], context: context, at: now)
    let driver = ExecutionDriver(tasks: CorpusTasks(json["tasks"]), objects: objects)
    let result = await driver.run(execution)
    return compare(result).map { .different($0) } ?? .same
  }

  /// What an ItemReader finds.
  private var objects: MemoryObjectStore {
    let buckets = json["s3"]?.objectValue?.members ?? []
    return MemoryObjectStore(
      Dictionary(
        uniqueKeysWithValues: buckets.map { bucket, objects in
          let contents = (objects.objectValue?.members ?? []).map { key, content in
            (key, Array((content.stringValue ?? "").utf8))
          }
          return (bucket, Dictionary(uniqueKeysWithValues: contents))
        }))
  }

  /// What is wrong with `result`.
  private func compare(_ result: ExecutionResult) -> String? {
    var ours: JSONValue
    switch result.status {
    case .succeeded(let output): ours = ["status": "SUCCEEDED", "output": output]
    case .failed(let error):
      ours = ["status": "FAILED"]
      if let name = error.error { ours = ours.setting("error", .string(name)) }
      if let cause = error.cause { ours = ours.setting("cause", .string(cause)) }
    default: ours = ["status": "TIMED_OUT"]
    }
    guard let expected = json["expect"], CorpusComparison.same(expected, ours) else {
      return "expected \(json["expect"] ?? .null), got \(ours)"
    }
    return compare(result.history)
  }

  /// What is wrong with `history`.
  private func compare(_ history: [HistoryEvent]) -> String? {
    guard let events, json["historyOrder"] == "exact" else { return nil }
    guard events.count == history.count else {
      return "\(history.count) events \(history.map(\.type)), expected \(events.count)"
    }
    for (expected, event) in zip(events, history) {
      var ours: JSONValue = [
        "type": .string(event.type.rawValue), "id": .integer(Int64(event.id)),
        "prev": .integer(Int64(event.previousID)),
      ]
      if let details = event.corpusDetails, details != [:] {
        ours = ours.setting("details", details)
      }
      guard CorpusComparison.same(expected, ours) else {
        return "event: expected \(expected), got \(ours)"
      }
    }
    return nil
  }
}

extension JSONValue {
  /// The object with another member.
  func setting(_ key: String, _ value: JSONValue) -> JSONValue {
    objectValue.map { .object($0.setting(key, to: value)) } ?? self
  }
}
