package import JSON

/// What an evaluation came to, and what each part of the expression came to on the way.
///
/// Constants, functions and the names by which functions are called have no part of their own.
package struct EvaluationReport: Sendable {
  /// A part of the expression.
  package struct Part: Sendable {
    /// The UTF-8 range of the part in the source.
    ///
    /// For a step of a path that is the path up to there: `$order`, `$order.lines`,
    /// `$order.lines[qty > 1]`.
    package let range: Range<Int>

    /// The values that the part has had; nil if it was never evaluated to its end.
    package let values: Values?

    /// Whether the error of the evaluation came up in the part, and not in a part of it.
    package let isFailed: Bool

    /// The parts of the part, in the order of the text.
    package let parts: [Part]
  }

  /// The values of a part that may be evaluated many times.
  package struct Values: Sendable {
    /// How often the part was evaluated.
    package let count: Int

    /// The first few values; nil is undefined.
    package let first: [JSONValue?]

    /// The last value; nil is undefined.
    package let last: JSONValue?
  }

  /// The value, or the error.
  package let outcome: Result<JSONValue?, JSONataError>

  /// The outermost parts: one, or none if the expression is a constant.
  package let parts: [Part]
}

extension JSONataExpression {
  /// Evaluates the expression as `evaluate` does, and reports the value of every part.
  ///
  /// The expression is compiled anew for it, so that other evaluations pay nothing.
  package func evaluateReporting(
    _ input: JSONValue?, bindings: [String: JSONValue] = [:],
    environment: EvaluationEnvironment = EvaluationEnvironment()
  ) -> EvaluationReport {
    let outline = ReportOutline(root, in: source)
    let program = Compiler.compile(outline.root, dialect: dialect, outline: outline)
    let recorder = Recorder(partCount: outline.parts.count)
    let outcome = Result { () throws(JSONataError) in
      try evaluate(
        program, input, bindings: bindings, environment: environment, recorder: recorder)
    }
    return EvaluationReport(outcome: outcome, parts: outline.report(recorder))
  }
}

extension ReportOutline {
  /// The parts with what `recorder` has seen of them.
  fileprivate func report(_ recorder: Recorder) -> [EvaluationReport.Part] {
    roots.map { report($0, recorder) }
  }

  /// The part `id`.
  private func report(_ id: Int, _ recorder: Recorder) -> EvaluationReport.Part {
    EvaluationReport.Part(
      range: parts[id].range, values: recorder.values(of: id),
      isFailed: recorder.failedPart == id,
      parts: parts[id].children.map { report($0, recorder) })
  }
}
