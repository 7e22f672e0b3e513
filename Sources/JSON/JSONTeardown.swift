/// Releases nested containers one after the other instead of recursively.
///
/// Without it, dropping a value of 100,000 nested lists would overflow the stack.
enum JSONTeardown {
  /// Empties `values` and everything in it that nobody else holds.
  static func run(_ values: inout [JSONValue]) {
    var pending: [JSONValue] = []
    swap(&pending, &values)
    while let last = pending.indices.last {
      if var array = pending[last].array {
        pending.removeLast()
        if isKnownUniquelyReferenced(&array) { take(&array.elements, into: &pending) }
      } else if var object = pending[last].object {
        pending.removeLast()
        if isKnownUniquelyReferenced(&object) { take(&object.values, into: &pending) }
      } else {
        pending.removeLast()
      }
    }
  }

  /// Moves the containers of `values` to `pending`.
  private static func take(_ values: inout [JSONValue], into pending: inout [JSONValue]) {
    guard values.contains(where: \.isContainer) else { return }
    var taken: [JSONValue] = []
    swap(&taken, &values)
    pending.append(contentsOf: taken)
  }
}

extension JSONValue {
  /// The reference behind a list.
  fileprivate var array: JSONArray? {
    if case .array(let array) = self { return array }
    return nil
  }

  /// The reference behind an object.
  fileprivate var object: JSONObject? {
    if case .object(let object) = self { return object }
    return nil
  }

  /// Whether the value can hold others.
  var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
