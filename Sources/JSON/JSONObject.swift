/// The content of a JSON object, shared by reference: a shape and a value for each of its names.
///
/// `@unchecked Sendable`: whoever creates an object may change its values until it is handed on,
/// and only while nobody else has it; from then on it is only read.
package final class JSONObject: @unchecked Sendable {
  /// The names.
  package private(set) var shape: JSONShape

  /// The values, one for each name of the shape.
  package var values: [JSONValue]

  /// Creates an object of as many `values` as `shape` has names.
  package init(shape: JSONShape, values: [JSONValue]) {
    precondition(shape.keys.count == values.count, "an object has one value for each name")
    self.shape = shape
    self.values = values
  }

  /// Takes a deep object apart in a loop, so that its depth cannot exhaust the stack.
  deinit {
    if values.contains(where: \.isContainer) { JSONTeardown.run(&values) }
  }

  /// The object without members.
  package static let empty = JSONObject(shape: .empty, values: [])

  /// The number of members.
  package var count: Int { values.count }

  /// Whether it has no member.
  package var isEmpty: Bool { values.isEmpty }

  /// The names in order.
  package var keys: [String] { shape.keys }

  /// The members in order.
  package var members: [(key: String, value: JSONValue)] {
    zip(shape.keys, values).map { (key: $0, value: $1) }
  }

  /// The value of the member `key`.
  package subscript(key: String) -> JSONValue? {
    shape.position(of: key).map { values[$0] }
  }

  /// Takes over the names and values of `other`; only for an object that nobody else has yet.
  package func become(_ other: JSONObject) {
    shape = other.shape
    values = other.values
  }

  /// A copy in which `key` has `value`: in its place, or at the end if it is new.
  package func setting(_ key: String, to value: JSONValue) -> JSONObject {
    var builder = Builder(self)
    builder[key] = value
    return builder.build()
  }

  /// A copy without the member `key`.
  package func removing(_ key: String) -> JSONObject {
    var builder = Builder(self)
    builder[key] = nil
    return builder.build()
  }

  /// A copy with the members of `other`, which win.
  package func merging(_ other: JSONObject) -> JSONObject {
    var builder = Builder(self)
    for (key, value) in other.members { builder[key] = value }
    return builder.build()
  }
}

extension JSONObject: Equatable {
  /// Whether two objects have equal members, in whatever order.
  package static func == (a: JSONObject, b: JSONObject) -> Bool {
    if a === b { return true }
    guard a.count == b.count else { return false }
    if a.shape === b.shape { return a.values == b.values }
    return zip(a.shape.keys, a.values).allSatisfy { key, value in b[key] == value }
  }
}

extension JSONObject {
  /// An object under construction.
  package struct Builder {
    private var keys: [String] = []
    private var values: [JSONValue] = []
    private var positions: [JSONShape.Key: Int] = [:]

    /// Creates an empty builder.
    package init() {}

    /// Creates a builder with the members of `object`.
    package init(_ object: JSONObject) {
      keys = object.shape.keys
      values = object.values
      if keys.count > 8 { index() }
    }

    /// The value of the member `key`; setting it to nil removes the member.
    package subscript(key: String) -> JSONValue? {
      get { position(of: key).map { values[$0] } }
      set {
        switch (position(of: key), newValue) {
        case (let position?, let value?): values[position] = value
        case (let position?, nil): remove(at: position)
        case (nil, let value?): append(key, value)
        case (nil, nil): break
        }
      }
    }

    /// Whether there is no member.
    package var isEmpty: Bool { keys.isEmpty }

    /// The finished object.
    package func build() -> JSONObject {
      keys.isEmpty ? .empty : JSONObject(shape: JSONShape(uniqueKeys: keys), values: values)
    }

    /// The position of `key`.
    private func position(of key: String) -> Int? {
      if keys.count <= 8 { return keys.firstIndex { haveEqualBytes($0, key) } }
      return positions[JSONShape.Key(text: key)]
    }

    /// Adds a member whose name is new.
    private mutating func append(_ key: String, _ value: JSONValue) {
      keys.append(key)
      values.append(value)
      if keys.count == 9 {
        index()
      } else if keys.count > 9 {
        positions[JSONShape.Key(text: key)] = keys.count - 1
      }
    }

    /// Removes the member at `position`.
    private mutating func remove(at position: Int) {
      keys.remove(at: position)
      values.remove(at: position)
      index()
    }

    /// Makes the look-up table anew.
    private mutating func index() {
      positions = [:]
      guard keys.count > 8 else { return }
      for (position, key) in keys.enumerated() { positions[JSONShape.Key(text: key)] = position }
    }
  }
}
