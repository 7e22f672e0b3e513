import JSON

extension Compiler {
  /// Compiles `^( … )`; `context` is that of the parts of the path around it.
  func sort(_ terms: [Node.SortTerm], at location: SourceLocation, _ context: Context) -> Sort {
    let inner = context.repeating
    return Sort(
      terms: terms.map {
        Sort.Term(isDescending: $0.isDescending, code: entry($0.expression, inner))
      },
      location: location)
  }
}

/// A compiled `^( … )`.
struct Sort: Sendable {
  /// A term to order by.
  struct Term: Sendable {
    /// Whether the largest comes first.
    let isDescending: Bool

    /// The value to order by.
    let code: Code
  }

  /// The terms, of which the first counts most.
  let terms: [Term]

  /// Where it stands.
  let location: SourceLocation

  /// The elements of `list` in order; elements that are equal stay in their order.
  func run(
    _ run: Evaluation, _ frame: Frame, _ list: JSONArray
  ) throws(JSONataError) -> JSONArray {
    guard list.elements.count > 1 else { return list }
    if list.traits.contains(.tupleStream),
      case .array(let sorted) = TuplePath.box(
        try self.run(run, TuplePath.unbox(list)))
    {
      return sorted
    }
    let order = try order(run, list.elements) { (frame, $0) }
    return JSONArray(order.map { list.elements[$0] }, from: list)
  }

  /// `tuples` in order.
  func run(_ run: Evaluation, _ tuples: [Tuple]) throws(JSONataError) -> [Tuple] {
    guard tuples.count > 1 else { return tuples }
    return try order(run, tuples) { ($0.frame, $0.value) }.map { tuples[$0] }
  }

  /// The positions of `items` in their order; `context` gives what the terms are evaluated in.
  private func order<Item>(
    _ run: Evaluation, _ items: [Item], context: (Item) -> (Frame, JSONValue?)
  ) throws(JSONataError) -> [Int] {
    var keys: [JSONValue?] = []
    keys.reserveCapacity(items.count * terms.count)
    for item in items {
      try run.tick()
      let (frame, value) = context(item)
      for term in terms { keys.append(try term.code(run, frame, value)) }
    }
    var ranked = SortRank.ranked(
      items.indices.lazy.map { keys[$0 * terms.count] }, isDescending: terms[0].isDescending)
    try MergeSort.sort(&ranked) { a, b throws(JSONataError) in
      try a.rank != b.rank ? a.rank > b.rank : isAfter(a.position, b.position, keys)
    }
    return ranked.map(\.position)
  }

  /// Whether the item at `a` comes after that at `b`.
  private func isAfter(
    _ a: Int, _ b: Int, _ keys: [JSONValue?]
  ) throws(JSONataError) -> Bool {
    let first = a * terms.count
    let second = b * terms.count
    for index in terms.indices {
      switch (keys[first + index], keys[second + index]) {
      case (nil, nil): continue
      case (nil, _): return true
      case (_, nil): return false
      case (let left?, let right?):
        let order = try order(left, right)
        if order != 0 { return terms[index].isDescending ? order < 0 : order > 0 }
      }
    }
    return false
  }

  /// How two values are ordered.
  private func order(_ left: JSONValue, _ right: JSONValue) throws(JSONataError) -> Int {
    guard Operators.isComparable(left), Operators.isComparable(right) else {
      throw JSONataError(
        "T2008", at: location, value: Operators.isComparable(left) ? right : left)
    }
    guard Operators.isText(left) == Operators.isText(right) else {
      throw JSONataError("T2007", at: location, value: left, details: ["value2": right])
    }
    return Operators.order(left, right) ?? 1
  }
}
