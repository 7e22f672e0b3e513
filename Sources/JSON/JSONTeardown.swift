/// Releases deeply nested containers one after the other instead of recursively.
///
/// Without it, dropping a value of 100,000 nested lists would overflow the stack. Every container
/// knows how deep it is, so that what is flat is released without a look at its content.
enum JSONTeardown {
  /// The height up to which containers are released recursively.
  static let recursionLimit: Int32 = 64

  /// Releases `values` and everything in them that nobody else holds.
  static func run(_ values: consuming [JSONValue]) {
    var pending = values
    while let last = pending.indices.last {
      if var array = pending[last].deepArray {
        pending.removeLast()
        if isKnownUniquelyReferenced(&array) { pending.append(contentsOf: array.takeElements()) }
      } else if var object = pending[last].deepObject {
        pending.removeLast()
        if object.isUniquelyReferenced() { object.moveValues(to: &pending) }
      } else {
        pending.removeLast()
      }
    }
  }
}

extension JSONValue {
  /// The list, if it is too deep to be released recursively.
  fileprivate var deepArray: JSONArray? {
    guard case .array(let array) = self, array.height > JSONTeardown.recursionLimit else {
      return nil
    }
    return array
  }

  /// The object, if it is too deep to be released recursively.
  fileprivate var deepObject: JSONObject? {
    guard case .object(let object) = self, object.height > JSONTeardown.recursionLimit else {
      return nil
    }
    return object
  }
}

/// What there is to know about the values of a container as a whole.
struct JSONContentKind {
  /// The greatest height of the containers among them; 0 if there is none.
  private(set) var height: Int32 = 0

  /// Whether all are numbers.
  private(set) var isNumeric = true

  /// Looks at `values`.
  init(of values: UnsafeBufferPointer<JSONValue>) {
    for index in values.indices {
      switch values[index] {
      case .integer, .number: break
      case .array(let array):
        height = max(height, array.height)
        isNumeric = false
      case .object(let object):
        height = max(height, object.height)
        isNumeric = false
      default: isNumeric = false
      }
    }
  }
}
