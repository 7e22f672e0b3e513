import JSON

extension Compiler {
  /// Compiles `^( … )`; `context` is that of the parts of the path around it.
  func sort(_ terms: [Node.SortTerm], at location: SourceLocation, _ context: Context) -> Sort {
    let inner = context.repeating
    return Sort(
      terms: terms.map {
        Sort.Term(
          isDescending: $0.isDescending, code: entry($0.expression, inner),
          field: outline == nil ? $0.expression.plainPath.map { JSONField($0) } : nil)
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

    /// The field that the value is, if it is no more than that.
    let field: JSONField?

    /// The value for the element of `list` at `index`.
    @inline(__always)
    func value(
      _ run: Evaluation, _ frame: Frame, _ list: JSONArray, at index: Int
    ) throws(JSONataError) -> JSONValue? {
      if let field, let start = list.borrowed.baseAddress,
        let value = field.find(at: start + index)
      {
        guard case .array = value.pointee else { return .some(value.pointee) }
      }
      return try code(run, frame, list.elements[index])
    }
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
    var keys: [JSONValue?] = []
    keys.reserveCapacity(list.elements.count * terms.count)
    for index in list.borrowed.indices {
      try run.tick()
      for term in terms { keys.append(try term.value(run, frame, list, at: index)) }
    }
    let order = try order(by: keys)
    return JSONArray(order.map { list.elements[$0] }, from: list)
  }

  /// `tuples` in order.
  func run(_ run: Evaluation, _ tuples: [Tuple]) throws(JSONataError) -> [Tuple] {
    guard tuples.count > 1 else { return tuples }
    var keys: [JSONValue?] = []
    keys.reserveCapacity(tuples.count * terms.count)
    for tuple in tuples {
      try run.tick()
      for term in terms { keys.append(try term.code(run, tuple.frame, tuple.value)) }
    }
    return try order(by: keys).map { tuples[$0] }
  }

  /// The positions of the items in their order; `keys` are the values of the terms for each.
  private func order(by keys: [JSONValue?]) throws(JSONataError) -> [Int] {
    let firsts = stride(from: 0, to: keys.count, by: terms.count).map { keys[$0] }
    var ranked = SortRank.ranked(firsts, isDescending: terms[0].isDescending)
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
