import JSON
import StatesExecution

extension HistoryEvent {
  /// The details as the corpus writes them: payloads decoded, and only what it kept; nil if none.
  var corpusDetails: JSONValue? {
    switch details {
    case .none: nil
    case .started(let input, let role): ["input": input, "roleArn": .string(role)]
    case .output(let output): ["output": output]
    case .failure(let error, let cause): .texts(["error": error, "cause": cause])
    case .entered(let name, let input): ["name": .string(name), "input": input]
    case .exited(let name, let output, let assigned):
      assigned.map { ["name": .string(name), "output": output, "assignedVariables": .object($0)] }
        ?? ["name": .string(name), "output": output]
    case .evaluation(let state, let location, let error, let cause):
      .texts(["state": state, "location": location, "error": error, "cause": cause])
    case .length(let length): ["length": .integer(Int64(length))]
    case .mapRun(let arn): ["mapRunArn": .string(arn)]
    case .iteration(let name, let index):
      ["name": .string(name), "index": .integer(Int64(index))]
    case .scheduled(let schedule): schedule.corpusDetails
    case .task(let resource): .texts(resource.texts)
    case .taskOutput(let resource, let output):
      JSONValue.texts(resource.texts).setting("output", output)
    case .taskFailure(let resource, let error, let cause):
      .texts(resource.texts.merging(["error": error, "cause": cause]) { $1 })
    }
  }
}

extension HistoryEvent {
  /// The event as the corpus lists all events.
  var corpusEvent: JSONValue {
    let event: JSONValue = [
      "type": .string(type.rawValue), "id": .integer(Int64(id)),
      "prev": .integer(Int64(previousID)),
    ]
    guard let details = corpusDetails, details != [:] else { return event }
    return event.setting("details", details)
  }
}

extension TaskSchedule {
  /// The details as the corpus writes them.
  fileprivate var corpusDetails: JSONValue {
    var json: JSONValue =
      resource.family == .service
      ? JSONValue.texts(resource.texts).setting("parameters", parameters)
      : ["resource": .string(resource.arn), "input": parameters]
    if let timeout { json = json.setting("timeoutInSeconds", .integer(Int64(timeout))) }
    if let heartbeat { json = json.setting("heartbeatInSeconds", .integer(Int64(heartbeat))) }
    if let role = credentials?["RoleArn"] {
      json = json.setting("taskCredentials", ["roleArn": role])
    }
    return json
  }
}

extension TaskResource {
  /// What is called, as texts.
  fileprivate var texts: [String: String?] { ["resource": name, "resourceType": type] }
}

extension JSONValue {
  /// An object of the texts that are there.
  fileprivate static func texts(_ texts: [String: String?]) -> JSONValue {
    .object(texts.compactMap { key, text in text.map { (key: key, value: .string($0)) } })
  }
}
