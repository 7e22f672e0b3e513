import JSON

extension Retrier {
  /// The retrier that `json` defines.
  init(_ json: JSONValue, at path: DefinitionPath, findings: inout [DefinitionFinding]) {
    var reader = FieldReader(json, at: path)
    reader.refuseOthers(than: FieldTable.retrier)
    comment = reader.text("Comment")
    reader.require("ErrorEquals")
    errors = reader.texts("ErrorEquals")
    intervalSeconds = reader.integer("IntervalSeconds", in: 0...99_999_999)
    maxAttempts = reader.integer("MaxAttempts", in: 0...99_999_999)
    backoffRate = reader.number("BackoffRate", in: 1...Double.infinity)
    maxDelaySeconds = reader.integer("MaxDelaySeconds", in: 1...31_622_400)
    jitter = reader.choice("JitterStrategy", of: JitterStrategy.self)
    findings += reader.findings
  }
}

extension Catcher {
  /// The catcher that `json` defines.
  init(_ json: JSONValue, at path: DefinitionPath, findings: inout [DefinitionFinding]) {
    var reader = FieldReader(json, at: path)
    reader.refuseOthers(than: FieldTable.catcher.map(\.name))
    comment = reader.text("Comment")
    reader.require("Next", "ErrorEquals")
    errors = reader.texts("ErrorEquals")
    assign = reader.objectTemplate("Assign")
    output = reader.template("Output")
    next = reader.text("Next") ?? ""
    jsonPath = reader.members(["ResultPath"])
    findings += reader.findings
  }
}
