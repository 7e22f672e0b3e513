package import JSON

/// What a value must be: the part of JSON Schema that describes parameters and results.
package indirect enum Schema: Equatable, Sendable {
  /// Any value.
  case any

  /// `true` or `false`.
  case boolean

  /// A whole number.
  case integer

  /// A number.
  case number

  /// A text, of a format such as `date-time` if one is known.
  case string(format: String?)

  /// A file: a part of a form or a whole body, and in JSON an object with its content in Base64.
  case file

  /// One of these values.
  case enumeration([JSONValue])

  /// A list of such values.
  case array(Schema)

  /// An object.
  case object(Object)

  /// Such a value, or `null`.
  case nullable(Schema)

  /// The members of an object.
  package struct Object: Equatable, Sendable {
    /// A member that is known by name.
    package struct Property: Equatable, Sendable {
      /// The name.
      package var name: String

      /// What its value must be.
      package var schema: Schema

      /// Whether it must be there.
      package var isRequired: Bool

      /// Creates a member.
      package init(_ name: String, _ schema: Schema, isRequired: Bool = true) {
        self.name = name
        self.schema = schema
        self.isRequired = isRequired
      }
    }

    /// The members known by name, in order.
    package var properties: [Property]

    /// What other members must be; nil if there may be none.
    package var additional: Schema?

    /// Creates the members of an object.
    package init(_ properties: [Property] = [], additional: Schema? = .any) {
      self.properties = properties
      self.additional = additional
    }
  }

  /// A text of any format.
  package static let string = Schema.string(format: nil)
}

extension Schema {
  /// What the value is in words, such as `array of string`.
  package var displayName: String {
    switch self {
    case .any: "any value"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string("byte"?): "text in Base64"
    case .string(let format): format ?? "string"
    case .file: "file"
    case .enumeration(let values): values.map(\.description).joined(separator: "|")
    case .array(.any): "array"
    case .array(let element): "array of \(element.displayName)"
    case .object(let object) where object.properties.isEmpty && object.additional != .any:
      "object of \(object.additional?.displayName ?? "nothing")"
    case .object: "object"
    case .nullable(let schema): "\(schema.displayName) or null"
    }
  }

  /// What the value is in words with its article, such as `an integer`.
  package var displayNameWithArticle: String {
    switch self {
    case .any: "any value"
    case .enumeration: "one of \(displayName)"
    case .integer, .array, .object: "an \(displayName)"
    case .nullable(let schema): "\(schema.displayNameWithArticle) or null"
    case .boolean, .number, .string, .file: "a \(displayName)"
    }
  }
}

extension Schema {
  /// Whether such a value is a file or has files in it, so that it is sent as a form.
  package var hasFiles: Bool {
    switch self {
    case .file: true
    case .array(let schema), .nullable(let schema): schema.hasFiles
    case .object(let object): object.properties.contains { $0.schema.hasFiles }
    case .any, .boolean, .integer, .number, .string, .enumeration: false
    }
  }

  /// Whether such a value is a file.
  package var isFile: Bool { self == .file || self == .nullable(.file) }
}
