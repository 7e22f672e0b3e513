import JSON
import ServiceModel

/// A parameter of a route; written by `@TechMicroService`.
public struct EntryParameter: Sendable {
  /// The parameter as values.
  let parameter: Parameter

  /// Whether it is the whole body, not a member of the body's object.
  let isWholeBody: Bool

  /// A parameter in the path.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - type: The type of its values.
  ///   - summary: What it is for.
  /// - Returns: The parameter.
  public static func path<T: Decodable>(
    _ name: String, _ type: T.Type, summary: String? = nil
  ) -> EntryParameter {
    make(name, in: .path, type, summary)
  }

  /// A parameter in the query.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - type: The type of its values.
  ///   - summary: What it is for.
  ///   - default: What the value is where a call gives none.
  /// - Returns: The parameter.
  public static func query<T: Decodable>(
    _ name: String, _ type: T.Type, summary: String? = nil, default: EntryDefault = .none
  ) -> EntryParameter {
    make(name, in: .query, type, summary, `default`)
  }

  /// A member of the body's object.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - type: The type of its values.
  ///   - summary: What it is for.
  ///   - default: What the value is where a call gives none.
  /// - Returns: The parameter.
  public static func field<T: Decodable>(
    _ name: String, _ type: T.Type, summary: String? = nil, default: EntryDefault = .none
  ) -> EntryParameter {
    make(name, in: .body, type, summary, `default`)
  }

  /// The whole body.
  ///
  /// - Parameters:
  ///   - type: The type of the body.
  ///   - summary: What it is for.
  ///   - default: What the body is where a call gives none.
  /// - Returns: The parameter.
  public static func body<T: Decodable>(
    _ type: T.Type, summary: String? = nil, default: EntryDefault = .none
  ) -> EntryParameter {
    make("body", in: .body, type, summary, `default`, isWholeBody: true)
  }

  /// A parameter at `location`.
  private static func make<T>(
    _ name: String, in location: Parameter.Location, _ type: T.Type, _ summary: String?,
    _ fallback: EntryDefault = .none, isWholeBody: Bool = false
  ) -> EntryParameter {
    let schema = SchemaProbe.schema(of: type)
    let isOptional = type is any OptionalValue.Type
    let parameter = Parameter(
      name, in: location, schema: schema, isRequired: !isOptional && !fallback.exists,
      defaultValue: fallback.value, summary: summary)
    return EntryParameter(parameter: parameter, isWholeBody: isWholeBody)
  }
}

/// What a parameter's value is where a call gives none.
public struct EntryDefault: Sendable {
  /// Whether there is one.
  let exists: Bool

  /// The value, if it is always the same.
  let value: JSONValue?

  /// There is none: every call must give a value.
  public static let none: EntryDefault = EntryDefault(exists: false, value: nil)

  /// The method computes one for each call.
  public static let computed: EntryDefault = EntryDefault(exists: true, value: nil)

  /// The same for each call.
  ///
  /// - Parameter value: The value.
  /// - Returns: The default.
  public static func value(_ value: some Encodable) -> EntryDefault {
    EntryDefault(exists: true, value: try? JSONValueEncoder.encode(value))
  }
}

/// An optional of any type.
private protocol OptionalValue {}

extension Optional: OptionalValue {}
