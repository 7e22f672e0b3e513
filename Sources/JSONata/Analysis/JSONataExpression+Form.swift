package import JSON

extension JSONataExpression {
  /// The value, if the expression is a JSON literal.
  package var literal: JSONValue? { root.literal }

  /// A comparison or a boolean operation.
  package struct Operation: Hashable, Sendable {
    /// The UTF-8 range of the left operand.
    package let left: Range<Int>

    /// The operator as it is written.
    package let symbol: String

    /// The UTF-8 range of the right operand.
    package let right: Range<Int>
  }

  /// The comparison or boolean operation that the whole expression is.
  package var comparison: Operation? {
    guard case .binary(let symbol, let left, let right) = root.kind else { return nil }
    switch symbol {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .and, .or:
      return Operation(left: left.extent, symbol: symbol.text, right: right.extent)
    default: return nil
    }
  }
}

extension Node {
  /// The value of a JSON literal.
  fileprivate var literal: JSONValue? {
    guard predicates == nil, group == nil else { return nil }
    switch kind {
    case .string(let text): return .string(text)
    case .number(let number): return .literal(number)
    case .value(let value): return value
    case .negate(let operand):
      guard case .number(let number) = operand.kind else { return nil }
      return .literal(-number)
    case .array(let items):
      let values = items.compactMap(\.literal)
      return values.count == items.count && !keepArray ? .array(values) : .none
    case .object(let pairs):
      let members = pairs.compactMap { pair -> (key: String, value: JSONValue)? in
        guard case .string(let key) = pair.key.kind, let value = pair.value.literal else {
          return nil
        }
        return (key, value)
      }
      return members.count == pairs.count ? .object(members) : .none
    default: return nil
    }
  }
}

extension JSONValue {
  /// The number of a literal, whole if it can be.
  static func literal(_ number: Double) -> JSONValue {
    guard let integer = Int64(exactly: number), abs(number) < 0x1p53 else { return .number(number) }
    return .integer(integer)
  }
}
