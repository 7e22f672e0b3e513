/// A key made while coding: a name, or a place in a list.
struct PathKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  /// A name.
  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  /// A place in a list.
  init(intValue: Int) {
    stringValue = "[\(intValue)]"
    self.intValue = intValue
  }

  /// The key of what a superclass codes.
  static let superclass = PathKey(stringValue: "super")
}

extension [any CodingKey] {
  /// The path as it is written, such as `lines[0].sku`.
  var text: String {
    reduce(into: "") { text, key in
      if key.intValue != nil {
        text += key is PathKey ? key.stringValue : "[\(key.stringValue)]"
      } else {
        text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
  }
}
