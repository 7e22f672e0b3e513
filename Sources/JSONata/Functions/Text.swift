import JSON

/// Values as text, as `$string` and `&` write them.
enum Text {
  /// `value` as text: a text as it is, a function as nothing, everything else as JSON.
  static func of(_ value: JSONValue, isPretty: Bool = false) throws(JSONataError) -> String {
    if case .string(let string) = value { return string.text }
    var output: [UInt8] = []
    try append(value, to: &output, isPretty: isPretty)
    return String(decoding: output, as: UTF8.self)
  }

  /// Adds `value` as text to `output`.
  static func append(
    _ value: JSONValue, to output: inout [UInt8], isPretty: Bool = false
  ) throws(JSONataError) {
    switch value {
    case .string(let string): append(string, to: &output)
    case .function: break
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .null: output.append(contentsOf: "null".utf8)
    case .integer(let number): JSONNumber.append(number, to: &output)
    case .number(let number):
      guard number.isFinite else { throw JSONataError("D3001", value: value) }
      append(number, to: &output)
    case .array(let list) where list.traits.contains(.outerWrapper) && !list.elements.isEmpty:
      try appendJSON(list.elements[0], to: &output, isPretty)
    case .array, .object: try appendJSON(value, to: &output, isPretty)
    }
  }

  /// Adds `string` to `output`.
  @inline(__always)
  static func append(_ string: borrowing JSONString, to output: inout [UInt8]) {
    var text = string.text
    text.withUTF8 { output.append(contentsOf: $0) }
  }

  /// Adds a number to `output`, fractions with 15 significant digits.
  static func append(_ number: Double, to output: inout [UInt8]) {
    if number == number.rounded() { return JSONNumber.append(number, to: &output) }
    guard let decimal = ShortDecimal(rounding: number.magnitude) else {
      return JSONNumber.append(rounded(number), to: &output)
    }
    if number < 0 { output.append(UInt8(ascii: "-")) }
    decimal.append(to: &output)
  }

  /// `number` with 15 significant digits unless it is whole.
  static func rounded(_ number: Double) -> Double {
    if number == number.rounded() || !number.isFinite { return number }
    if ShortDecimal(exactly: number.magnitude) != nil { return number }
    return Decimal(number, significantDigits: 15).value
  }

  /// Adds `value` as JSON text to `output`.
  private static func appendJSON(
    _ value: JSONValue, to output: inout [UInt8], _ isPretty: Bool
  ) throws(JSONataError) {
    var writer = ScriptWriter(isPretty: isPretty)
    swap(&writer.output, &output)
    try writer.write(value, depth: 0)
    swap(&writer.output, &output)
  }

  /// `value` as JSON's stringification in JavaScript sees it: members in its order, numbers
  /// rounded, functions as empty texts.
  static func plain(_ value: JSONValue) throws(JSONataError) -> JSONValue {
    switch value {
    case .number(let number):
      if number.isInfinite { throw JSONataError("D1001", value: value) }
      return number.isNaN ? .null : .number(rounded(number))
    case .null, .bool, .integer, .string: return value
    case .function: return .string("")
    case .array(let list):
      var elements: [JSONValue] = []
      elements.reserveCapacity(list.elements.count)
      for element in list.elements { elements.append(try plain(element)) }
      return .array(elements)
    case .object(let object): return .object(try plain(object))
    }
  }

  /// What `plain` makes of `value`, sharing all that stays as it is; nil if that is the whole value.
  static func sharedPlain(_ value: JSONValue) throws(JSONataError) -> JSONValue? {
    switch value {
    case .null, .bool, .integer, .string: return nil
    case .number(let number):
      return number.isFinite && rounded(number) == number ? nil : .some(try plain(value))
    case .function: return .some(try plain(value))
    case .array(let list):
      if let elements = try sharedPlain(list.borrowed) { return .array(elements) }
      return list.traits.isEmpty ? .none : .array(list.elements)
    case .object(let object):
      if object.scriptOrder != nil { return .object(try plain(object)) }
      guard let values = try sharedPlain(object.borrowed) else { return .none }
      return .object(JSONObject(shape: object.shape, values: values))
    }
  }

  /// `values`, which somebody holds, as `sharedPlain` makes them; nil if all stay as they are.
  private static func sharedPlain(
    _ values: UnsafeBufferPointer<JSONValue>
  ) throws(JSONataError) -> [JSONValue]? {
    var result: [JSONValue]?
    for index in values.indices {
      switch values[index] {
      case .null, .bool, .integer, .string: continue
      case let value:
        guard let plain = try sharedPlain(value) else { continue }
        if result == nil { result = Array(values) }
        result?[index] = plain
      }
    }
    return result
  }

  /// `object` with plain values, in JavaScript's order.
  private static func plain(_ object: JSONObject) throws(JSONataError) -> JSONObject {
    let order = object.scriptOrder
    var values: [JSONValue] = []
    values.reserveCapacity(object.count)
    for index in object.values.indices {
      values.append(try plain(object.values[order?[index] ?? index]))
    }
    let shape = order.map { JSONShape(uniqueKeys: $0.map { object.keys[$0] }) } ?? object.shape
    return JSONObject(shape: shape, values: values)
  }
}
