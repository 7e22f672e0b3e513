import JSON

extension IntrinsicFunction {
  /// The longest list that `States.ArrayRange` makes.
  private static let rangeLimit = 1_000

  /// The elements of `list` in lists of `size`.
  static func partition(_ list: JSONValue, _ size: JSONValue) -> JSONValue? {
    guard let elements = list.arrayValue, let size = wholePart(size), size > 0 else { return nil }
    let step = Int(min(size, Int64(max(1, elements.count))))
    return .array(
      stride(from: 0, to: elements.count, by: step).map {
        .array(Array(elements[$0..<min($0 + step, elements.count)]))
      })
  }

  /// Whether `value` is among the elements of `list`.
  static func contains(_ list: JSONValue, _ value: JSONValue) -> JSONValue? {
    list.arrayValue.map { .bool($0.contains { JavaSet.areEqual($0, value) }) }
  }

  /// The numbers from `first` to `last`, both included.
  static func range(_ first: JSONValue, _ last: JSONValue, _ step: JSONValue) -> JSONValue? {
    guard let first = wholePart(first), let last = wholePart(last), let step = wholePart(step),
      step != 0
    else { return nil }
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, distance / step < rangeLimit else { return nil }
    return .array(stride(from: first, through: last, by: Int(step)).map { .integer($0) })
  }

  /// The element of `list` at `index`; an empty list has null everywhere.
  static func item(of list: JSONValue, at index: JSONValue) -> JSONValue? {
    guard let elements = list.arrayValue, let index = wholePart(index) else { return nil }
    if elements.isEmpty { return .null }
    guard let position = Int(exactly: index), elements.indices.contains(position) else {
      return .none
    }
    return elements[position]
  }
}
