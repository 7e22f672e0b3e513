import JSON

extension ChoiceState {
  init(_ reader: inout FieldReader) {
    reader.require("Choices")
    rules = reader.list("Choices", ChoiceRule.init)
    if reader.value("Choices")?.arrayValue?.isEmpty == true {
      reader.findings.append(.empty(at: reader.path.member("Choices")))
    }
    defaultState = reader.text("Default")
  }
}

extension ChoiceRule {
  /// The rule that `json` defines.
  init(_ json: JSONValue, at path: DefinitionPath, findings: inout [DefinitionFinding]) {
    var reader = FieldReader(json, at: path)
    comment = reader.text("Comment")
    condition = ChoiceRule.condition(&reader)
    assign = reader.objectTemplate("Assign")
    output = reader.template("Output")
    reader.require("Next")
    next = reader.text("Next") ?? ""
    let modelled: Set = ["Comment", "Condition", "Assign", "Output", "Next"]
    comparison = reader.members(reader.object.keys.filter { !modelled.contains($0) })
    ComparisonOperator.check(&reader, others: modelled)
    findings += reader.findings
  }

  /// The condition: an expression or a truth value.
  private static func condition(_ reader: inout FieldReader) -> Template? {
    guard let template = reader.template("Condition") else { return nil }
    if template.expression == nil, template.json.boolValue == nil {
      reader.findings.append(.wrongType("Boolean", at: reader.path.member("Condition")))
    }
    return template
  }
}

/// The comparisons of JSONPath's Choice rules.
package enum ComparisonOperator {
  /// Those that combine rules.
  package static let combining = ["And", "Or", "Not"]

  /// Those that look at a variable, in the order of the guide.
  package static let names: [String] = {
    let kinds = ["String", "Numeric", "Timestamp"]
    let relations = ["Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals"]
    var names = ["BooleanEquals", "BooleanEqualsPath", "StringMatches"]
    for kind in kinds {
      names += relations.flatMap { ["\(kind)\($0)", "\(kind)\($0)Path"] }
    }
    let tests = ["Null", "Present", "Numeric", "String", "Boolean", "Timestamp"]
    return names + tests.map { "Is\($0)" }
  }()

  /// Notes the fields of a rule that are no comparison, and those of the rules inside it.
  static func check(_ reader: inout FieldReader, others: Set<String>) {
    let known = others.union(combining).union(names).union(["Variable"])
    reader.refuseOthers(than: known.sorted())
    for name in combining {
      guard let value = reader.value(name) else { continue }
      for (path, json) in inner(value, at: reader.path.member(name)) {
        var inner = FieldReader(json, at: path)
        check(&inner, others: ["Comment"])
        reader.findings += inner.findings
      }
    }
  }

  /// The rules in the value of a combining operator.
  private static func inner(
    _ value: JSONValue, at path: DefinitionPath
  ) -> [(DefinitionPath, JSONValue)] {
    guard let list = value.arrayValue else { return [(path, value)] }
    return list.enumerated().map { (path.element($0), $1) }
  }
}
