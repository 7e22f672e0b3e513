import Diagnostics

extension DefinitionFinding {
  /// A mistake in the form of a definition.
  static func schema(
    _ message: String, at path: DefinitionPath, place: Place = .path
  ) -> DefinitionFinding {
    DefinitionFinding(code: .schema, message: message, path: path, place: place)
  }

  /// Fields that must be there are not.
  static func missing(_ fields: [String], in path: DefinitionPath) -> DefinitionFinding {
    .schema("These fields are required: [\(fields.joined(separator: ", "))]", at: path)
  }

  /// A field that the object needs for what it is used for is not there.
  static func missing(_ field: String, in path: DefinitionPath) -> DefinitionFinding {
    .schema("The field '\(field)' is required but was missing", at: path)
  }

  /// A field that its object does not have; `known` are those it has.
  static func unknown(
    _ field: String, in path: DefinitionPath, known: [String] = []
  ) -> DefinitionFinding {
    let near = nearestName(to: field, among: known)
    return DefinitionFinding(
      code: .schema, message: "Field '\(field)' is not supported", path: path.member(field),
      place: .owner, help: near.map { "did you mean '\($0)'?" })
  }

  /// Several fields are there of which one excludes the others.
  static func severalOf(_ fields: [String], in path: DefinitionPath) -> DefinitionFinding {
    let list = fields.joined(separator: ", ")
    return .schema("There should only be one of the following fields: [\(list)]", at: path)
  }

  /// None of the fields is there of which one is needed.
  static func noneOf(_ fields: [String], in path: DefinitionPath) -> DefinitionFinding {
    let list = fields.joined(separator: ", ")
    return .schema("This object should have only one of the following fields: [\(list)]", at: path)
  }

  /// A value is not of the type that is expected.
  static func wrongType(_ expected: String, at path: DefinitionPath) -> DefinitionFinding {
    .schema("Expected value of type \(expected)", at: path)
  }

  /// A text is none of those that are allowed.
  static func notOneOf(_ values: [String], at path: DefinitionPath) -> DefinitionFinding {
    let list = values.joined(separator: ", ")
    return .schema("Value should be one of the following: [\(list)]", at: path)
  }

  /// A state is of no type that there is.
  static func unknownStateType(at path: DefinitionPath) -> DefinitionFinding {
    let list = StateType.allCases.map(\.rawValue).joined(separator: ", ")
    return .schema("The field 'Type' should have one of these values: [\(list)]", at: path)
  }

  /// A number is too small.
  static func below(_ minimum: some Numeric, at path: DefinitionPath) -> DefinitionFinding {
    .schema("Minimum value is \(minimum)", at: path)
  }

  /// A number is too large.
  static func above(_ maximum: some Numeric, at path: DefinitionPath) -> DefinitionFinding {
    .schema("Maximum value is \(maximum)", at: path)
  }

  /// A list or object must not be empty.
  static func empty(at path: DefinitionPath) -> DefinitionFinding {
    .schema("Value cannot be empty", at: path)
  }
}
