import JSON
import JSONata

extension IntrinsicFunction {
  /// The longest text that is encoded, decoded or hashed.
  private static let textLimit = 10_000

  /// `States.Format`: the template with the arguments in its places.
  static func format(_ arguments: [JSONValue], _ template: FormatTemplate?) -> JSONValue? {
    let given = arguments[0].stringValue.map { FormatTemplate(escaped: $0) }
    let texts = arguments.dropFirst().map { JavaText.text(of: $0) }
    return (template ?? given)?.filled(with: texts).map { .string($0) }
  }

  /// The value of the JSON in a text; null for an empty one.
  static func stringToJSON(_ text: JSONValue) -> JSONValue? {
    guard let text = text.stringValue else { return nil }
    return text.allSatisfy(\.isWhitespace) ? .null : try? JSONReader.read(text)
  }

  /// The parts of `text` between the characters of `separators`, empty parts left out.
  static func split(_ text: JSONValue, _ separators: JSONValue) -> JSONValue? {
    guard let text = text.stringValue, let separators = separators.stringValue else { return nil }
    let marks = Set(separators.unicodeScalars)
    let parts = text.unicodeScalars.split { marks.contains($0) }
    return .array(parts.map { .string(String($0)) })
  }

  /// `text` in Base64.
  static func base64Encode(_ text: JSONValue) -> JSONValue? {
    limited(text).map { .string(Encodings.base64(of: $0)) }
  }

  /// The text of which `text` is the Base64.
  static func base64Decode(_ text: JSONValue) -> JSONValue? {
    limited(text).map { .string(Encodings.text(ofBase64: $0)) }
  }

  /// The hash of `value` as text, by the algorithm of that name.
  static func hash(_ value: JSONValue, _ algorithm: JSONValue) -> JSONValue? {
    guard !value.isNull, let text = limited(.string(JavaText.text(of: value))),
      let algorithm = algorithm.stringValue
    else { return nil }
    return Encodings.hash(of: text, algorithm: algorithm).map { .string($0) }
  }

  /// The text of `value`, if it is one and not too long.
  private static func limited(_ value: JSONValue) -> String? {
    guard let text = value.stringValue, text.utf16.count <= textLimit else { return nil }
    return text
  }

  /// `a` with the members of `b`, which win; a deep merge is not supported.
  static func merge(_ a: JSONValue, _ b: JSONValue, _ isDeep: JSONValue) -> JSONValue? {
    guard let a = a.objectValue, let b = b.objectValue, isDeep.boolValue == false else {
      return nil
    }
    return .object(a.merging(b))
  }
}
