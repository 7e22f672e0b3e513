import JSON

extension Compiler {
  /// Compiles a read of the field `name` of the context.
  func field(_ name: String) -> Code {
    let field = Field(name: name, site: newSite())
    return { run, _, input in field.read(from: input, run) }
  }
}

/// A read of a field at one place of an expression.
struct Field: Sendable {
  /// The name of the field.
  let name: String

  /// The place, by which the evaluation remembers the shape seen last.
  let site: Int

  /// The field of `value`; of a list, the fields of its elements.
  @inline(__always)
  func read(from value: JSONValue?, _ run: Evaluation) -> JSONValue? {
    switch value {
    case .object(let object): read(from: object, run)
    case .array(let list): collapsed(readAll(from: list, run))
    default: nil
    }
  }

  /// The field of `object`.
  @inline(__always)
  func read(from object: JSONObject, _ run: Evaluation) -> JSONValue? {
    if run.fieldCaches[site].shape !== object.shape { look(in: object.shape, run) }
    let position = run.fieldCaches[site].position
    return position < 0 ? .none : object.values[position]
  }

  /// Finds the field in `shape` and remembers where.
  private func look(in shape: JSONShape, _ run: Evaluation) {
    run.fieldCaches[site].shape = shape
    run.fieldCaches[site].position = shape.position(of: name) ?? -1
  }

  /// The fields of the elements of `list`, as a sequence.
  func readAll(from list: JSONArray, _ run: Evaluation) -> JSONValue {
    var found: [JSONValue] = []
    collect(from: list, into: &found, run)
    return .sequence(found)
  }

  /// Adds the fields of the elements of `list` to `found`, lists flattened.
  private func collect(from list: JSONArray, into found: inout [JSONValue], _ run: Evaluation) {
    for element in list.elements {
      let value: JSONValue? =
        switch element {
        case .object(let object): read(from: object, run)
        case .array(let inner): readAll(from: inner, run)
        default: nil
        }
      switch value {
      case .array(let inner): found += inner.elements
      case let value?: found.append(value)
      case nil: break
      }
    }
  }
}

extension Evaluation {
  /// The values of all members of `input`, lists flattened throughout.
  func wildcard(_ input: JSONValue?) throws(JSONataError) -> JSONValue? {
    var found: [JSONValue] = []
    switch unwrapped(input) {
    case .object(let object):
      for value in object.orderedValues { Self.flatten(value, into: &found) }
    case .array(let list):
      for value in list.elements { Self.flatten(value, into: &found) }
    default: break
    }
    try check(count: found.count)
    return .sequence(found)
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
    guard keys.contains(where: { Self.index($0) != nil }) else { return nil }
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
    guard let order = scriptOrder else { return values }
    return order.map { values[$0] }
  }

  /// The members in JavaScript's order.
  var orderedMembers: [(key: String, value: JSONValue)] {
    guard let order = scriptOrder else { return members }
    return order.map { (key: keys[$0], value: values[$0]) }
  }
}
