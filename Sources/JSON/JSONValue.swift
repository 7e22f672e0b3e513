/// A JSON value, 16 bytes wide: scalars inline, everything else behind one reference.
///
/// Copying a value copies no content. Numbers keep whether they are integers that fit 64 bits, as
/// Step Functions does; comparison is by value all the same (`1 == 1.0`). A query language may
/// store its functions in values while it evaluates; they never leave it, and are written as `""`.
public enum JSONValue: Sendable {
  /// `null`.
  case null

  /// `true` or `false`.
  case bool(Bool)

  /// A number without fraction or exponent that fits 64 bits.
  case integer(Int64)

  /// Any other number.
  case number(Double)

  /// A text.
  case string(JSONString)

  /// An ordered list of values.
  case array(JSONArray)

  /// An ordered list of members with distinct names.
  case object(JSONObject)

  /// A function of a query language; not JSON.
  case function(JSONFunction)
}

extension JSONValue {
  /// A text.
  public static func string(_ text: String) -> JSONValue { .string(JSONString(text)) }

  /// A list.
  public static func array(_ elements: [JSONValue]) -> JSONValue { .array(JSONArray(elements)) }

  /// An object with `members` in their order; of members with one name the last value counts.
  public static func object(
    _ members: some Sequence<(key: String, value: JSONValue)>
  ) -> JSONValue {
    var builder = JSONObject.Builder()
    for member in members { builder[member.key] = member.value }
    return .object(builder.build())
  }

  /// Whether the value is `null`.
  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  /// The truth value, if it is one.
  public var boolValue: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  /// The number, if it is one.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The number, if it is a whole one that fits an `Int`.
  public var intValue: Int? {
    switch self {
    case .integer(let value): Int(exactly: value)
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The text, if it is one.
  public var stringValue: String? {
    if case .string(let value) = self { return value.text }
    return nil
  }

  /// The elements, if it is a list.
  public var arrayValue: [JSONValue]? {
    if case .array(let value) = self { return value.elements }
    return nil
  }

  /// The object, if it is one.
  public var objectValue: JSONObject? {
    if case .object(let value) = self { return value }
    return nil
  }

  /// The member `key` of an object.
  public subscript(key: String) -> JSONValue? { objectValue?[key] }

  /// The element at `index` of a list.
  public subscript(index: Int) -> JSONValue? {
    guard let elements = arrayValue, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// What kind of value it is, in JSON's words.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    case .function: "function"
    }
  }
}

extension JSONValue: Equatable {
  /// Whether two values are equal: numbers by value, objects without regard to order.
  public static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.integer, .number), (.number, .integer), (.number, .number):
      a.doubleValue == b.doubleValue
    case (.string(let a), .string(let b)): a === b || haveEqualBytes(a.text, b.text)
    case (.array(let a), .array(let b)): a === b || a.elements == b.elements
    case (.object(let a), .object(let b)): a == b
    case (.function(let a), .function(let b)): a === b
    default: false
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Null.
  public init(nilLiteral: ()) { self = .null }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object; of members with one name the last value counts.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { (key: $0.0, value: $0.1) })
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as compact JSON text.
  public var description: String { JSONWriter.compact(self) }
}
