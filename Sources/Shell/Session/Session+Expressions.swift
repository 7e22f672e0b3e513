import Diagnostics
import JSON
import JSONata
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// Prints the value of `expression`.
  func printValue(of expression: Expression, of source: CellSource) throws(SessionFailure) {
    guard let value = try optionalValue(of: expression, of: source) else {
      return print(.remark(StyledText("undefined", .faint)))
    }
    note(value)
    print(.value(value))
  }

  /// The value of `expression`, which must have one.
  func value(
    of expression: Expression, of source: CellSource
  ) throws(SessionFailure) -> JSONValue {
    if let value = try optionalValue(of: expression, of: source) { return value }
    throw undefined(expression, of: source)
  }

  /// The value of `expression` with `input` as its context; nil for undefined.
  func optionalValue(
    of expression: Expression, input: JSONValue? = nil, of source: CellSource
  ) throws(SessionFailure) -> JSONValue? {
    guard let compiled = expression.compiled else { return nil }
    try requireKnownVariables(in: expression, of: source)
    for variable in compiled.freeVariables {
      provenance.formUnion(self.provenance(of: variable.name))
    }
    let value: JSONValue?
    do throws(JSONataError) {
      value = try compiled.evaluate(input, bindings: bindings, environment: environment)
    } catch {
      throw failure(expression.diagnostic(for: error), of: source)
    }
    if case .function? = value { throw noValue(expression, of: source) }
    return value
  }

  /// Refuses an expression that reads a variable without a value.
  func requireKnownVariables(
    in expression: Expression, of source: CellSource
  ) throws(SessionFailure) {
    let known = bindings
    for variable in expression.compiled?.freeVariables ?? [] where known[variable.name] == nil {
      throw unknownVariable(variable, in: expression, of: source)
    }
  }

  /// The failure of an expression that has no value.
  func undefined(_ expression: Expression, of source: CellSource) -> SessionFailure {
    failure(expression.undefinedDiagnostic, of: source)
  }

  /// What an expression at the prompt may read: the results, with those of the open workflow before
  /// them, or with those of the workflow that was closed last after them.
  var bindings: [String: JSONValue] {
    if let workspace { return results.bindings.merging(workspace.visibleVariables) { $1 } }
    return results.bindings.merging(workflows.last?.visibleVariables ?? [:]) { old, _ in old }
  }

  /// The clock and the limits of an evaluation.
  var environment: EvaluationEnvironment {
    var environment = EvaluationEnvironment()
    environment.now = Double(surroundings.now())
    environment.monotonicClock = surroundings.monotonicClock
    return environment
  }

  /// Makes `value` the last result.
  func note(_ value: JSONValue) {
    let result = Results.Result(value: value, provenance: provenance)
    results.note(result, cell: notebook.nextNumber)
  }

  /// A failure with one diagnostic, whose range counts from the start of the cell.
  func failure(_ diagnostic: Diagnostic, of source: CellSource) -> SessionFailure {
    .diagnostics(DiagnosticSet([diagnostic.shifted(by: source.offset)]), in: source.file)
  }

  // MARK: -

  /// Where the value of the variable `name` comes from.
  private func provenance(of name: String) -> Provenance {
    if workspace == nil, let result = results[name] { return result.provenance }
    return (workspace ?? workflows.last)?.provenance(of: name)
      ?? results[name]?.provenance ?? Provenance()
  }

  /// The failure of a variable that has no value.
  private func unknownVariable(
    _ variable: JSONataExpression.FreeVariable, in expression: Expression, of source: CellSource
  ) -> SessionFailure {
    let range = SourceRange(variable.range).shifted(by: expression.range.lowerBound)
    if variable.name.hasPrefix("_"), let number = Int(variable.name.dropFirst()) {
      return failure(noResult(ofCell: number, at: range), of: source)
    }
    let known = bindings.keys.sorted().filter { !$0.hasPrefix("_") } + JSONataBuiltins.names
    let nearest = nearestName(to: variable.name, among: known)
    return failure(
      Diagnostic(
        code: "undefined-variable", "nothing has the name `$\(variable.name)`", at: range,
        help: nearest.map { "did you mean `$\($0)`?" } ?? "`vars` lists the names"),
      of: source)
  }

  /// What is said of `$_1` and its like where there is no such result.
  private func noResult(ofCell number: Int, at range: SourceRange) -> Diagnostic {
    let isCell = (1..<notebook.nextNumber).contains(number)
    return Diagnostic(
      code: "undefined-variable",
      isCell ? "cell \(number) has no result" : "there is no cell \(number)", at: range,
      help: "`history` lists the cells")
  }

  /// The failure of an expression that gives a function.
  private func noValue(_ expression: Expression, of source: CellSource) -> SessionFailure {
    failure(
      Diagnostic(
        code: "function-value", "this gives a function, not a value", at: expression.range),
      of: source)
  }
}

extension Expression {
  /// What the diagnostics of a session say of an evaluation that failed.
  func diagnostic(for error: JSONataError) -> Diagnostic {
    Diagnostic(code: error.code, error.message, at: range(of: error))
  }

  /// What is said of an expression that must have a value and has none.
  var undefinedDiagnostic: Diagnostic {
    Diagnostic(code: "undefined", "the expression gives nothing (undefined)", at: range)
  }

  /// The place of `error`; the whole expression if it has none.
  private func range(of error: JSONataError) -> SourceRange {
    guard let place = error.range else { return range }
    return SourceRange(place).shifted(by: range.lowerBound)
  }
}
