import JSON

extension ServiceShape {
  /// What is wrong with `value`, the field `name` of an answer; nil if nothing is.
  ///
  /// Unless it `isStrict`, fields may be missing; fields that the service does not know are passed.
  func mistake(in value: JSONValue, _ name: String, isStrict: Bool) -> String? {
    switch resolved {
    case .any, .reference: return nil
    case .bool: return value.boolValue == nil ? "Field '\(name)' must be a boolean" : nil
    case .text(let limits): return limits.mistake(in: value.stringValue, name)
    case .number(let limits): return limits.mistake(in: value.doubleValue, name)
    case .choice(let values):
      guard let text = value.stringValue else { return "Field '\(name)' must be a string" }
      return values.contains { $0 == text } ? nil : "Field '\(name)' is not an expected value"
    case .list(let element):
      guard let list = value.arrayValue else { return "Field '\(name)' must be an array" }
      return list.firstMistake { element.mistake(in: $0, name, isStrict: isStrict) }
    case .map(let member):
      guard let object = value.objectValue else { return "Field '\(name)' must be an object" }
      return object.values.firstMistake { member.mistake(in: $0, name, isStrict: isStrict) }
    case .object(let fields): return Self.mistake(in: value, name, fields, isStrict: isStrict)
    }
  }

  /// What is wrong with an object that has `fields`.
  private static func mistake(
    in value: JSONValue, _ name: String, _ fields: [Field], isStrict: Bool
  ) -> String? {
    guard let object = value.objectValue else { return "Field '\(name)' must be an object" }
    if isStrict, let missing = fields.first(where: { $0.isRequired && object[$0.name] == nil }) {
      return "Required field '\(missing.name)' is missing"
    }
    return object.members.map { ($0.key, $0.value) }.firstMistake { key, value in
      guard let field = fields.first(where: { $0.name == key }) else { return nil }
      return field.shape.mistake(in: value, key, isStrict: isStrict)
    }
  }
}

extension ServiceShape.Limits {
  /// What is wrong with a text.
  fileprivate func mistake(in text: String?, _ name: String) -> String? {
    guard let text else { return "Field '\(name)' must be a string" }
    let length = Double(text.utf16.count)
    if let minimum, length < minimum {
      return "Field '\(name)' is smaller than the minimum length"
    }
    if let maximum, length > maximum { return "Field '\(name)' exceeds the maximum length" }
    return nil
  }

  /// What is wrong with a number.
  fileprivate func mistake(in number: Double?, _ name: String) -> String? {
    guard let number else { return "Field '\(name)' must be a number" }
    if let minimum, number < minimum { return "Field '\(name)' is less than the minimum value" }
    if let maximum, number > maximum { return "Field '\(name)' exceeds the maximum value" }
    return nil
  }
}

extension Sequence {
  /// The first mistake that `find` finds.
  fileprivate func firstMistake(_ find: (Element) -> String?) -> String? {
    for element in self {
      if let mistake = find(element) { return mistake }
    }
    return nil
  }
}
