package import Diagnostics
package import JSON
package import JSONata
package import StatesLanguage

/// A template that is evaluated by itself, outside any machine.
package struct TemplateEvaluation: Sendable {
  /// The code, whose variables are in slots in the order of `names`.
  private let code: TemplateCode

  /// The names of the variables that are read.
  private let names: [String]

  /// Compiles `template`; throws the expressions that are no JSONata.
  ///
  /// `field` is what messages call the template.
  package init(_ template: Template, field: String = "Arguments") throws(DiagnosticSet) {
    let names = Set(
      template.expressions.flatMap { ExpressionCode.variableNames(in: $0.source) }
    ).sorted()
    let slots = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var compiler = FieldCompiler(scopes: [slots], path: .root)
    let code = compiler.template(template, field)
    guard let code, compiler.findings.isEmpty else {
      throw DiagnosticSet(compiler.findings.map { $0.diagnostic(in: nil) })
    }
    self.code = code
    self.names = names
  }

  /// The value with `variables`; `states` gives the members `input`, `result`, `errorOutput` and
  /// `context` of `$states`.
  package func value(
    variables: [String: JSONValue] = [:], states: JSONObject = .empty,
    environment: EvaluationEnvironment = EvaluationEnvironment()
  ) throws(StateError) -> JSONValue {
    let context = ExecutionContext(additions: states["context"]?.objectValue ?? .empty)
    let scope = EvaluationScope(
      variables: VariableFrame(values: names.map { variables[$0] }, parent: nil),
      input: states["input"] ?? .null, result: states["result"],
      errorOutput: states["errorOutput"],
      state: StateContext(state: "", enteredTime: .epoch, retryCount: 0),
      context: ContextObject(
        context: context, input: .null, startTime: .epoch, expressions: environment))
    do throws(StateError) {
      return try code.evaluate(in: scope)
    } catch {
      guard let evaluation = error.evaluation else { throw error }
      throw StateError(error.error, cause: evaluation.sentence)
    }
  }

  /// The value with the arguments of `request` as `$states.input`.
  func result(for request: TaskRequest) -> Result<JSONValue, StateError> {
    do throws(StateError) {
      var states = JSONObject.Builder()
      states["input"] = request.arguments
      return .success(try value(states: states.build()))
    } catch {
      return .failure(error)
    }
  }
}
