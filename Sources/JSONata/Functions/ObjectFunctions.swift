import JSON

/// `$keys`, `$lookup`, `$spread`, `$merge`, `$clone`.
enum ObjectFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("keys", "<x-:a<s>>", 1) { call in keys(call[0]) },
    Builtins.Definition("lookup", "<x-s:x>", 2) { call in
      guard let value = call[0], let key = call.text(1) else { return nil }
      return lookup(value, key)
    },
    Builtins.Definition("spread", "<x-:a<o>>", 1) { call in spread(call[0]) },
    Builtins.Definition("merge", "<a<o>:o>", 1) { call in
      guard let list = call.list(0) else { return nil }
      return .object(list.elements.flatMap { $0.objectValue?.orderedMembers ?? [] })
    },
    Builtins.Definition("clone", "<(oa)-:o>", 1) { call throws(JSONataError) in
      guard let value = call[0] else { return nil }
      return try copy(try Text.plain(unwrapped(value) ?? value))
    },
  ]

  /// The names of the members of an object, or of the objects in a list.
  private static func keys(_ value: JSONValue?) -> JSONValue? {
    switch value {
    case .object(let object): return .sequence(object.orderedMembers.map { .string($0.key) })
    case .array(let list):
      var builder = JSONObject.Builder()
      for element in list.elements {
        for key in elements(of: keys(element)) {
          if let text = key.stringValue { builder[text] = true }
        }
      }
      return .sequence(builder.build().orderedMembers.map { .string($0.key) })
    default: return nil
    }
  }

  /// The member `key` of an object, or of the objects in a list.
  static func lookup(_ value: JSONValue, _ key: String) -> JSONValue? {
    switch value {
    case .object(let object): return object[key]
    case .array(let list):
      var found: [JSONValue] = []
      for element in list.elements {
        switch lookup(element, key) {
        case .array(let inner): found += inner.elements
        case let value?: found.append(value)
        case nil: break
        }
      }
      return .sequence(found)
    default: return nil
    }
  }

  /// One object for each member.
  private static func spread(_ value: JSONValue?) -> JSONValue? {
    switch value {
    case .object(let object):
      return .sequence(object.orderedMembers.map { .object(CollectionOfOne($0)) })
    case .array(let list):
      var result: JSONValue? = .sequence([])
      for element in list.elements { result = appended(result, spread(element)) }
      guard case .array(let parts) = result, !list.elements.isEmpty else { return result }
      return .array(parts.elements)
    default: return value
    }
  }

  /// A copy of `value` that shares no list and no object with it.
  private static func copy(_ value: JSONValue) throws(JSONataError) -> JSONValue {
    switch value {
    case .array(let list):
      var elements: [JSONValue] = []
      for element in list.elements { elements.append(try copy(element)) }
      return .array(elements)
    case .object(let object):
      var values: [JSONValue] = []
      for value in object.values { values.append(try copy(value)) }
      return .object(JSONObject(shape: object.shape, values: values))
    default: return value
    }
  }
}
