import JSON

/// Fields that are read one of the other: `a.b.c`.
///
/// Only what the last field gives is kept. That differs from one step after the other where lists
/// stand directly in lists or were made by an expression; there the fields are read step by step.
struct FieldChain: Sendable {
  /// The fields.
  let fields: [JSONField]

  /// The fields as one read.
  private let path: JSONFieldPath

  /// Creates a chain of at least one field.
  init(_ names: [String]) {
    fields = names.map { JSONField($0) }
    path = JSONFieldPath(names)
  }

  /// What reading the fields from `items` hands on, from the field `level` on.
  func run(
    _ items: Path.Items, _ run: Evaluation, from level: Int = 0, isLast: Bool
  ) throws(JSONataError) -> Path.Items {
    var results = StepResults()
    let isRegular: Bool
    switch items {
    case .none, .one(nil): return .none
    case .one(let item?):
      isRegular = withUnsafePointer(to: item) { collect(from: $0, level, into: &results) }
    case .many(let list), .plain(let list):
      try run.tick(list.elements.count)
      isRegular = list.elements.withUnsafeBufferPointer {
        collect(from: $0, level, into: &results)
      }
    }
    try run.check(count: results.elements.count)
    if isRegular { return results.items(isLast: isLast) }
    return try runStep(items, run, level, isLast: isLast)
  }

  /// What reading the fields from everything in `items` hands on.
  func runDescendants(
    _ items: Path.Items, _ run: Evaluation, isLast: Bool
  ) throws(JSONataError) -> Path.Items {
    var search = DescendantSearch(field: fields[0])
    switch items {
    case .none, .one(nil): return .none
    case .one(let item?): withUnsafePointer(to: item) { search.descend($0) }
    case .many(let list), .plain(let list):
      list.elements.withUnsafeBufferPointer { search.descend($0) }
    }
    try run.tick(search.count)
    try run.check(count: max(search.count, search.results.elements.count))
    let isOnly = fields.count == 1
    let found = search.results.items(isLast: isLast && isOnly)
    return isOnly ? found : try self.run(found, run, from: 1, isLast: isLast)
  }

  /// Reads the field `level` of items that cannot be read all at once, and then the others.
  private func runStep(
    _ items: Path.Items, _ run: Evaluation, _ level: Int, isLast: Bool
  ) throws(JSONataError) -> Path.Items {
    let isEnd = level == fields.count - 1
    var results = StepResults()
    switch items {
    case .none: return .none
    case .one(let item):
      if let value = fields[level].read(from: item) { results.add(value) }
    case .many(let list), .plain(let list):
      for element in list.elements {
        if let value = fields[level].read(from: element) { results.add(value) }
      }
      try run.check(count: results.elements.count)
    }
    let found = results.items(isLast: isLast && isEnd)
    return isEnd || found.isEmpty
      ? found : try self.run(found, run, from: level + 1, isLast: isLast)
  }

  // MARK: - Reading without counting references

  /// The value in `item`, nil if there is none; nothing if lists stand on the way.
  @inline(__always)
  func value(in item: JSONValue) -> JSONValue?? {
    withUnsafePointer(to: item) { item in
      switch path.find(from: item) {
      case .none: .none
      case .some(nil): .some(.none)
      case .some(let found?): .some(.some(found.pointee))
      }
    }
  }

  /// Adds the places of all that reading the fields from `items` gives, lists flattened, unless
  /// that has to be done step by step.
  func find(in items: Path.Items, into places: inout [UnsafePointer<JSONValue>]) -> Bool {
    switch items {
    case .many(let list), .plain(let list):
      return list.traits.isDisjoint(with: .cons)
        && findAll(in: list.borrowed, 0, into: &places)
    case .one(let item?):
      // There is a field, so that the places are in the memory of objects, not of this copy.
      return withUnsafePointer(to: item) { find(in: $0, 0, into: &places) }
    case .none, .one(nil): return true
    }
  }

  /// Adds the places that `elements` lead to, read from the field `level` on.
  private func findAll(
    in elements: UnsafeBufferPointer<JSONValue>, _ level: Int,
    into places: inout [UnsafePointer<JSONValue>]
  ) -> Bool {
    guard let start = elements.baseAddress else { return true }
    for index in 0..<elements.count {
      if case .array = (start + index).pointee { return false }
      guard find(in: start + index, level, into: &places) else { return false }
    }
    return true
  }

  /// Adds the places that the value at `value` leads to, read from the field `level` on.
  private func find(
    in value: UnsafePointer<JSONValue>, _ level: Int,
    into places: inout [UnsafePointer<JSONValue>]
  ) -> Bool {
    var value = value
    for index in level..<fields.count {
      if let next = fields[index].find(at: value) {
        value = next
      } else if case .elements(let elements, let traits) = JSONContent(at: value) {
        return traits.isEmpty && index > level && findAll(in: elements, index, into: &places)
      } else {
        return true
      }
    }
    guard case .elements(let elements, let traits) = JSONContent(at: value) else {
      places.append(value)
      return true
    }
    guard traits.isEmpty, let start = elements.baseAddress else { return traits.isEmpty }
    for index in 0..<elements.count { places.append(start + index) }
    return true
  }

  /// Adds what `elements` give, read from the field `level` on.
  private func collect(
    from elements: UnsafeBufferPointer<JSONValue>, _ level: Int, into results: inout StepResults
  ) -> Bool {
    guard var element = elements.baseAddress else { return true }
    for _ in 0..<elements.count {
      if case .array = element.pointee { return false }
      guard collect(from: element, level, into: &results) else { return false }
      element += 1
    }
    return true
  }

  /// Adds what the value at `value` gives, read from the field `level` on.
  private func collect(
    from value: UnsafePointer<JSONValue>, _ level: Int, into results: inout StepResults
  ) -> Bool {
    var value = value
    for index in level..<fields.count {
      if let next = fields[index].find(at: value) {
        value = next
      } else if case .elements(let elements, let traits) = JSONContent(at: value) {
        return traits.isEmpty && index > level && collect(from: elements, index, into: &results)
      } else {
        return true
      }
    }
    results.add(value.pointee)
    return true
  }
}

/// A search for a field in everything that a value holds.
private struct DescendantSearch {
  /// The field.
  let field: JSONField

  /// What has been found.
  var results = StepResults()

  /// The number of values gone through that are no lists.
  var count = 0

  /// Searches the value at `value`.
  mutating func descend(_ value: UnsafePointer<JSONValue>) {
    switch JSONContent(at: value) {
    case .elements(let elements, _): descend(elements)
    case .members(let members):
      count += 1
      if let found = field.find(in: members) { results.add(found.pointee) }
      if members.shape.hasDigits, case .object(let object) = value.pointee {
        object.orderedValues.withUnsafeBufferPointer { descend($0) }
      } else {
        descend(members.values)
      }
    case .nothing: count += 1
    }
  }

  /// Searches values one after the other.
  mutating func descend(_ values: UnsafeBufferPointer<JSONValue>) {
    guard let start = values.baseAddress else { return }
    for index in 0..<values.count { descend(start + index) }
  }
}
