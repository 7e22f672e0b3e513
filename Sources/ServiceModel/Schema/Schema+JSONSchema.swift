package import JSON

extension Schema {
  /// The schema as JSON Schema (2020-12, the dialect of OpenAPI 3.1).
  package var jsonSchema: JSONValue {
    switch self {
    case .any: [:]
    case .boolean: ["type": "boolean"]
    case .integer: ["type": "integer"]
    case .number: ["type": "number"]
    case .string(nil): ["type": "string"]
    case .string(let format?): ["type": "string", "format": .string(format)]
    case .file: ["type": "string", "format": "binary"]
    case .enumeration(let values): Self.jsonSchema(ofEnumeration: values)
    case .array(let element): ["type": "array", "items": element.jsonSchema]
    case .object(let object): object.jsonSchema
    case .nullable(let schema): Self.jsonSchema(ofNullable: schema.jsonSchema)
    }
  }

  /// The schema that `json` describes; what it says beyond our part does not count.
  ///
  /// - Parameters:
  ///   - json: A JSON Schema, or a schema object of OpenAPI 3.0.
  ///   - document: The document in which its references (`#/components/…`) are found.
  package init(jsonSchema json: JSONValue, in document: JSONValue = .null) {
    self.init(json, in: document, depth: 0)
  }

  /// The schema that `json` describes, `depth` references and containers deep.
  fileprivate init(_ json: JSONValue, in document: JSONValue, depth: Int) {
    guard depth < 16 else {
      self = .any
      return
    }
    if let reference = json["$ref"]?.stringValue {
      let target = document.member(at: reference) ?? .null
      self.init(target, in: document, depth: depth + 1)
      return
    }
    let (types, allowsNull) = Self.types(of: json)
    let schema = Self.schema(ofType: types.count == 1 ? types[0] : nil, json, document, depth)
    self = allowsNull && schema != .any ? .nullable(schema) : schema
  }

  /// The names of the types that `json` allows besides `null`, and whether it allows `null`.
  private static func types(of json: JSONValue) -> (names: [String], allowsNull: Bool) {
    let types = json["type"]?.arrayValue ?? json["type"].map { [$0] } ?? []
    let names = types.compactMap(\.stringValue).filter { $0 != "null" }
    let isNullable = json["nullable"]?.boolValue ?? false
    let listsNull = json["enum"]?.arrayValue?.contains(.null) ?? false
    return (names, names.count < types.count || isNullable || listsNull)
  }

  /// The schema that `json` describes, which allows but the type named `type`.
  private static func schema(
    ofType type: String?, _ json: JSONValue, _ document: JSONValue, _ depth: Int
  ) -> Schema {
    if let values = json["enum"]?.arrayValue { return .enumeration(values.filter { !$0.isNull }) }
    if let value = json["const"] { return .enumeration([value]) }
    return switch type {
    case "boolean": .boolean
    case "integer": .integer
    case "number": .number
    case "string" where json["format"] == "binary": .file
    case "string": .string(format: json["format"]?.stringValue)
    case "array": .array(Schema(json["items"] ?? [:], in: document, depth: depth + 1))
    case "object": .object(Object(json, in: document, depth: depth + 1))
    case nil: alternative(of: json, document, depth)
    default: .any
    }
  }

  /// The schema of `json`, which names no type: a choice of one schema and `null`, or an object.
  private static func alternative(
    of json: JSONValue, _ document: JSONValue, _ depth: Int
  ) -> Schema {
    if json["properties"] != nil { return .object(Object(json, in: document, depth: depth + 1)) }
    let choices = json["anyOf"]?.arrayValue ?? json["oneOf"]?.arrayValue ?? []
    let others = choices.filter { $0["type"] != "null" }
    guard others.count == 1 else { return .any }
    let schema = Schema(others[0], in: document, depth: depth + 1)
    return choices.count > 1 && schema != .any ? .nullable(schema) : schema
  }

  /// The JSON Schema of one of `values`.
  private static func jsonSchema(ofEnumeration values: [JSONValue]) -> JSONValue {
    let isText = values.allSatisfy { $0.stringValue != nil }
    return isText ? ["type": "string", "enum": .array(values)] : ["enum": .array(values)]
  }

  /// The JSON Schema of what `schema` describes or `null`.
  private static func jsonSchema(ofNullable schema: JSONValue) -> JSONValue {
    if let values = schema["enum"]?.arrayValue {
      return ["enum": .array(values + [.null])]
    }
    guard let object = schema.objectValue, let type = schema["type"] else { return schema }
    return .object(object.setting("type", to: [type, "null"]))
  }
}

extension Schema.Object {
  /// The members as JSON Schema.
  fileprivate var jsonSchema: JSONValue {
    var json = JSONObject.Builder()
    json["type"] = "object"
    if !properties.isEmpty {
      json["properties"] = .object(properties.map { ($0.name, $0.schema.jsonSchema) })
    }
    let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { json["required"] = .array(required) }
    switch additional {
    case .any: break
    case nil: json["additionalProperties"] = false
    case let schema?: json["additionalProperties"] = schema.jsonSchema
    }
    return .object(json.build())
  }

  /// The members that `json` describes.
  fileprivate init(_ json: JSONValue, in document: JSONValue, depth: Int) {
    let required = json["required"]?.arrayValue?.compactMap(\.stringValue) ?? []
    properties = (json["properties"]?.objectValue?.members ?? []).map { name, schema in
      Property(
        name, Schema(schema, in: document, depth: depth),
        isRequired: required.contains { haveEqualBytes($0, name) })
    }
    switch json["additionalProperties"] {
    case nil, .bool(true)?: additional = .any
    case .bool(false)?: additional = nil
    case let schema?: additional = Schema(schema, in: document, depth: depth)
    }
  }
}

extension JSONValue {
  /// The value at a local reference such as `#/components/schemas/Customer`.
  func member(at reference: String) -> JSONValue? {
    guard reference.hasPrefix("#/") else { return nil }
    var value: JSONValue? = self
    for part in reference.dropFirst(2).split(separator: "/") {
      value = value?[PercentCoding.decode(part)]
    }
    return value
  }
}
