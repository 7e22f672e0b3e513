import JSON

/// `$sum`, `$count`, `$max`, `$min`, `$average`.
enum AggregateFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("sum", "<a<n>:n>", 1) { call in call.list(0).map { .number(sum($0)) } },
    Builtins.Definition("count", "<a:n>", 1) { call in .count(call.list(0)?.elements.count ?? 0) },
    Builtins.Definition("max", "<a<n>:n>", 1) { call in extreme(call.list(0)) { $0 > $1 } },
    Builtins.Definition("min", "<a<n>:n>", 1) { call in extreme(call.list(0)) { $0 < $1 } },
    Builtins.Definition("average", "<a<n>:n>", 1) { call in
      guard let list = call.list(0), !list.elements.isEmpty else { return nil }
      return .number(sum(list) / Double(list.elements.count))
    },
  ]

  /// The sum of the numbers of `list`, as adding doubles one after the other gives it.
  private static func sum(_ list: JSONArray) -> Double {
    if let sum = exactSum(list.borrowed) { return sum }
    var total = 0.0
    for index in list.borrowed.indices { total += number(at: index, in: list.borrowed) }
    return total
  }

  /// The sum of integers that are so small that no double on the way would be rounded.
  private static func exactSum(_ elements: UnsafeBufferPointer<JSONValue>) -> Double? {
    var total: Int64 = 0
    var bits: Int64 = 0
    for index in elements.indices {
      guard case .integer(let number) = elements[index] else { return nil }
      total &+= number
      bits |= number ^ (number >> 63)
    }
    let room = bits.leadingZeroBitCount - 11
    return room > 0 && elements.count >> room == 0 ? Double(total) : nil
  }

  /// The number at `index`.
  @inline(__always)
  private static func number(at index: Int, in elements: UnsafeBufferPointer<JSONValue>) -> Double {
    switch elements[index] {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: 0
    }
  }

  /// The number of `list` that is before all others.
  private static func extreme(
    _ list: JSONArray?, isBefore: (Double, Double) -> Bool
  ) -> JSONValue? {
    guard let list, !list.elements.isEmpty else { return nil }
    var result = number(at: 0, in: list.borrowed)
    for index in list.borrowed.indices.dropFirst() {
      let number = number(at: index, in: list.borrowed)
      if number.isNaN || isBefore(number, result) { result = number }
      if result.isNaN { break }
    }
    return .number(result)
  }
}
