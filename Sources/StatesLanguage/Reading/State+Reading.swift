import JSON

extension State {
  /// The state `name` that `json` defines; nil if its type is not known.
  init?(
    _ name: String, _ json: JSONValue, at path: DefinitionPath,
    findings: inout [DefinitionFinding]
  ) {
    var reader = FieldReader(json, at: path)
    defer { findings += reader.findings }
    reader.require("Type")
    guard let typeName = reader.text("Type") else { return nil }
    guard let type = StateType(rawValue: typeName) else {
      reader.findings.append(.unknownStateType(at: path.member("Type")))
      return nil
    }
    reader.refuseOthers(than: type.fields.map(\.name))
    self.name = name
    comment = reader.text("Comment")
    queryLanguage = reader.choice("QueryLanguage", of: QueryLanguage.self)
    kind = State.readKind(type, &reader)
    transition = State.readTransition(type, &reader)
    assign = reader.objectTemplate("Assign")
    output = reader.template("Output")
    jsonPath = reader.members(type.plainFields)
  }

  /// What a state of `type` does.
  private static func readKind(_ type: StateType, _ reader: inout FieldReader) -> Kind {
    switch type {
    case .task: .task(TaskState(&reader))
    case .pass: .pass(PassState(result: reader.value("Result")))
    case .choice: .choice(ChoiceState(&reader))
    case .wait: .wait(WaitState(&reader))
    case .succeed: .succeed
    case .fail: .fail(FailState(&reader))
    case .parallel: .parallel(ParallelState(&reader))
    case .map: .map(MapState(&reader))
    }
  }

  /// Where a state of `type` leads.
  private static func readTransition(
    _ type: StateType, _ reader: inout FieldReader
  ) -> Transition? {
    let (next, end) = (reader.text("Next"), reader.value("End"))
    if let end, end.boolValue == nil {
      reader.findings.append(.wrongType("Boolean", at: reader.path.member("End")))
    }
    guard type.isTransient else { return nil }
    let isEnd = end?.boolValue == true
    if isEnd, reader.value("Next") != nil {
      reader.findings.append(.severalOf(["Next", "End"], in: reader.path))
    } else if !isEnd, reader.value("Next") == nil {
      reader.findings.append(.noneOf(["Next", "End"], in: reader.path))
    }
    return isEnd ? .end : next.map { .next($0) }
  }
}

extension StateType {
  /// The fields of JSONPath that the model keeps as they are.
  var plainFields: [String] {
    let modelled: Set = ["Result", "Iterator"]
    return fields.filter { $0.language == .jsonPath && !modelled.contains($0.name) }.map(\.name)
  }
}

extension TaskState {
  init(_ reader: inout FieldReader) {
    reader.require("Resource")
    resource = reader.text("Resource") ?? ""
    arguments = reader.template("Arguments")
    credentials = reader.objectTemplate("Credentials")
    timeoutSeconds = reader.numberTemplate("TimeoutSeconds", in: 1...99_999_999)
    heartbeatSeconds = reader.numberTemplate("HeartbeatSeconds", in: 1...99_999_999)
    reader.allowOne(of: ["TimeoutSeconds", "TimeoutSecondsPath"])
    reader.allowOne(of: ["HeartbeatSeconds", "HeartbeatSecondsPath"])
    retriers = reader.list("Retry", Retrier.init)
    catchers = reader.list("Catch", Catcher.init)
  }
}

extension FailState {
  init(_ reader: inout FieldReader) {
    reader.allowOne(of: ["Error", "ErrorPath"])
    reader.allowOne(of: ["Cause", "CausePath"])
    error = reader.textTemplate("Error")
    cause = reader.textTemplate("Cause")
  }
}

extension WaitState {
  init(_ reader: inout FieldReader) {
    let fields = ["SecondsPath", "Seconds", "TimestampPath", "Timestamp"]
    reader.allowOne(of: fields, isNeeded: true)
    if let seconds = reader.numberTemplate("Seconds", in: 0...99_999_999) {
      duration = .seconds(seconds)
    } else if let timestamp = reader.textTemplate("Timestamp") {
      duration = .timestamp(timestamp)
    }
  }
}

extension ParallelState {
  init(_ reader: inout FieldReader) {
    reader.require("Branches")
    branches = reader.list("Branches", StateGraph.init)
    if reader.value("Branches")?.arrayValue?.isEmpty == true {
      reader.findings.append(.empty(at: reader.path.member("Branches")))
    }
    arguments = reader.template("Arguments")
    retriers = reader.list("Retry", Retrier.init)
    catchers = reader.list("Catch", Catcher.init)
  }
}
