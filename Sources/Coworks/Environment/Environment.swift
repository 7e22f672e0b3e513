import LambdaRuntime
@_exported public import Logging

/// The variables of the function's environment: its configuration and its secrets.
///
/// On Lambda they are those of the function's configuration; in `cws` those of `.env` and
/// `.env.STAGE` beside the service, which are never exported.
///
///     let limit = try Environment.value("LIMIT", default: 10)
///     let key = try Environment.required("API_KEY")
///
/// What is wrong with a variable is for the service's author: the log names it, callers are told of
/// an internal error.
public enum Environment {
  /// The value of the variable `name`; nil if it is not set.
  ///
  /// - Parameter name: The name.
  public static subscript(name: String) -> String? { ProcessEnvironment[name] }

  /// The value of a variable that must be set.
  ///
  /// - Parameter name: The name.
  /// - Returns: The value, which is not empty.
  /// - Throws: ``VariableError/missing(_:)``.
  public static func required(_ name: String) throws(VariableError) -> String {
    guard let value = self[name], !value.isEmpty else { throw .missing(name) }
    return value
  }

  /// The value of a variable that must be set, as a number or whatever else a text can stand for.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - type: The type of the value.
  /// - Returns: The value.
  /// - Throws: ``VariableError`` if it is not set, or no such value.
  public static func required<Value: LosslessStringConvertible>(
    _ name: String, as type: Value.Type
  ) throws(VariableError) -> Value {
    guard let value = Value(try required(name)) else {
      throw .invalid(name, expected: String(describing: type))
    }
    return value
  }

  /// The value of a variable as a number or whatever else a text can stand for.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - fallback: The value where the variable is not set.
  /// - Returns: The value.
  /// - Throws: ``VariableError/invalid(_:expected:)`` if it is set, but to no such value.
  public static func value<Value: LosslessStringConvertible>(
    _ name: String, default fallback: Value
  ) throws(VariableError) -> Value {
    guard let text = self[name], !text.isEmpty else { return fallback }
    guard let value = Value(text) else {
      throw .invalid(name, expected: String(describing: Value.self))
    }
    return value
  }
}

/// What is wrong with a variable of the environment.
public enum VariableError: Error, Hashable, CustomStringConvertible {
  /// It is not set, or empty.
  case missing(String)

  /// Its value is not what is expected; the value is not told, it may be a secret.
  case invalid(String, expected: String)

  /// The mistake in words for the service's author.
  public var description: String {
    switch self {
    case .missing(let name): "the environment variable \(name) is not set"
    case .invalid(let name, let expected):
      "the environment variable \(name) is set, but to no \(expected)"
    }
  }
}
