import JSON
import ServiceModel

/// A type whose schema is known without probing.
protocol KnownSchema {
  /// What its values are in JSON, as parts of the types of `trail`.
  static func schema(inside trail: SchemaProbe.Trail) -> Schema

  /// Any of its values.
  static var sample: Self { get }
}

extension KnownSchema where Self: ExpressibleByIntegerLiteral & FixedWidthInteger {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema { .integer }
  static var sample: Self { 0 }
}

extension Int: KnownSchema {}
extension Int8: KnownSchema {}
extension Int16: KnownSchema {}
extension Int32: KnownSchema {}
extension Int64: KnownSchema {}
extension UInt: KnownSchema {}
extension UInt8: KnownSchema {}
extension UInt16: KnownSchema {}
extension UInt32: KnownSchema {}
extension UInt64: KnownSchema {}

extension Double: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema { .number }
  static var sample: Double { 0 }
}

extension Float: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema { .number }
  static var sample: Float { 0 }
}

extension Bool: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema { .boolean }
  static var sample: Bool { false }
}

extension String: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema { .string }
  static var sample: String { "" }
}

extension Optional: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema {
    let schema = SchemaProbe.schema(of: Wrapped.self, inside: trail)
    return schema == .any ? .any : .nullable(schema)
  }
  static var sample: Wrapped? { nil }
}

extension Array: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema {
    .array(SchemaProbe.schema(of: Element.self, inside: trail))
  }
  static var sample: [Element] { [] }
}

extension Set: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema {
    .array(SchemaProbe.schema(of: Element.self, inside: trail))
  }
  static var sample: Set<Element> { [] }
}

extension Dictionary: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema {
    guard Key.self == String.self || Key.self == Int.self else { return .any }
    return .object(Schema.Object(additional: SchemaProbe.schema(of: Value.self, inside: trail)))
  }
  static var sample: [Key: Value] { [:] }
}

extension File: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema { .file }
  static var sample: File { File([]) }
}

extension JSONValue: KnownSchema {
  static func schema(inside trail: SchemaProbe.Trail) -> Schema { .any }
  static var sample: JSONValue { .null }
}
