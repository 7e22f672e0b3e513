package import JSON

extension StateMachine {
  /// The definition, its members in AWS's customary order.
  package var json: JSONValue {
    var fields = FieldWriter()
    fields["Comment"] = comment.map { .string($0) }
    fields["QueryLanguage"] = queryLanguage.map { .string($0.rawValue) }
    fields["Version"] = version.map { .string($0) }
    fields["TimeoutSeconds"] = timeoutSeconds.map { .integer(Int64($0)) }
    graph.write(to: &fields)
    return fields.json
  }
}

extension StateGraph {
  /// The graph as a branch.
  package var json: JSONValue {
    var fields = FieldWriter()
    fields["Comment"] = comment.map { .string($0) }
    write(to: &fields)
    return fields.json
  }

  /// Writes `StartAt` and `States`.
  func write(to fields: inout FieldWriter) {
    fields["StartAt"] = .string(startAt)
    fields["States"] = .object(states.map { (key: $0.name, value: $0.json) })
  }
}

extension ItemProcessor {
  /// The definition.
  package var json: JSONValue {
    var config = FieldWriter()
    config["Mode"] = mode.map { .string($0.rawValue) }
    config["ExecutionType"] = executionType.map { .string($0.rawValue) }
    var fields = FieldWriter()
    fields["Comment"] = graph.comment.map { .string($0) }
    if !config.isEmpty { fields["ProcessorConfig"] = config.json }
    graph.write(to: &fields)
    return fields.json
  }
}

/// Collects the fields of an object; those that are nil are left out.
struct FieldWriter {
  private var builder = JSONObject.Builder()

  /// The field `name`.
  subscript(name: String) -> JSONValue? {
    get { builder[name] }
    set { builder[name] = newValue }
  }

  /// Whether there is no field.
  var isEmpty: Bool { builder.isEmpty }

  /// Adds the members of `object`.
  mutating func add(_ object: JSONObject) {
    for (key, value) in object.members { builder[key] = value }
  }

  /// Adds `values` as a list, unless it is empty.
  mutating func add(_ field: String, _ values: [JSONValue]) {
    if !values.isEmpty { builder[field] = .array(values) }
  }

  /// The object with its fields in the order in which they were added.
  var json: JSONValue { .object(builder.build()) }

  /// The object with its fields in the order of `names`.
  func json(inOrderOf names: some Sequence<String>) -> JSONValue {
    var ordered = JSONObject.Builder()
    for name in names { ordered[name] = builder[name] }
    return .object(ordered.build())
  }
}
