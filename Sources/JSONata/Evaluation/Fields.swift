import JSON

extension Compiler {
  /// Compiles a read of the field `name` of the context.
  func field(_ name: String) -> Code {
    let field = JSONField(name)
    return { _, _, input in field.read(from: input) }
  }
}

extension JSONField {
  /// The field of `value`; of a list, the fields of its elements.
  @inline(__always)
  func read(from value: JSONValue?) -> JSONValue? {
    switch value {
    case .object(let object): self.value(in: object)
    case .array(let list): collapsed(readAll(from: list))
    default: nil
    }
  }

  /// The fields of the elements of `list`, as a sequence.
  func readAll(from list: JSONArray) -> JSONValue {
    var found: [JSONValue] = []
    for element in list.elements {
      let value: JSONValue? =
        switch element {
        case .object(let object): self.value(in: object)
        case .array(let inner): readAll(from: inner)
        default: nil
        }
      switch value {
      case .array(let inner): found += inner.elements
      case let value?: found.append(value)
      case nil: break
      }
    }
    return .sequence(found)
  }
}

extension Evaluation {
  /// The values of all members of `input`, lists flattened throughout; a list even of one value, if
  /// it comes from a list.
  func wildcard(_ input: JSONValue?) throws(JSONataError) -> JSONValue? {
    let values: [JSONValue] =
      switch unwrapped(input) {
      case .object(let object): object.orderedValues
      case .array(let list): list.elements
      default: []
      }
    var found: [JSONValue] = []
    for value in values { Self.flatten(value, into: &found) }
    try check(count: found.count)
    return values.contains { $0.arrayValue != nil } ? .array(found) : .sequence(found)
  }

  /// Adds `value`, or the elements of a list, to `found`.
  private static func flatten(_ value: JSONValue, into found: inout [JSONValue]) {
    guard case .array(let list) = value else { return found.append(value) }
    for element in list.elements { flatten(element, into: &found) }
  }

  /// `input` and everything in it that is no list.
  func descendants(_ input: JSONValue?) throws(JSONataError) -> JSONValue? {
    guard let input else { return nil }
    var found: [JSONValue] = []
    try descend(input, into: &found)
    return found.count == 1 ? found[0] : .sequence(found)
  }

  /// Adds `value` and everything in it to `found`.
  private func descend(
    _ value: JSONValue, into found: inout [JSONValue]
  ) throws(JSONataError) {
    if case .array(let list) = value {
      for element in list.elements { try descend(element, into: &found) }
      return
    }
    found.append(value)
    try check(count: found.count)
    if case .object(let object) = value {
      for element in object.orderedValues { try descend(element, into: &found) }
    }
  }
}

extension JSONObject {
  /// The positions of the members in JavaScript's order, in which names that are array indexes come
  /// first; nil if that is the order in which they stand.
  var scriptOrder: [Int]? {
    guard shape.hasDigits, keys.contains(where: { Self.index($0) != nil }) else { return nil }
    let indexed = keys.indices.compactMap { position in
      Self.index(keys[position]).map { (index: $0, position: position) }
    }
    let first = indexed.sorted { $0.index < $1.index }.map(\.position)
    return first + keys.indices.filter { Self.index(keys[$0]) == nil }
  }

  /// The number that `key` is, if JavaScript takes it for an array index.
  private static func index(_ key: String) -> UInt32? {
    guard let first = key.utf8.first, (0x30...0x39).contains(first), key.utf8.count <= 10,
      key == "0" || first != 0x30, let index = UInt32(key), index < .max
    else { return nil }
    return index
  }

  /// The values in JavaScript's order.
  var orderedValues: [JSONValue] {
    guard let order = scriptOrder else { return Array(values) }
    return order.map { values[$0] }
  }

  /// The members in JavaScript's order.
  var orderedMembers: [(key: String, value: JSONValue)] {
    guard let order = scriptOrder else { return members }
    return order.map { (key: keys[$0], value: values[$0]) }
  }
}
