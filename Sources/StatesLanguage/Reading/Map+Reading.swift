import JSON

extension MapState {
  init(_ reader: inout FieldReader) {
    for field in ["MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage"] {
      reader.allowOne(of: [field, field + "Path"])
    }
    items = reader.template("Items")
    itemReader = reader.objectTemplate("ItemReader")
    itemSelector = reader.template("ItemSelector")
    itemBatcher = reader.objectTemplate("ItemBatcher")
    maxConcurrency = reader.numberTemplate("MaxConcurrency", in: 0...Int.max)
    toleratedFailureCount = reader.numberTemplate("ToleratedFailureCount", in: 0...Int.max)
    toleratedFailurePercentage = MapState.percentage(&reader)
    label = reader.text("Label")
    itemProcessor = MapState.processor(&reader)
    if reader.value(processorField) == nil { processorField = "Iterator" }
    resultWriter = reader.objectTemplate("ResultWriter")
    retriers = reader.list("Retry", Retrier.init)
    catchers = reader.list("Catch", Catcher.init)
    MapState.checkReader(&reader)
  }

  /// The share of iterations that may fail, which need not be a whole number.
  private static func percentage(_ reader: inout FieldReader) -> Template? {
    let field = "ToleratedFailurePercentage"
    let template = reader.template(field)
    if template?.expression == nil { _ = reader.number(field, in: 0...100) }
    return template
  }

  /// What is done with an item, also under its old name.
  private static func processor(_ reader: inout FieldReader) -> ItemProcessor {
    let fields = ["ItemProcessor", "Iterator"]
    reader.allowOne(of: fields, isNeeded: true)
    for field in fields {
      guard let json = reader.value(field) else { continue }
      return ItemProcessor(json, at: reader.path.member(field), findings: &reader.findings)
    }
    return ItemProcessor(startAt: "", states: [])
  }

  /// Notes what is wrong with `ItemReader`.
  private static func checkReader(_ reader: inout FieldReader) {
    guard let json = reader.value("ItemReader"), json.objectValue != nil else { return }
    var item = FieldReader(json, at: reader.path.member("ItemReader"))
    item.require("Resource")
    if let resource = item.text("Resource"), !isReadable(resource) {
      item.findings.append(
        .schema(
          "The field 'Resource' does not match any of the allowed values",
          at: item.path.member("Resource")))
    }
    if let config = item.value("ReaderConfig") { checkConfig(config, &item) }
    reader.findings += item.findings
  }

  /// Whether items can be read with the call `resource`.
  private static func isReadable(_ resource: String) -> Bool {
    let parts = resource.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 7 && parts[0] == "arn" && parts[2] == "states" && parts[5] == "s3"
      && (parts[6] == "getObject" || parts[6] == "listObjectsV2")
  }

  /// Notes what is wrong with `ReaderConfig`.
  private static func checkConfig(_ json: JSONValue, _ reader: inout FieldReader) {
    var config = FieldReader(json, at: reader.path.member("ReaderConfig"))
    config.allowOne(of: ["MaxItems", "MaxItemsPath"])
    _ = config.numberTemplate("MaxItems", in: 0...100_000_000)
    let types = ["CSV", "JSON", "JSONL", "MANIFEST", "PARQUET"]
    let type = config.text("InputType")
    if let type, !types.contains(type) {
      config.findings.append(.notOneOf(types, at: config.path.member("InputType")))
    }
    let header = config.text("CSVHeaderLocation")
    if type == "CSV", header == nil {
      config.findings.append(.missing("CSVHeaderLocation", in: config.path))
    } else if type == "JSON", header != nil {
      config.findings.append(.unknown("CSVHeaderLocation", in: config.path))
    }
    if header == "GIVEN" { config.require("CSVHeaders") }
    reader.findings += config.findings
  }
}

extension ItemProcessor {
  /// The item processor that `json` defines.
  init(_ json: JSONValue, at path: DefinitionPath, findings: inout [DefinitionFinding]) {
    var reader = FieldReader(json, at: path)
    reader.refuseOthers(than: FieldTable.itemProcessor)
    graph = StateGraph(&reader)
    graph.comment = reader.text("Comment")
    if let json = reader.value("ProcessorConfig") {
      var config = FieldReader(json, at: path.member("ProcessorConfig"))
      config.refuseOthers(than: ["Mode", "ExecutionType"])
      mode = config.choice("Mode", of: Mode.self)
      executionType = config.choice("ExecutionType", of: ExecutionType.self)
      if mode == .distributed {
        config.require("ExecutionType")
      } else if config.value("ExecutionType") != nil {
        config.findings.append(.unknown("ExecutionType", in: config.path))
      }
      reader.findings += config.findings
    }
    findings += reader.findings
  }
}
