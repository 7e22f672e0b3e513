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

  /// The recorded runs; nil if the corpus is not there.
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
    let program: Program
    do {
      program = try Program(try validMachine())
    } catch {
      return [Difference(aspect: .result, text: "refused: \(error.elements.map(\.message))")]
    }
    let now =
      json["clock"]?.stringValue.flatMap { Timestamp($0) } ?? Timestamp(seconds: 1_735_689_600)
    let context = ExecutionContext(
      machineName: "CorpusStateMachine", executionName: "corpus-execution",
      account: "111111111111", roleARN: "arn:aws:iam::111111111111:role/corpus-role")
    let execution = Execution(
      program, input: json["input"] ?? [:], context: context, at: now)
    let tasks = CorpusTasks(json["tasks"], functions: json["functions"])
    let result = await ExecutionDriver(tasks: tasks, objects: objects).run(execution)
    return differences(of: result)
  }

  /// The machine; throws what keeps Step Functions from creating it.
  private func validMachine() throws(DiagnosticSet) -> StateMachine {
    let type: MachineType = json["machineType"] == "EXPRESS" ? .express : .standard
    let validation = DefinitionValidation(json["definition"] ?? .null, type: type)
    guard validation.isValid, let machine = validation.machine else {
      throw validation.diagnostics
    }
    return machine
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

  /// How `result` differs from the recorded one.
  private func differences(of result: ExecutionResult) -> [Difference] {
    var found: [Difference] = []
    let (ours, expected) = (result.corpusOutcome, json["expect"] ?? .null)
    if !CorpusComparison.same(expected.removing("cause"), ours.removing("cause")) {
      found.append(Difference(aspect: .result, text: "AWS: \(expected), ours: \(ours)"))
    } else if !CorpusComparison.same(expected, ours) {
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
    let ours = history.compactMap(\.corpusStep)
    if CorpusComparison.sameInAnyOrder(expected, ours) { return nil }
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
      guard CorpusComparison.same(expected.comparable, ours) else {
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
