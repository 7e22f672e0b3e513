import ServiceModel

/// A decoder that has samples for everything, and notes what is asked for.
struct ProbeDecoder: Decoder {
  /// Where it is noted.
  let node: ProbeNode

  var codingPath: [any CodingKey] { [] }

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    node.note(.object(Schema.Object()))
    return KeyedDecodingContainer(ProbeObject(node: node))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    node.note(.array(.any))
    return ProbeList(node: node)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension ProbeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try node.sample(type) }
}

/// The members of an object that is asked for.
struct ProbeObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  /// Where they are noted.
  let node: ProbeNode

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] { [] }

  /// Who asks whether a member is there can do without it.
  ///
  /// The standard library asks so for optional members of its own types.
  func contains(_ key: Key) -> Bool {
    node.noteOptional(key.stringValue)
    return true
  }

  func decodeNil(forKey key: Key) -> Bool {
    node.noteOptional(key.stringValue)
    return false
  }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try sample(type, forKey: key, isRequired: node.isRequired(key.stringValue))
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    _ = try? sample(type, forKey: key, isRequired: false)
    return nil
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    throw ProbeNode.Unknowable()
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw ProbeNode.Unknowable()
  }

  func superDecoder() throws -> any Decoder { throw ProbeNode.Unknowable() }

  func superDecoder(forKey key: Key) throws -> any Decoder { throw ProbeNode.Unknowable() }

  /// A sample of the member `key`, which is noted even if there can be none.
  private func sample<T: Decodable>(
    _ type: T.Type, forKey key: Key, isRequired: Bool
  ) throws -> T {
    let part = node.part()
    defer {
      node.noteMember(
        key.stringValue, isRequired ? part.schema : part.schema.orNull, isRequired: isRequired)
    }
    return try part.sample(type)
  }
}

/// The elements of a list that is asked for: one.
struct ProbeList: UnkeyedDecodingContainer {
  /// Where they are noted.
  let node: ProbeNode

  private(set) var currentIndex = 0

  /// Creates the elements of the list that is noted in `node`.
  init(node: ProbeNode) {
    self.node = node
  }

  var codingPath: [any CodingKey] { [] }

  var count: Int? { 1 }

  var isAtEnd: Bool { currentIndex > 0 }

  mutating func decodeNil() -> Bool { false }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let part = node.part()
    defer {
      node.note(.array(part.schema))
      currentIndex += 1
    }
    return try part.sample(type)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    throw ProbeNode.Unknowable()
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw ProbeNode.Unknowable()
  }

  mutating func superDecoder() throws -> any Decoder { throw ProbeNode.Unknowable() }
}

extension Schema {
  /// The schema of a value that may also be `null`.
  fileprivate var orNull: Schema {
    switch self {
    case .any, .nullable: self
    default: .nullable(self)
    }
  }
}
