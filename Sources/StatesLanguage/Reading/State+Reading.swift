import JSON

extension State {
  /// The state `name` that `json` defines; nil if its type is not known.
  init?(
    _ name: String, _ json: JSONValue, at path: DefinitionPath,
    findings: inout [DefinitionFinding]
  ) {
    var reader = FieldReader(json, at: path)
    defer { findings += reader.findings }
    guard reader.value("Type") != nil else {
      reader.findings.append(.missing("Type", in: path))
      return nil
    }
    guard let type = reader.choice("Type", of: StateType.self) else { return nil }
    reader.refuseOthers(than: type.fields.map(\.name))
    self.name = name
    comment = reader.text("Comment")
    queryLanguage = reader.choice("QueryLanguage", of: QueryLanguage.self)
    kind = State.readKind(type, &reader)
    transition = State.readTransition(&reader)
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
    case .fail:
      .fail(FailState(error: reader.textTemplate("Error"), cause: reader.textTemplate("Cause")))
    case .parallel: .parallel(ParallelState(&reader))
    case .map: .map(MapState(&reader))
    }
  }

  /// Where the state leads.
  private static func readTransition(_ reader: inout FieldReader) -> Transition? {
    let next = reader.text("Next")
    guard let end = reader.value("End") else { return next.map { .next($0) } }
    if end.boolValue == nil {
      reader.findings.append(.wrongType("Boolean", at: reader.path.member("End")))
    }
    guard end.boolValue == true else { return next.map { .next($0) } }
    if next != nil {
      let message = "A state must have only one of 'Next' and 'End'"
      reader.findings.append(DefinitionFinding(code: .schema, message: message, path: reader.path))
    }
    return .end
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
    resource = reader.requiredText("Resource")
    arguments = reader.template("Arguments")
    credentials = reader.objectTemplate("Credentials")
    timeoutSeconds = reader.numberTemplate("TimeoutSeconds", in: 1...99_999_999)
    heartbeatSeconds = reader.numberTemplate("HeartbeatSeconds", in: 1...99_999_999)
    retriers = reader.list("Retry", Retrier.init)
    catchers = reader.list("Catch", Catcher.init)
  }
}

extension WaitState {
  init(_ reader: inout FieldReader) {
    let fields = ["Seconds", "Timestamp", "SecondsPath", "TimestampPath"]
    if fields.count(where: { reader.value($0) != nil }) != 1 {
      let list = fields.joined(separator: ", ")
      let message = "Exactly one of these fields is required: [\(list)]"
      reader.findings.append(DefinitionFinding(code: .schema, message: message, path: reader.path))
    }
    if let seconds = reader.numberTemplate("Seconds", in: 0...99_999_999) {
      duration = .seconds(seconds)
    } else if let timestamp = reader.textTemplate("Timestamp") {
      duration = .timestamp(timestamp)
    }
  }
}

extension ParallelState {
  init(_ reader: inout FieldReader) {
    if reader.value("Branches") == nil {
      reader.findings.append(.missing("Branches", in: reader.path))
    }
    branches = reader.list("Branches", StateGraph.init)
    if reader.value("Branches")?.arrayValue?.isEmpty == true {
      reader.findings.append(.empty(at: reader.path.member("Branches")))
    }
    arguments = reader.template("Arguments")
    retriers = reader.list("Retry", Retrier.init)
    catchers = reader.list("Catch", Catcher.init)
  }
}

extension MapState {
  init(_ reader: inout FieldReader) {
    items = reader.template("Items")
    itemReader = reader.objectTemplate("ItemReader")
    itemSelector = reader.template("ItemSelector")
    itemBatcher = reader.objectTemplate("ItemBatcher")
    maxConcurrency = reader.numberTemplate("MaxConcurrency", in: 0...99_999_999)
    toleratedFailureCount = reader.numberTemplate("ToleratedFailureCount", in: 0...99_999_999)
    toleratedFailurePercentage = MapState.percentage(&reader)
    label = reader.text("Label")
    itemProcessor = MapState.processor(&reader)
    resultWriter = reader.objectTemplate("ResultWriter")
    retriers = reader.list("Retry", Retrier.init)
    catchers = reader.list("Catch", Catcher.init)
  }

  /// The share of iterations that may fail, which need not be a whole number.
  private static func percentage(_ reader: inout FieldReader) -> Template? {
    let field = "ToleratedFailurePercentage"
    guard let template = reader.template(field), template.expression == nil else {
      return reader.template(field)
    }
    if let number = reader.number(field), !(0...100).contains(number) {
      let message = "Value is not in the range of 0 to 100"
      reader.findings.append(
        DefinitionFinding(code: .schema, message: message, path: reader.path.member(field)))
    }
    return template
  }

  /// What is done with an item, also under its old name.
  private static func processor(_ reader: inout FieldReader) -> ItemProcessor {
    for field in ["ItemProcessor", "Iterator"] {
      guard let json = reader.value(field) else { continue }
      return ItemProcessor(json, at: reader.path.member(field), findings: &reader.findings)
    }
    reader.findings.append(.missing("ItemProcessor", in: reader.path))
    return ItemProcessor(startAt: "", states: [])
  }
}
