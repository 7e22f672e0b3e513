/// A parameter of a route by the type of its values; written by `@TechMicroService`.
///
/// What the macro writes names the type once, here, at its place in the author's source: one that
/// cannot be read from a request is an error there, and nothing that follows repeats it.
public struct EntryInput<Value: Decodable>: Sendable {
  /// The parameter.
  public let parameter: EntryParameter

  /// The name; nil for the whole body.
  private let name: String?

  /// A parameter in the path.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - summary: What it is for.
  /// - Returns: The parameter.
  public static func path(_ name: String, summary: String? = nil) -> EntryInput {
    EntryInput(parameter: .path(name, Value.self, summary: summary), name: name)
  }

  /// A parameter in the query.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - summary: What it is for.
  ///   - default: What the value is where a call gives none.
  /// - Returns: The parameter.
  public static func query(
    _ name: String, summary: String? = nil, default: EntryDefault = .none
  ) -> EntryInput {
    EntryInput(
      parameter: .query(name, Value.self, summary: summary, default: `default`), name: name)
  }

  /// A member of the body's object, or of a form.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - summary: What it is for.
  ///   - default: What the value is where a call gives none.
  /// - Returns: The parameter.
  public static func field(
    _ name: String, summary: String? = nil, default: EntryDefault = .none
  ) -> EntryInput {
    EntryInput(
      parameter: .field(name, Value.self, summary: summary, default: `default`), name: name)
  }

  /// The whole body.
  ///
  /// - Parameters:
  ///   - summary: What it is for.
  ///   - default: What the body is where a call gives none.
  /// - Returns: The parameter.
  public static func body(
    summary: String? = nil, default: EntryDefault = .none
  ) -> EntryInput {
    EntryInput(parameter: .body(Value.self, summary: summary, default: `default`), name: nil)
  }

  /// The value in a call; nil is read as an optional where the call gives none.
  ///
  /// - Parameter arguments: The call's values.
  /// - Returns: The value.
  /// - Throws: The answer to a call whose value does not fit the type.
  public func callAsFunction(_ arguments: EntryArguments) throws -> Value {
    guard let name else { return try arguments.body(Value.self) }
    return try arguments.value(name, Value.self)
  }

  /// The value in a call, or nil if the call gives none.
  ///
  /// - Parameter arguments: The call's values.
  /// - Returns: The value.
  /// - Throws: The answer to a call whose value does not fit the type.
  public func given(_ arguments: EntryArguments) throws -> Value? {
    guard let name else { return try arguments.givenBody(Value.self) }
    return try arguments.given(name, Value.self)
  }
}
