import JSON

/// A function at the end of a path.
enum JSONPathFunction: String, Sendable, CaseIterable {
  case length, size, min, max, avg, sum, stddev, keys, first, last, index, append, concat

  /// An argument of a function.
  enum Argument: Sendable {
    /// A constant.
    case constant(JSONValue)
    /// A path from the root.
    case path(JSONPath)
  }

  /// The value for `value`; nil if it has none.
  func apply(to value: JSONValue, _ arguments: [JSONValue]) -> JSONValue? {
    switch self {
    case .length, .size: Self.length(of: arguments.first ?? value)
    case .min, .max, .avg, .sum, .stddev: aggregate(value, arguments)
    case .keys: value.objectValue.map { .array($0.keys.map { .string($0) }) }
    case .first: value.arrayValue?.first
    case .last: value.arrayValue?.last
    case .index: arguments.first?.intValue.flatMap { Self.element(at: $0, of: value) }
    case .append: value.arrayValue.map { .array($0 + arguments) }
    case .concat: .string(Self.texts(value, arguments).joined())
    }
  }

  /// The number of elements or members; null for anything else.
  private static func length(of value: JSONValue) -> JSONValue {
    switch value {
    case .array(let list): .integer(Int64(list.elements.count))
    case .object(let object): .integer(Int64(object.count))
    default: .null
    }
  }

  /// The element at `index`, counted from the end if it is negative.
  private static func element(at index: Int, of value: JSONValue) -> JSONValue? {
    guard let elements = value.arrayValue else { return nil }
    return value[index < 0 ? elements.count + index : index]
  }

  /// The texts among the elements of `value` and the arguments.
  private static func texts(_ value: JSONValue, _ arguments: [JSONValue]) -> [String] {
    ((value.arrayValue ?? []) + arguments.flatMap { $0.arrayValue ?? [$0] })
      .compactMap(\.stringValue)
  }

  /// The figure of the numbers among the elements of `value` and the arguments.
  private func aggregate(_ value: JSONValue, _ arguments: [JSONValue]) -> JSONValue? {
    let values = (value.arrayValue ?? []) + arguments.flatMap { $0.arrayValue ?? [$0] }
    let numbers = values.compactMap(\.doubleValue)
    guard let first = numbers.first else { return nil }
    let sum = numbers.reduce(0, +)
    let mean = sum / Double(numbers.count)
    switch self {
    case .min: return .number(numbers.reduce(first, Swift.min))
    case .max: return .number(numbers.reduce(first, Swift.max))
    case .avg: return .number(mean)
    case .sum: return .number(sum)
    default:
      let squares = numbers.reduce(0) { $0 + $1 * $1 }
      return .number((squares / Double(numbers.count) - mean * mean).squareRoot())
    }
  }
}
