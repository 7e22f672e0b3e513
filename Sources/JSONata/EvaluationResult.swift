import JSON

/// The value of an expression, without the language's notes on lists.
struct EvaluationResult {
  /// The value.
  private(set) var value: JSONValue?

  /// Whether there are functions in the value.
  private(set) var hasFunctions = false

  /// Takes the notes off `value`.
  @inline(__always)
  init(_ value: JSONValue?) {
    self.value = value
    switch value {
    case nil, .null, .bool, .integer, .number, .string: break
    case let value?: if let plain = stripped(value) { self.value = plain }
    }
  }

  /// `value` without notes, if it has any.
  private mutating func stripped(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .array(let list):
      if let elements = stripped(list.borrowed) { return .array(elements) }
      return list.traits.isEmpty ? .none : .array(list.elements)
    case .object(let object):
      return stripped(object.borrowed).map { .object(JSONObject(shape: object.shape, values: $0)) }
    case .function:
      hasFunctions = true
      return nil
    default: return nil
    }
  }

  /// `values`, which somebody holds, without notes, if any has them.
  private mutating func stripped(_ values: UnsafeBufferPointer<JSONValue>) -> [JSONValue]? {
    var result: [JSONValue]?
    for index in values.indices {
      switch values[index] {
      case .null, .bool, .integer, .number, .string: continue
      case let value:
        guard let plain = stripped(value) else { continue }
        if result == nil { result = Array(values) }
        result?[index] = plain
      }
    }
    return result
  }
}
