import ServiceModel

/// What a route answers with by its type; written by `@TechMicroService`.
///
/// What the macro writes names the type once, here, at its place in the author's source: one that
/// cannot be written into an answer is an error there, and nothing that follows repeats it.
public struct EntryResult<Value: Encodable>: Sendable {
  /// The type as the service's description has it.
  public let schema: EntrySchema

  /// Creates the result of a route.
  public init() {
    schema = EntrySchema(schema: SchemaProbe.schema(of: Value.self))
  }

  /// The answer that carries `value`.
  ///
  /// - Parameter value: What the method gave.
  /// - Returns: The answer.
  /// - Throws: What keeps the value from being written.
  public func callAsFunction(_ value: Value) throws -> EntryAnswer {
    EntryAnswer(response: try ServiceResponse(encoding: value))
  }

  /// The answer that `response` says.
  ///
  /// - Parameter response: What the method gave.
  /// - Returns: The answer.
  /// - Throws: What keeps the content from being written.
  public func callAsFunction(_ response: Response<Value>) throws -> EntryAnswer {
    EntryAnswer(response: try ServiceResponse(response))
  }
}

/// The type of what a route answers with, as the service's description has it.
public struct EntrySchema: Sendable {
  /// The schema.
  let schema: Schema
}

/// The answer of a route.
public struct EntryAnswer: Sendable {
  /// The answer.
  let response: ServiceResponse
}
