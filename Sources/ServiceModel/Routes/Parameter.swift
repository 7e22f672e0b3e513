package import JSON

/// A parameter of a route.
package struct Parameter: Equatable, Sendable {
  /// Where the value of a parameter is written.
  package enum Location: String, Hashable, Sendable {
    /// In a segment of the path.
    case path

    /// In the query string.
    case query

    /// In a header.
    case header

    /// As a member of the body's object.
    case body
  }

  /// The name.
  package var name: String

  /// Where its value is written.
  package var location: Location

  /// What its value must be.
  package var schema: Schema

  /// Whether a call must give it.
  package var isRequired: Bool

  /// The value where a call gives none, if it is known.
  package var defaultValue: JSONValue?

  /// What it is for.
  package var summary: String?

  /// Creates a parameter.
  package init(
    _ name: String, in location: Location, schema: Schema = .any, isRequired: Bool = true,
    defaultValue: JSONValue? = nil, summary: String? = nil
  ) {
    self.name = name
    self.location = location
    self.schema = schema
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.summary = summary
  }

  /// The parameter as in a signature: `amount: integer`, `city: string?`, `credit: number = 0`.
  package var signature: String {
    if let defaultValue, !defaultValue.isNull {
      return "\(name): \(schema.displayName) = \(defaultValue)"
    }
    guard case .nullable(let schema) = schema, !isRequired else {
      return "\(name): \(schema.displayName)\(isRequired ? "" : "?")"
    }
    return "\(name): \(schema.displayName)?"
  }
}
