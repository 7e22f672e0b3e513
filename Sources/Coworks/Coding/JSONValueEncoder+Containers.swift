/// Encodes the members of an object.
struct KeyedNodeEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  /// The object under construction.
  let node: EncodingNode

  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { encoder(for: key).encodeNil() }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try encoder(for: key).encode(value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    encoder(for: key).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(for: key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder(for: PathKey.superclass) }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key) }

  /// Encodes into the member `key`.
  private func encoder(for key: any CodingKey) -> NodeEncoder {
    NodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
  }
}

/// Encodes the elements of a list.
struct UnkeyedNodeEncoder: UnkeyedEncodingContainer {
  /// The list under construction.
  let node: EncodingNode

  let codingPath: [any CodingKey]

  var count: Int { node.count }

  func encodeNil() { next().encodeNil() }

  func encode<T: Encodable>(_ value: T) throws { try next().encode(value) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    next().container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }

  func superEncoder() -> any Encoder { next() }

  /// Encodes into a new element.
  private func next() -> NodeEncoder {
    let key = PathKey(intValue: count)
    return NodeEncoder(node: node.element(), codingPath: codingPath + [key])
  }
}
