extension JSONObject {
  /// An object under construction.
  package struct Builder {
    private var keys: [String] = []
    private var values: [JSONValue] = []
    private var positions: [JSONShape.Key: Int] = [:]

    /// The shape of the object it has started with, as long as the names are the same.
    private var shape: JSONShape?

    /// Creates an empty builder.
    package init() {}

    /// Creates a builder with the members of `object`.
    package init(_ object: JSONObject) {
      keys = object.shape.keys
      values = Array(object.values)
      shape = object.shape
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
      if keys.isEmpty { return .empty }
      return JSONObject(shape: shape ?? JSONShape(uniqueKeys: keys), values: values)
    }

    /// The position of `key`.
    private func position(of key: String) -> Int? {
      if keys.count <= 8 { return keys.firstIndex { haveEqualBytes($0, key) } }
      return positions[JSONShape.Key(text: key)]
    }

    /// Adds a member whose name is new.
    private mutating func append(_ key: String, _ value: JSONValue) {
      shape = nil
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
      shape = nil
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
