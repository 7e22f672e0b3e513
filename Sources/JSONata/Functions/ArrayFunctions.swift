import JSON

/// `$append`, `$sort`, `$reverse`, `$shuffle`, `$distinct`, `$zip`.
enum ArrayFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("append", "<xx:a>", 2) { call throws(JSONataError) in
      try append(call.run, call[0], call[1])
    },
    Builtins.Definition("sort", "<af?:a>", 2) { call throws(JSONataError) in try sort(call) },
    Builtins.Definition("reverse", "<a:a>", 1) { call in
      guard let list = call.list(0), list.elements.count > 1 else { return call[0] }
      return .array(list.elements.reversed())
    },
    Builtins.Definition("shuffle", "<a:a>", 1) { call in shuffle(call) },
    Builtins.Definition("distinct", "<x:x>", 1) { call in distinct(call[0]) },
    Builtins.Definition("zip", "<a+>", 0) { call in zip(call.arguments.list) },
  ]

  /// The elements of both values.
  static func append(
    _ run: Evaluation, _ first: JSONValue?, _ second: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    guard let first, let second else { return appended(first, second) }
    let count = (first.list?.elements.count ?? 1) + (second.list?.elements.count ?? 1)
    if count > run.sequenceLimit {
      throw JSONataError("D2015", value: .integer(Int64(count)))
    }
    return appended(first, second)
  }

  /// The elements in order.
  private static func sort(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let list = call.list(0), list.elements.count > 1 else { return call[0] }
    var items = list.elements
    if let function = call.function(1) {
      let isAfter = RepeatedCall(function, by: call)
      try MergeSort.sort(&items) { a, b throws(JSONataError) in try truth(of: try isAfter(a, b)) }
      return .array(items)
    }
    guard items.allSatisfy({ $0.doubleValue != nil }) || items.allSatisfy(Operators.isText) else {
      throw JSONataError("D3070", value: nil, index: 1)
    }
    var ranked = SortRank.ranked(items.lazy.map { .some($0) })
    try MergeSort.sort(&ranked) { a, b throws(JSONataError) in
      a.rank != b.rank
        ? a.rank > b.rank : (Operators.order(items[a.position], items[b.position]) ?? 0) > 0
    }
    return .array(JSONArray(ranked.map { items[$0.position] }, from: list))
  }

  /// The elements in random order.
  private static func shuffle(_ call: Invocation) -> JSONValue? {
    guard let list = call.list(0), list.elements.count > 1 else { return call[0] }
    var result: [JSONValue] = []
    for (index, element) in list.elements.enumerated() {
      let position = Int(call.run.environment.random() * Double(index + 1))
      result.append(element)
      result.swapAt(index, min(position, index))
    }
    return .array(result)
  }

  /// The elements without repetitions.
  private static func distinct(_ value: JSONValue?) -> JSONValue? {
    guard let list = value?.list, list.elements.count > 1 else { return value }
    var seen = DistinctValues()
    let result = list.elements.filter { seen.insert($0) }
    return .array(JSONArray(result, traits: list.isSequence ? .sequence : []))
  }

  /// Lists of the elements that stand at one position.
  private static func zip(_ arguments: [JSONValue?]) -> JSONValue? {
    let lists = arguments.map { $0?.list?.elements ?? [] }
    let count = lists.map(\.count).min() ?? 0
    return .array((0..<count).map { index in .array(lists.map { $0[index] }) })
  }
}
