import JSON
import ServiceModel

/// The types of Foundation whose JSON is not what they encode by themselves.
///
/// Services may use Foundation, this library does not: the types are known by name, and are there
/// only if the service is linked with it.
enum FoundationType: Sendable {
  /// A point in time: a text such as `2026-01-31T12:00:00Z`, not the seconds since 2001.
  case date

  /// A resource: a text, not an object.
  case url

  /// Bytes: Base64, not a list of numbers.
  case data

  /// An identifier: a text, as it encodes itself.
  case uuid

  /// A decimal number: a number, not its parts.
  case decimal

  /// What `type` is, if it is one of them.
  init?(_ type: Any.Type) {
    guard !Self.types.isEmpty, let known = Self.types[ObjectIdentifier(type)] else { return nil }
    self = known
  }

  /// The types that are there.
  private static let types: [ObjectIdentifier: FoundationType] = {
    let names: [(String, FoundationType)] = [
      ("4DateV", .date), ("3URLV", .url), ("4DataV", .data), ("4UUIDV", .uuid),
      ("7DecimalV", .decimal),
    ]
    var types: [ObjectIdentifier: FoundationType] = [:]
    for (name, type) in names {
      for module in ["20FoundationEssentials", "10Foundation"] {
        if let found = _typeByName(module + name) { types[ObjectIdentifier(found)] = type }
      }
    }
    return types
  }()
}

extension FoundationType {
  /// What its values are in JSON.
  var schema: Schema {
    switch self {
    case .date: .string(format: "date-time")
    case .url: .string(format: "uri")
    case .data: .string(format: "byte")
    case .uuid: .string(format: "uuid")
    case .decimal: .number
    }
  }

  /// What the type decodes itself from, for the value `json` of a call; nil if it does not fit.
  func coded(_ json: JSONValue) -> JSONValue? {
    if self == .decimal { return DecimalParts(json)?.coded }
    guard let text = json.stringValue else { return nil }
    return switch self {
    case .date: DateTime(text).map { .number($0.secondsSince2001) }
    case .url: ["relative": json]
    case .data: Base64.decode(text).map { .array($0.map { .integer(Int64($0)) }) }
    case .uuid, .decimal: json
    }
  }

  /// The JSON of what the type has encoded itself as.
  func json(_ coded: JSONValue) -> JSONValue {
    switch self {
    case .date: coded.doubleValue.map { .string(DateTime(secondsSince2001: $0).text) } ?? coded
    case .url: coded["relative"] ?? coded
    case .data:
      .string(
        Base64.encode((coded.arrayValue ?? []).map { UInt8(truncatingIfNeeded: $0.intValue ?? 0) }))
    case .uuid: coded
    case .decimal: DecimalParts(coded: coded)?.number ?? .null
    }
  }

  /// What the type decodes a sample of itself from.
  var sample: JSONValue {
    switch self {
    case .date: 0
    case .url: ["relative": "https://example.com"]
    case .data: []
    case .uuid: "00000000-0000-0000-0000-000000000000"
    case .decimal: DecimalParts(0)?.coded ?? .null
    }
  }
}
