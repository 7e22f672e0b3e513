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

  /// The sum of the numbers of `list`.
  private static func sum(_ list: JSONArray) -> Double {
    var total = 0.0
    for element in list.elements {
      if case .number(let number) = element {
        total += number
      } else {
        total += element.doubleValue ?? 0
      }
    }
    return total
  }

  /// The number of `list` that is before all others.
  private static func extreme(
    _ list: JSONArray?, isBefore: (Double, Double) -> Bool
  ) -> JSONValue? {
    guard let first = list?.elements.first?.doubleValue else { return nil }
    var result = first
    for element in list?.elements.dropFirst() ?? [] {
      guard let number = element.doubleValue else { continue }
      if number.isNaN || isBefore(number, result) { result = number }
      if result.isNaN { break }
    }
    return .number(result)
  }
}
