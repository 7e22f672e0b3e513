import JSON

/// JSON as the values that Stencil knows.
enum TemplateValue {
  /// The members of `object`; those that are `null` are as if they were not there.
  static func dictionary(of object: JSONObject) -> [String: Any] {
    let members = object.members.filter { !$0.value.isNull }
    return Dictionary(members.map { ($0.key, value(of: $0.value)) }) { $1 }
  }

  /// The value of `json`; whole numbers are integers, so that they are printed as JSON does.
  private static func value(of json: JSONValue) -> Any {
    switch json {
    case .null, .function: Any?.none as Any
    case .bool(let value): value
    case .integer(let value): Int(value)
    case .number(let value): Int(exactly: value) ?? value
    case .string(let text): text.text
    case .array(let array): array.elements.map(value)
    case .object(let object): dictionary(of: object)
    }
  }
}
