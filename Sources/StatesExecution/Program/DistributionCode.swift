import JSON
import StatesLanguage

/// What only a distributed Map of a program does.
struct DistributionCode: Sendable {
  /// Part of the names of its child executions; nil has one made up for each run.
  var label: String?

  /// Whether the child executions are Express ones.
  var isExpress: Bool

  /// What reads the items; nil takes them from the state's input.
  var reader: ItemReaderCode?

  /// How items are put together; nil hands each on by itself.
  var batcher: ItemBatcherCode?

  /// What is done with the results; nil hands them on.
  var writer: ResultWriterCode?
}

/// What reads the items of a distributed Map of a program.
struct ItemReaderCode: Sendable {
  /// Whether objects are listed instead of one object read.
  var listsObjects: Bool

  /// Which object is read, or which bucket and prefix are listed.
  var arguments: TemplateCode

  /// How the content is read, but for the number of items.
  var configuration: ReaderConfiguration

  /// The most items.
  var maxItems: NumberCode?
}

/// How the items of a distributed Map of a program are put together.
struct ItemBatcherCode: Sendable {
  /// The most items of a batch.
  var maxItems: NumberCode?

  /// The most bytes of a batch.
  var maxBytes: NumberCode?

  /// What each batch gets besides its items.
  var input: TemplateCode?
}

/// What is done with the results of a distributed Map of a program.
struct ResultWriterCode: Sendable {
  /// The bucket and prefix to which they are written; nil hands them on.
  var arguments: TemplateCode?

  /// How they are put together and written.
  var writing: ResultWriting
}

extension FieldCompiler {
  /// Compiles what only a distributed Map does.
  mutating func distribution(of map: MapState, named name: String) -> DistributionCode? {
    guard map.itemProcessor.mode == .distributed else { return nil }
    return DistributionCode(
      label: map.label, isExpress: map.itemProcessor.executionType == .express,
      reader: map.itemReader.map { reader($0.json) },
      batcher: map.itemBatcher.map { batcher($0.json) },
      writer: map.resultWriter.map { writer($0.json) })
  }

  /// Compiles an `ItemReader`.
  private mutating func reader(_ json: JSONValue) -> ItemReaderCode {
    let config = json["ReaderConfig"] ?? .object(JSONObject.empty)
    let arguments = arguments(of: json, "ItemReader")
    return ItemReaderCode(
      listsObjects: json["Resource"]?.stringValue?.hasSuffix(":s3:listObjectsV2") ?? false,
      arguments: arguments ?? .constant(.object(JSONObject.empty)),
      configuration: ReaderConfiguration(config),
      maxItems: number("MaxItems", of: config, "ItemReader/ReaderConfig"))
  }

  /// Compiles what the part `name` of a Map sends.
  private mutating func arguments(of json: JSONValue, _ name: String) -> TemplateCode? {
    let field = language == .jsonPath ? "Parameters" : "Arguments"
    return template(json[field].map { Template($0) }, "\(name)/\(field)")
  }

  /// Compiles the number in the member `name` of `json`, or that to which its `Path` form leads.
  private mutating func number(
    _ name: String, of json: JSONValue, _ part: String
  ) -> NumberCode? {
    if let path = path(json[name + "Path"], at: path.member(part).member(name + "Path")) {
      return .path(PathNumberCode(name: name + "Path", path: path))
    }
    let location = "\(part)/\(name)"
    return template(json[name].map { Template($0) }, location).map { .template($0, location) }
  }

  /// Compiles an `ItemBatcher`.
  private mutating func batcher(_ json: JSONValue) -> ItemBatcherCode {
    ItemBatcherCode(
      maxItems: number("MaxItemsPerBatch", of: json, "ItemBatcher"),
      maxBytes: number("MaxInputBytesPerBatch", of: json, "ItemBatcher"),
      input: template(json["BatchInput"].map { Template($0) }, "ItemBatcher/BatchInput"))
  }

  /// Compiles a `ResultWriter`.
  private mutating func writer(_ json: JSONValue) -> ResultWriterCode {
    var writing = ResultWriting()
    let writesObjects = json["Resource"] != nil
    let config = json["WriterConfig"]
    writing.transformation =
      config?["Transformation"]?.stringValue.flatMap(ResultWriting.Transformation.init(rawValue:))
      ?? (writesObjects ? .none : .compact)
    writing.outputType =
      config?["OutputType"]?.stringValue.flatMap(ResultWriting.OutputType.init(rawValue:)) ?? .json
    return ResultWriterCode(
      arguments: arguments(of: json, "ResultWriter"), writing: writing)
  }
}
