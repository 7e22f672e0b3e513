import JSON

extension JSONValue {
  /// The value as JavaScript's `JSON.stringify` writes it: an object leaves out members that are
  /// functions, a list has null in their place, and a function itself is nothing.
  var withoutFunctions: JSONValue? {
    switch cleared {
    case .unchanged: self
    case .value(let value): value
    case .nothing: .none
    }
  }

  /// What is left of a value without functions.
  private enum Cleared {
    case unchanged
    case value(JSONValue)
    case nothing
  }

  /// What is left of the value without functions.
  private var cleared: Cleared {
    switch self {
    case .function: .nothing
    case .array(let list): Self.cleared(list)
    case .object(let object): Self.cleared(object)
    default: .unchanged
    }
  }

  /// What is left of `list`.
  private static func cleared(_ list: JSONArray) -> Cleared {
    var result: [JSONValue]?
    for (index, element) in list.elements.enumerated() {
      let new: JSONValue
      switch element.cleared {
      case .unchanged: continue
      case .value(let value): new = value
      case .nothing: new = .null
      }
      if result == nil { result = list.elements }
      result?[index] = new
    }
    return result.map { .value(.array($0)) } ?? .unchanged
  }

  /// What is left of `object`.
  private static func cleared(_ object: JSONObject) -> Cleared {
    var result: JSONObject?
    for (key, value) in object.members {
      switch value.cleared {
      case .unchanged: break
      case .value(let value): result = (result ?? object).setting(key, to: value)
      case .nothing: result = (result ?? object).removing(key)
      }
    }
    return result.map { .value(.object($0)) } ?? .unchanged
  }
}
