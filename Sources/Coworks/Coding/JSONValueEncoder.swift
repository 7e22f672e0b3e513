package import JSON

/// Makes JSON values of what can be encoded.
package enum JSONValueEncoder {
  /// The JSON value of `value`.
  package static func encode(_ value: some Encodable) throws -> JSONValue {
    let node = EncodingNode()
    try NodeEncoder(node: node, codingPath: []).encode(value)
    return node.value
  }
}

/// A value under construction, which the containers of one encoder share.
final class EncodingNode {
  /// What has been encoded so far.
  private enum Content {
    case scalar(JSONValue)
    case list([EncodingNode])
    case members([(key: String, node: EncodingNode)])
  }

  /// What has been encoded so far.
  private var content = Content.scalar([:])

  /// The value; an empty object if nothing was encoded.
  var value: JSONValue {
    switch content {
    case .scalar(let value): value
    case .list(let nodes): .array(nodes.map(\.value))
    case .members(let members): .object(members.map { ($0.key, $0.node.value) })
    }
  }

  /// The number of elements, if it is a list.
  var count: Int {
    if case .list(let nodes) = content { return nodes.count }
    return 0
  }

  /// Makes it a scalar.
  func set(_ value: JSONValue) { content = .scalar(value) }

  /// Makes it an object, if it is none.
  func becomeObject() {
    if case .members = content { return }
    content = .members([])
  }

  /// Makes it a list, if it is none.
  func becomeList() {
    if case .list = content { return }
    content = .list([])
  }

  /// A new member `key` of the object.
  func member(_ key: String) -> EncodingNode {
    let node = EncodingNode()
    guard case .members(var members) = content else { return node }
    content = .scalar(.null)
    members.append((key, node))
    content = .members(members)
    return node
  }

  /// A new element at the end of the list.
  func element() -> EncodingNode {
    let node = EncodingNode()
    guard case .list(var nodes) = content else { return node }
    content = .scalar(.null)
    nodes.append(node)
    content = .list(nodes)
    return node
  }
}

/// Encodes into one node.
struct NodeEncoder: Encoder {
  /// The value under construction.
  let node: EncodingNode

  let codingPath: [any CodingKey]

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject()
    return KeyedEncodingContainer(KeyedNodeEncoder(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeList()
    return UnkeyedNodeEncoder(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension NodeEncoder: SingleValueEncodingContainer {
  func encodeNil() { node.set(.null) }
  func encode(_ value: Bool) { node.set(.bool(value)) }
  func encode(_ value: String) { node.set(.string(value)) }
  func encode(_ value: Double) throws { try node.set(number(value)) }
  func encode(_ value: Float) throws { try node.set(number(Double(value.description) ?? 0)) }
  func encode(_ value: Int) { node.set(.integer(Int64(value))) }
  func encode(_ value: Int8) { node.set(.integer(Int64(value))) }
  func encode(_ value: Int16) { node.set(.integer(Int64(value))) }
  func encode(_ value: Int32) { node.set(.integer(Int64(value))) }
  func encode(_ value: Int64) { node.set(.integer(value)) }
  func encode(_ value: UInt) { node.set(whole(UInt64(value))) }
  func encode(_ value: UInt8) { node.set(.integer(Int64(value))) }
  func encode(_ value: UInt16) { node.set(.integer(Int64(value))) }
  func encode(_ value: UInt32) { node.set(.integer(Int64(value))) }
  func encode(_ value: UInt64) { node.set(whole(value)) }

  func encode<T: Encodable>(_ value: T) throws {
    if T.self == JSONValue.self, let json = value as? JSONValue { return node.set(json) }
    try value.encode(to: self)
    if let foundation = FoundationType(T.self) { node.set(foundation.json(node.value)) }
  }

  /// `value` as a JSON number.
  private func number(_ value: Double) throws -> JSONValue {
    if value.isFinite { return .number(value) }
    throw EncodingError.invalidValue(
      value, .init(codingPath: codingPath, debugDescription: "JSON has no number \(value)"))
  }

  /// `value` as a JSON number.
  private func whole(_ value: UInt64) -> JSONValue {
    Int64(exactly: value).map(JSONValue.integer) ?? .number(Double(value))
  }
}
