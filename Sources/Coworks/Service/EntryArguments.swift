import JSON
import ServiceModel

/// The values of a call's parameters; read by what `@TechMicroService` writes.
public struct EntryArguments: Sendable {
  /// The call.
  let call: ServiceCall

  /// The value of a parameter; nil decodes an optional where the call gives none.
  ///
  /// - Parameters:
  ///   - name: The name of the parameter.
  ///   - type: The type of its values.
  /// - Returns: The value.
  /// - Throws: The answer to a call whose value does not fit the type.
  public func value<T: Decodable>(_ name: String, _ type: T.Type) throws -> T {
    try decode(call.arguments[name] ?? .null, name, type)
  }

  /// The value of a parameter, or nil if the call gives none.
  ///
  /// - Parameters:
  ///   - name: The name of the parameter.
  ///   - type: The type of its values.
  /// - Returns: The value.
  /// - Throws: The answer to a call whose value does not fit the type.
  public func given<T: Decodable>(_ name: String, _ type: T.Type) throws -> T? {
    guard let value = call.arguments[name] else { return nil }
    return try decode(value, name, type)
  }

  /// The whole body.
  ///
  /// - Parameter type: The type of the body.
  /// - Returns: The body.
  /// - Throws: The answer to a call whose body does not fit the type.
  public func body<T: Decodable>(_ type: T.Type) throws -> T {
    try decode(call.body ?? .null, "body", type)
  }

  /// The whole body, or nil if the call gives none.
  ///
  /// - Parameter type: The type of the body.
  /// - Returns: The body.
  /// - Throws: The answer to a call whose body does not fit the type.
  public func givenBody<T: Decodable>(_ type: T.Type) throws -> T? {
    guard let body = call.body else { return nil }
    return try decode(body, "body", type)
  }

  /// The value of `type` that `json` stands for.
  private func decode<T: Decodable>(
    _ json: JSONValue, _ name: String, _ type: T.Type
  ) throws -> T {
    do {
      return try JSONValueDecoder.decode(type, from: json)
    } catch let error as DecodingError {
      throw ServiceError(status: 400, Self.message(of: error, in: name))
    } catch let failure as any ServiceFailure {
      throw failure
    } catch {
      call.context.log("\(name) cannot be decoded: \(String(reflecting: error))")
      throw ServiceError(status: 400, "\(name): does not fit")
    }
  }

  /// The mistake in the parameter `name` that `error` tells of.
  private static func message(of error: DecodingError, in name: String) -> String {
    let context: DecodingError.Context? =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context): context
      case .keyNotFound(_, let context), .dataCorrupted(let context): context
      @unknown default: nil
      }
    guard let context else { return "\(name): does not fit" }
    let path = [PathKey(stringValue: name)] + context.codingPath
    return "\(path.text): \(context.debugDescription)"
  }
}
