package import JSON

extension Schema {
  /// What is wrong with `value`, such as `expected an integer, got "two"`; nil if it fits.
  ///
  /// Mistakes inside of lists and objects start with the place: `[0].qty: expected an integer…`.
  package func mismatch(of value: JSONValue) -> String? {
    switch (self, value) {
    case (.any, _), (.boolean, .bool), (.integer, .integer), (.string, .string), (.nullable, .null):
      nil
    case (.number, .integer), (.number, .number): nil
    case (.integer, .number(let number)) where Int64(exactly: number) != nil: nil
    case (.file, _) where File.isWritten(as: value): nil
    case (.enumeration(let values), _) where values.contains(value): nil
    case (.array(let element), .array(let list)): Self.mismatch(in: list.elements, element)
    case (.object(let object), .object(let members)): object.mismatch(in: members)
    case (.nullable(let schema), _): schema.mismatch(of: value)
    default: "expected \(displayNameWithArticle), got \(value.excerpt)"
    }
  }

  /// What is wrong with the first wrong one of `elements`.
  private static func mismatch(in elements: [JSONValue], _ schema: Schema) -> String? {
    guard schema != .any else { return nil }
    for (index, element) in elements.enumerated() {
      if let text = schema.mismatch(of: element) { return place(text, inside: "[\(index)]") }
    }
    return nil
  }

  /// The mistake `text` of the part `part`.
  fileprivate static func place(_ text: String, inside part: String) -> String {
    let hasPlace = text.hasPrefix("[") || text.hasPrefix(".")
    return hasPlace ? part + text : "\(part): \(text)"
  }
}

extension Schema.Object {
  /// What is wrong with the first wrong one of `members`.
  fileprivate func mismatch(in members: JSONObject) -> String? {
    for property in properties {
      if let value = members[property.name] {
        if let text = property.schema.mismatch(of: value) {
          return Schema.place(text, inside: ".\(property.name)")
        }
      } else if property.isRequired {
        return ".\(property.name): missing, expected \(property.schema.displayNameWithArticle)"
      }
    }
    guard additional != .any else { return nil }
    return mismatch(inUnknown: members)
  }

  /// What is wrong with the first wrong one of the members that are not known by name.
  private func mismatch(inUnknown members: JSONObject) -> String? {
    for (key, value) in members.members
    where !properties.contains(where: { haveEqualBytes($0.name, key) }) {
      guard let additional else { return ".\(key): unknown" }
      if let text = additional.mismatch(of: value) { return Schema.place(text, inside: ".\(key)") }
    }
    return nil
  }
}

extension JSONValue {
  /// The value as short JSON text for a message.
  package var excerpt: String {
    switch self {
    case .array(let array) where array.elements.count > 4: "an array"
    case .object(let object) where object.count > 4: "an object"
    default: shorten(description)
    }
  }

  /// `text`, cut if it is long.
  private func shorten(_ text: String) -> String {
    text.count <= 60 ? text : text.prefix(57) + "..."
  }
}
