package import JSON

/// Makes what can be decoded of JSON values.
package enum JSONValueDecoder {
  /// The value of `type` that `json` stands for.
  package static func decode<T: Decodable>(_ type: T.Type, from json: JSONValue) throws -> T {
    try NodeDecoder(value: json, codingPath: []).decode(type)
  }
}

/// Decodes one value.
struct NodeDecoder: Decoder {
  /// The value.
  let value: JSONValue

  let codingPath: [any CodingKey]

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let object = value.objectValue else { throw mismatch(type, "an object") }
    return KeyedDecodingContainer(KeyedNodeDecoder(object: object, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let elements = value.arrayValue else { throw mismatch([Any].self, "an array") }
    return UnkeyedNodeDecoder(elements: elements, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  /// The error of a value that is not `expected`.
  private func mismatch(_ type: Any.Type, _ expected: String) -> DecodingError {
    let text = "expected \(expected), got \(value.excerpt)"
    return .typeMismatch(type, .init(codingPath: codingPath, debugDescription: text))
  }
}

extension NodeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { value.isNull }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard let result = value.boolValue else { throw mismatch(type, "a boolean") }
    return result
  }

  func decode(_ type: String.Type) throws -> String {
    guard let result = value.stringValue else { throw mismatch(type, "a string") }
    return result
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard let result = value.doubleValue else { throw mismatch(type, "a number") }
    return result
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    if type == JSONValue.self, let value = value as? T { return value }
    guard let foundation = FoundationType(type) else { return try value(of: type) }
    guard let value = foundation.coded(value) else {
      throw mismatch(type, foundation.schema.displayNameWithArticle)
    }
    return try T(from: NodeDecoder(value: value, codingPath: codingPath))
  }

  /// The value of `type`, which decodes itself.
  private func value<T: Decodable>(of type: T.Type) throws -> T {
    do {
      return try T(from: self)
    } catch DecodingError.dataCorrupted(let context)
      where type is any RawRepresentable.Type && context.codingPath.count == codingPath.count
    {
      // The standard library's text names the type, which callers do not know.
      let text = "unknown value \(value.excerpt)"
      throw DecodingError.dataCorrupted(
        .init(codingPath: context.codingPath, debugDescription: text))
    }
  }

  /// The whole number, if it fits `type`.
  private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
    switch value {
    case .integer(let number):
      if let result = T(exactly: number) { return result }
    case .number(let number) where number == number.rounded():
      if let result = T(exactly: number) { return result }
    default: throw mismatch(type, "an integer")
    }
    throw mismatch(type, "an integer from \(T.min) to \(T.max)")
  }
}
