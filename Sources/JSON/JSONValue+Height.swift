extension JSONValue {
  /// How many lists and objects are nested in it at the deepest, itself included.
  package var height: Int {
    switch self {
    case .array(let array): Int(array.height)
    case .object(let object): Int(object.height)
    default: 0
    }
  }
}
