extension JSONValue: Codable {
  /// The name of a member.
  private struct Name: CodingKey {
    let stringValue: String

    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }

  /// Reads whatever value `decoder` holds; decoders do not tell the order of an object's members, so
  /// they are sorted by name.
  ///
  /// - Parameter decoder: Where it is read from.
  /// - Throws: A `DecodingError` if it is nothing that JSON knows.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      let members = try container.decode([String: JSONValue].self)
      self = .object(members.sorted { $0.key < $1.key })
    }
  }

  /// Writes the value as what it is; a function is written as `""`, as in texts.
  ///
  /// - Parameter encoder: Where it is written to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .array(let value): try value.elements.encode(to: encoder)
    case .object(let value):
      var members = encoder.container(keyedBy: Name.self)
      for (key, value) in value.members {
        try members.encode(value, forKey: Name(stringValue: key))
      }
    default: try encodeScalar(to: encoder)
    }
  }

  /// Writes a value that has no parts.
  private func encodeScalar(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value.text)
    case .function: try container.encode("")
    case .null, .array, .object: try container.encodeNil()
    }
  }
}
