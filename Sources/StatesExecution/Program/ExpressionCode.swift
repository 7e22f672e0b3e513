import JSON
import JSONata

/// An expression of a field, with the places of the variables that it reads.
final class ExpressionCode: Sendable {
  /// The text without braces and white space around it.
  let source: String

  /// The field, as AWS writes it: `Output/result`.
  let location: String

  /// How its value is found.
  private let method: Method

  /// Whether it may draw random numbers.
  private let drawsRandom: Bool

  /// How the value of an expression is found.
  private enum Method: Sendable {
    /// It is a member of `$states`, as it is.
    case member(StatesUse)

    /// It is a variable.
    case variable(VariableAddress)

    /// The engine evaluates it, with values for the names that it cannot know.
    case engine(JSONataExpression, [Binding])

    /// The engine evaluates it, with variables that hide functions of the same name.
    case hiding(JSONataExpression, [(name: String, binding: Binding)])
  }

  /// Where the value of a name comes from that an expression reads.
  private enum Binding: Sendable {
    /// It is a variable; nil is one that is nowhere assigned.
    case variable(VariableAddress?)

    /// It is `$states`, of which the expression reads these members.
    case states(StatesUse)

    /// The value in `scope`.
    func value(in scope: borrowing EvaluationScope) -> JSONValue? {
      switch self {
      case .variable(let address): address.flatMap { scope.variables.value(at: $0) }
      case .states(let uses): scope.states(for: uses)
      }
    }
  }

  /// Compiles `source`; `resolve` tells where a variable is kept.
  init(
    _ source: String, location: String, resolve: (String) -> VariableAddress?
  ) throws(JSONataError) {
    self.source = source
    self.location = location
    drawsRandom = ["$random", "$uuid", "$shuffle"].contains { source.contains($0) }
    let expression = try JSONataExpression(source, dialect: .aws)
    var uses: StatesUse = []
    var variables: [String: VariableAddress] = [:]
    for variable in expression.freeVariables {
      if variable.name == "states" {
        uses.formUnion(StatesUse(member: variable.fields.first))
      } else {
        variables[variable.name] = resolve(variable.name)
      }
    }
    method = Self.method(expression, uses: uses, variables: variables)
  }

  /// The cheapest way to the value.
  private static func method(
    _ expression: JSONataExpression, uses: StatesUse, variables: [String: VariableAddress]
  ) -> Method {
    switch expression.source {
    case "$states.input": return .member(.input)
    case "$states.result": return .member(.result)
    case "$states.errorOutput": return .member(.errorOutput)
    default: break
    }
    if let (name, address) = variables.first, variables.count == 1,
      expression.source == "$" + name
    {
      return .variable(address)
    }
    let names = expression.bindingNames
    guard variables.keys.allSatisfy(names.contains) else {
      let bindings = variables.sorted { $0.key < $1.key }.map {
        (name: $0.key, binding: Binding.variable($0.value))
      }
      return .hiding(expression, uses.isEmpty ? bindings : bindings + [("states", .states(uses))])
    }
    return .engine(
      expression, names.map { $0 == "states" ? .states(uses) : .variable(variables[$0]) })
  }

  /// The value in `scope`; throws if it fails or has none.
  func evaluate(in scope: borrowing EvaluationScope) throws(StateError) -> JSONValue {
    guard let value = try value(in: scope) else {
      throw StateError(
        evaluating: location, "\(subject) returned nothing (undefined).")
    }
    if case .function = value {
      throw StateError(evaluating: location, "\(subject) returned an unsupported result type.")
    }
    return value
  }

  /// The value in `scope`; nil if it has none.
  private func value(in scope: borrowing EvaluationScope) throws(StateError) -> JSONValue? {
    switch method {
    case .member(.input): return scope.input
    case .member(.result): return scope.result
    case .member: return scope.errorOutput
    case .variable(let address): return scope.variables.value(at: address)
    case .engine(let expression, let bindings):
      let environment = scope.environment(salt: drawsRandom ? RandomSource.salt(location) : nil)
      do throws(JSONataError) {
        return try expression.evaluate(nil, environment: environment) {
          bindings[$0].value(in: scope)
        }
      } catch {
        throw failure(error)
      }
    case .hiding(let expression, let bindings):
      let environment = scope.environment(salt: drawsRandom ? RandomSource.salt(location) : nil)
      var values: [String: JSONValue] = [:]
      for (name, binding) in bindings { values[name] = binding.value(in: scope) }
      do throws(JSONataError) {
        return try expression.evaluate(nil, bindings: values, environment: environment)
      } catch {
        throw failure(error)
      }
    }
  }

  /// The error about an evaluation that failed.
  private func failure(_ error: JSONataError) -> StateError {
    StateError(
      evaluating: location,
      "\(subject) threw an error during evaluation. \(error.code): \(error.message)")
  }

  /// The error about a value that is not of the type `expected`.
  func unexpectedType(_ value: JSONValue, expected: String) -> StateError {
    let text = JSONWriter.compact(value)
    return StateError(
      evaluating: location,
      "\(subject) returned an unexpected result type. Expected '\(expected)', but was "
        + "'\(value.typeName)' for value: \(text)")
  }

  /// The beginning of every sentence about it.
  var subject: String {
    "The JSONata expression '\(source)' specified for the field '\(location)'"
  }
}

extension ExpressionCode {
  /// The variables that `source` reads, `states` left out; none if it is no JSONata.
  static func variableNames(in source: String) -> [String] {
    guard let expression = try? JSONataExpression(source, dialect: .aws) else { return [] }
    return expression.freeVariables.map(\.name).filter { $0 != "states" }
  }
}
