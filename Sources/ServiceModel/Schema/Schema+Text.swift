package import JSON

extension Schema {
  /// The value that `text` stands for, or nil if it does not fit.
  ///
  /// Texts stay texts; numbers and truth values are read strictly as JSON writes them, lists and
  /// objects as JSON. A schema that allows anything takes the text as it is.
  package func convert(text: String) -> JSONValue? {
    switch self {
    case .any, .string: .string(text)
    case .boolean: Self.truthValue(text)
    case .integer: Int64(text).map(JSONValue.integer) ?? Self.number(text, isWhole: true)
    case .number: Self.number(text, isWhole: false)
    case .enumeration(let values): Self.member(text, of: values)
    case .file: nil
    case .array, .object: fitting(try? JSONReader.read(text))
    case .nullable(let schema): text == "null" ? .null : schema.convert(text: text)
    }
  }

  /// The list of the one element that `text` stands for, where a name that is repeated makes a
  /// list; nil if it does not fit, or no list is wanted.
  package func convert(element text: String) -> JSONValue? {
    switch self {
    case .array(let element): element.convert(text: text).map { .array([$0]) }
    case .nullable(let schema): schema.convert(element: text)
    default: nil
    }
  }

  /// `value`, if it fits.
  private func fitting(_ value: JSONValue?) -> JSONValue? {
    guard let value, mismatch(of: value) == nil else { return nil }
    return value
  }

  /// The truth value that `text` names.
  private static func truthValue(_ text: String) -> JSONValue? {
    switch text {
    case "true": .bool(true)
    case "false": .bool(false)
    default: nil
    }
  }

  /// The number that `text` writes as JSON does.
  private static func number(_ text: String, isWhole: Bool) -> JSONValue? {
    guard let value = try? JSONReader.read(text), let number = value.doubleValue else {
      return nil
    }
    guard isWhole else { return value }
    return Int64(exactly: number).map(JSONValue.integer)
  }

  /// The one of `values` that `text` writes.
  private static func member(_ text: String, of values: [JSONValue]) -> JSONValue? {
    values.first { $0 == .string(text) } ?? values.first { $0.description == text }
  }
}
