import JSON

/// The value of an expression, without the language's notes on lists.
struct EvaluationResult {
  /// The value.
  private(set) var value: JSONValue?

  /// Whether there are functions in the value.
  private(set) var hasFunctions = false

  /// The deepest nesting of lists and objects that leaves the engine; who takes a value apart may
  /// have little stack for it.
  private static let maximumDepth = 5_000

  /// The lists and objects around the value that is looked at.
  private var depth = 0

  /// Takes the notes off `value`.
  @inline(__always)
  init(_ value: JSONValue?) throws(JSONataError) {
    self.value = value
    switch value {
    case nil, .null, .bool, .integer, .number, .string: break
    case let value?: if let plain = try stripped(value) { self.value = plain }
    }
  }

  /// `value` without notes, if it has any.
  private mutating func stripped(_ value: JSONValue) throws(JSONataError) -> JSONValue? {
    switch value {
    case .array(let list):
      if let elements = try stripped(list.borrowed) { return .array(elements) }
      return list.traits.isEmpty ? .none : .array(list.elements)
    case .object(let object):
      guard let values = try stripped(object.borrowed) else { return nil }
      return .object(JSONObject(shape: object.shape, values: values))
    case .function:
      hasFunctions = true
      return nil
    default: return nil
    }
  }

  /// `values`, which somebody holds, without notes, if any has them.
  private mutating func stripped(
    _ values: UnsafeBufferPointer<JSONValue>
  ) throws(JSONataError) -> [JSONValue]? {
    if depth == Self.maximumDepth { throw JSONataError("D1011") }
    depth += 1
    var result: [JSONValue]?
    for index in values.indices {
      switch values[index] {
      case .null, .bool, .integer, .number, .string: continue
      case let value:
        guard let plain = try stripped(value) else { continue }
        if result == nil { result = Array(values) }
        result?[index] = plain
      }
    }
    depth -= 1
    return result
  }
}
