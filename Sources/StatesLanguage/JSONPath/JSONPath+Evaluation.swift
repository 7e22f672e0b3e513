package import JSON

extension JSONPath {
  /// How many values are looked at for an indefinite path.
  package static let searchLimit = 10_000_000

  /// The value at the path from `root`: the one value of a definite path, or the list of those of
  /// an indefinite one, which may be empty and for which `limit` values are looked at.
  package func value(
    in root: JSONValue, limit: Int = searchLimit
  ) throws(JSONPathError) -> JSONValue {
    if let memberNames {
      if let value = member(memberNames, of: root) { return value }
    } else if !isDefinite {
      return .array(try found(in: root, limit: limit))
    } else if let value = definiteValue(in: root) {
      return value
    }
    throw failure(in: root)
  }

  /// Whether a definite path leads somewhere from `root`; an indefinite one always does.
  package func isPresent(in root: JSONValue) -> Bool {
    if isDefinite { return definiteValue(in: root) != nil }
    guard let found = try? found(in: root, limit: Self.searchLimit) else { return true }
    return !found.isEmpty
  }

  /// The member at the end of a way of members.
  @inline(__always)
  private func member(_ names: [String], of root: JSONValue) -> JSONValue? {
    var value = root
    for name in names {
      guard case .object(let object) = value, let next = object[name] else { return nil }
      value = next
    }
    return value
  }

  /// The value of a definite path; nil if there is none.
  private func definiteValue(in root: JSONValue) -> JSONValue? {
    var value = root
    for step in steps {
      guard let next = step.next(from: value, root: root) else { return nil }
      value = next
    }
    return value
  }

  /// The values of an indefinite path.
  private func found(in root: JSONValue, limit: Int) throws(JSONPathError) -> [JSONValue] {
    var search = Search(root: root, limit: limit)
    if case .function(let function, let arguments) = steps.last {
      try search.collect(steps.dropLast(), from: root)
      let arguments = arguments.map { $0.value(in: root) }
      return function.apply(to: .array(search.found), arguments).map { [$0] } ?? []
    }
    try search.collect(steps[...], from: root)
    return search.found
  }
}

/// A search for the values of an indefinite path.
private struct Search {
  /// Where `$` is in filters.
  let root: JSONValue

  /// What has been found.
  private(set) var found: [JSONValue] = []

  /// How many more values may be looked at.
  private var rest: Int

  /// Starts a search that looks at `limit` values.
  init(root: JSONValue, limit: Int) {
    self.root = root
    rest = limit
  }

  /// Adds the values to which `steps` lead from `value`.
  mutating func collect(
    _ steps: ArraySlice<JSONPath.Step>, from value: JSONValue
  ) throws(JSONPathError) {
    rest -= 1
    guard rest > 0 else { throw .tooMany }
    guard let step = steps.first else { return found.append(value) }
    let others = steps.dropFirst()
    if case .descent = step { return try descend(others, from: value) }
    if step.isDefinite(isLast: others.isEmpty) {
      guard let next = step.next(from: value, root: root) else { return }
      return try collect(others, from: next)
    }
    for next in step.all(from: value, root: root) { try collect(others, from: next) }
  }

  /// Adds the values to which `steps` lead from `value` and from everything inside it.
  private mutating func descend(
    _ steps: ArraySlice<JSONPath.Step>, from value: JSONValue
  ) throws(JSONPathError) {
    if case .filter(let filter) = steps.first {
      if case .object = value, filter.accepts(value, root: root) {
        try collect(steps.dropFirst(), from: value)
      }
    } else {
      try collect(steps, from: value)
    }
    for child in value.children { try descend(steps, from: child) }
  }
}

extension JSONPath.Step {
  /// Where a definite step leads.
  func next(from value: JSONValue, root: JSONValue) -> JSONValue? {
    switch self {
    case .member(let name): return value[name]
    case .element(let index): return value.element(at: index)
    case .members(let names):
      guard let object = value.objectValue else { return nil }
      return .object(names.compactMap { name in object[name].map { (key: name, value: $0) } })
    case .function(let function, let arguments):
      return function.apply(to: value, arguments.map { $0.value(in: root) })
    default: return nil
    }
  }

  /// Where an indefinite step leads.
  func all(from value: JSONValue, root: JSONValue) -> [JSONValue] {
    switch self {
    case .wildcard: return value.children
    case .members(let names): return names.compactMap { value[$0] }
    case .elements(let indexes): return indexes.compactMap { value.element(at: $0) }
    case .slice(let from, let to):
      guard let elements = value.arrayValue else { return [] }
      let start = max(0, from.map { $0 < 0 ? elements.count + $0 : $0 } ?? 0)
      let end = min(elements.count, to.map { $0 < 0 ? elements.count + $0 : $0 } ?? elements.count)
      return start < end ? Array(elements[start..<end]) : []
    case .filter(let filter):
      if case .object = value { return filter.accepts(value, root: root) ? [value] : [] }
      return (value.arrayValue ?? []).filter { filter.accepts($0, root: root) }
    default: return []
    }
  }
}

extension JSONPathFunction.Argument {
  /// The argument's value; null for a path that leads nowhere.
  func value(in root: JSONValue) -> JSONValue {
    switch self {
    case .constant(let value): value
    case .path(let path): (try? path.value(in: root)) ?? .null
    }
  }
}

extension JSONValue {
  /// The element at `index`, counted from the end if it is negative.
  fileprivate func element(at index: Int) -> JSONValue? {
    guard case .array(let list) = self else { return nil }
    let position = index < 0 ? list.elements.count + index : index
    return list.elements.indices.contains(position) ? list.elements[position] : .none
  }

  /// The elements of a list, or the values of an object's members.
  fileprivate var children: [JSONValue] {
    switch self {
    case .array(let list): list.elements
    case .object(let object): Array(object.values)
    default: []
    }
  }
}
