import JSON

/// The built-in functions as values.
enum Builtins {
  /// The function called `name`.
  static func function(named name: String, in dialect: JSONataExpression.Dialect) -> NativeFunction?
  {
    (dialect == .aws ? aws : plain)[name]
  }

  /// What is needed to define a function.
  struct Definition {
    /// The name without `$`.
    let name: String

    /// The signature.
    let signature: String

    /// The number of parameters; also of those that functions such as `$map` pass.
    let arity: Int

    /// Computes the result of a call.
    let implementation: NativeFunction.Implementation

    /// Creates a definition.
    init(
      _ name: String, _ signature: String, _ arity: Int,
      _ implementation: @escaping NativeFunction.Implementation
    ) {
      self.name = name
      self.signature = signature
      self.arity = arity
      self.implementation = implementation
    }
  }

  /// The functions of plain JSONata.
  private static let plain = table(common + [StringFunctions.eval] + [NumericFunctions.random])

  /// The functions of Step Functions.
  private static let aws = table(common + AWSFunctions.all)

  /// The functions of both.
  private static let common: [Definition] =
    AggregateFunctions.all + StringFunctions.all + PatternFunctions.all + EncodingFunctions.all
    + NumericFunctions.all + BooleanFunctions.all + ArrayFunctions.all + ObjectFunctions.all
    + HigherOrderFunctions.all + DateFunctions.all

  /// The functions by their names.
  private static func table(_ definitions: [Definition]) -> [String: NativeFunction] {
    var functions: [String: NativeFunction] = [:]
    for definition in definitions {
      functions[definition.name] = NativeFunction(
        name: definition.name, arity: definition.arity,
        parameterCount: definition.name == "string" ? 2 : definition.arity,
        signature: try? Signature(definition.signature, at: SourceLocation(0, 0)),
        implementation: definition.implementation)
    }
    return functions
  }
}

extension JSONataError {
  /// The error `code` about the argument number `index`.
  init(_ code: String, value: JSONValue?, index: Int) {
    self.init(code, value: value, details: ["index": .integer(Int64(index))])
  }
}

extension Invocation {
  /// The list at `index`.
  @inline(__always)
  func list(_ index: Int) -> JSONArray? { self[index]?.list }

  /// The text at `index`.
  @inline(__always)
  func text(_ index: Int) -> String? { self[index]?.stringValue }

  /// The number at `index`.
  @inline(__always)
  func number(_ index: Int) -> Double? { self[index]?.doubleValue }

  /// The function at `index`.
  @inline(__always)
  func function(_ index: Int) -> FunctionValue? {
    self[index]?.functionValue
  }
}
