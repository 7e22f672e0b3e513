extension JSONObject {
  /// An object whose values are computed one after the other, for names that are known before.
  package struct Filling {
    private let storage: JSONObjectStorage
    private var position = 0
    private var missing: [Int] = []

    /// Starts an object whose names are those of `shape`.
    package init(_ shape: JSONShape) {
      storage = JSONObjectStorage.make(shape)
    }

    /// Gives the next name a value; without one, the object lacks the name.
    package mutating func add(_ value: JSONValue?) {
      if let value { storage.append(value) } else { missing.append(position) }
      position += 1
    }

    /// The finished object.
    package consuming func object() -> JSONObject {
      precondition(position == storage.capacityOfShape, "every name has been given or left out")
      if !missing.isEmpty { storage.narrow(without: missing) }
      storage.finish()
      return JSONObject(storage)
    }
  }
}
