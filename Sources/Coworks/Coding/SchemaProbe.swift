import JSON
package import ServiceModel

/// Finds out what JSON a type is decoded from, by decoding it from nothing and watching what it
/// asks for.
package enum SchemaProbe {
  /// The types whose decoding is under way, from the outermost inwards.
  typealias Trail = [ObjectIdentifier]

  /// The schema of `type`; any value where it does not tell.
  package static func schema<T>(of type: T.Type) -> Schema { schema(of: type, inside: []) }

  /// The schema of `type` as a part of the types of `trail`.
  static func schema<T>(of type: T.Type, inside trail: Trail) -> Schema {
    if let known = type as? any KnownSchema.Type { return known.schema(inside: trail) }
    guard let decodable = type as? any Decodable.Type else { return .any }
    let node = ProbeNode(trail: trail)
    _ = try? node.sample(decodable)
    return node.schema
  }
}

/// What is known so far of one value.
final class ProbeNode {
  /// What is known so far.
  private(set) var schema = Schema.any

  /// The members that may be missing.
  private var optionals: Set<String> = []

  /// The types whose decoding is under way around this value.
  private let trail: SchemaProbe.Trail

  /// Creates the node of a value inside of values of the types of `trail`.
  init(trail: SchemaProbe.Trail) {
    self.trail = trail
  }

  /// The error of a type that cannot be decoded from nothing.
  struct Unknowable: Error {}

  /// A sample of `type`, for which this node notes the schema.
  func sample<T: Decodable>(_ type: T.Type) throws -> T {
    if let known = type as? any KnownSchema.Type {
      schema = known.schema(inside: trail)
      if let sample = known.sample as? T { return sample }
    }
    if let foundation = FoundationType(type) {
      schema = foundation.schema
      return try T(from: NodeDecoder(value: foundation.sample, codingPath: []))
    }
    if let list = type as? any CaseIterable.Type, let sample = choice(of: list) as? T {
      return sample
    }
    guard !trail.contains(ObjectIdentifier(type)) else { throw Unknowable() }
    let inner = ProbeNode(trail: trail + [ObjectIdentifier(type)])
    defer { if schema == .any { schema = inner.schema } }
    return try T(from: ProbeDecoder(node: inner))
  }

  /// Notes `schema`.
  func note(_ schema: Schema) { self.schema = schema }

  /// Notes a member of an object.
  func noteMember(_ name: String, _ schema: Schema, isRequired: Bool) {
    guard case .object(var object) = self.schema else { return }
    object.properties.removeAll { $0.name == name }
    object.properties.append(Schema.Object.Property(name, schema, isRequired: isRequired))
    self.schema = .object(object)
  }

  /// Notes that the member `name` may be missing.
  func noteOptional(_ name: String) { optionals.insert(name) }

  /// Whether the member `name` must be there, as far as is known.
  func isRequired(_ name: String) -> Bool { !optionals.contains(name) }

  /// A new node of a part of this value.
  func part() -> ProbeNode { ProbeNode(trail: trail) }

  /// The first case of the enumeration `type`, if its raw values can be listed.
  private func choice<T: CaseIterable>(of type: T.Type) -> Any? {
    let cases = type.allCases
    let values = cases.compactMap { ($0 as? any RawRepresentable).flatMap(Self.rawValue) }
    guard !values.isEmpty, values.count == cases.count else { return nil }
    schema = .enumeration(values)
    return cases.first
  }

  /// The raw value of `value` as JSON.
  private static func rawValue(of value: any RawRepresentable) -> JSONValue? {
    guard let encodable = value.rawValue as? any Encodable else { return nil }
    return try? JSONValueEncoder.encode(encodable)
  }
}
