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
    var keyed: [(keys: [JSONValue?], element: JSONValue)] = []
    keyed.reserveCapacity(list.elements.count)
    for element in list.elements {
      try run.tick()
      keyed.append((try keys(of: element, run, frame), element))
    }
    try MergeSort.sort(&keyed) { a, b throws(JSONataError) in try isAfter(a.keys, b.keys) }
    let traits: JSONArray.Traits =
      list.traits.contains(.tupleStream) ? [.sequence, .tupleStream] : []
    return JSONArray(keyed.map(\.element), traits: traits)
  }

  /// The values to order `element` by.
  private func keys(
    of element: JSONValue, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> [JSONValue?] {
    var keys: [JSONValue?] = []
    for term in terms {
      if case .function(let function) = element, let tuple = function as? Tuple {
        keys.append(try term.code(run, tuple.frame, tuple.value))
      } else {
        keys.append(try term.code(run, frame, element))
      }
    }
    return keys
  }

  /// Whether `a` comes after `b`.
  private func isAfter(_ a: [JSONValue?], _ b: [JSONValue?]) throws(JSONataError) -> Bool {
    for (index, term) in terms.enumerated() {
      switch (a[index], b[index]) {
      case (nil, nil): continue
      case (nil, _): return true
      case (_, nil): return false
      case (let left?, let right?):
        let order = try order(left, right)
        if order != 0 { return term.isDescending ? order < 0 : order > 0 }
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

/// A stable sort whose comparison may fail.
enum MergeSort {
  /// Orders `items`; `isAfter` says whether its first argument must come after the second.
  static func sort<Item>(
    _ items: inout [Item], isAfter: (Item, Item) throws(JSONataError) -> Bool
  ) throws(JSONataError) {
    var source = items
    var target = items
    try split(&target, &source, 0, items.count, isAfter)
    items = target
  }

  /// Orders the items from `start` to `end`, which are the same in both lists, in `target`.
  private static func split<Item>(
    _ target: inout [Item], _ source: inout [Item], _ start: Int, _ end: Int,
    _ isAfter: (Item, Item) throws(JSONataError) -> Bool
  ) throws(JSONataError) {
    guard end - start > 1 else { return }
    let middle = start + (end - start) / 2
    try split(&source, &target, start, middle, isAfter)
    try split(&source, &target, middle, end, isAfter)
    var (left, right) = (start, middle)
    for position in start..<end {
      let takesRight: Bool
      if left == middle {
        takesRight = true
      } else if right == end {
        takesRight = false
      } else {
        takesRight = try isAfter(source[left], source[right])
      }
      target[position] = source[takesRight ? right : left]
      if takesRight { right += 1 } else { left += 1 }
    }
  }
}
