import JSON

extension Retrier {
  /// The retrier that `json` defines.
  init(_ json: JSONValue, at path: DefinitionPath, findings: inout [DefinitionFinding]) {
    var reader = FieldReader(json, at: path)
    reader.refuseOthers(than: FieldTable.retrier)
    comment = reader.text("Comment")
    errors = reader.requiredTexts("ErrorEquals")
    intervalSeconds = reader.integer("IntervalSeconds", in: 1...99_999_999)
    maxAttempts = reader.integer("MaxAttempts", in: 0...99_999_999)
    backoffRate = reader.number("BackoffRate")
    if let backoffRate, backoffRate < 1 {
      let message = "Value is less than the minimum of 1.0"
      let path = path.member("BackoffRate")
      reader.findings.append(DefinitionFinding(code: .schema, message: message, path: path))
    }
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
    errors = reader.requiredTexts("ErrorEquals")
    assign = reader.objectTemplate("Assign")
    output = reader.template("Output")
    next = reader.requiredText("Next")
    jsonPath = reader.members(["ResultPath"])
    findings += reader.findings
  }
}
