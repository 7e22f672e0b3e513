import ArgumentParser
import Diagnostics
import JSON
import JSONata
import Shell

/// Why `cws eval` has no value to print.
struct EvaluationFailure: Error {
  /// What is wrong, for standard error.
  let output: Output

  /// 1 for an expression that fails, 2 for a command that was wrong.
  let exitCode: ExitCode

  /// A mistake in `file`.
  init(_ diagnostic: Diagnostic, in file: SourceFile, exitCode: ExitCode) {
    output = .diagnostics(DiagnosticSet([diagnostic]), file)
    self.exitCode = exitCode
  }

  /// A file that cannot be read.
  init(_ failure: FileFailure) {
    output = .failure(StyledText(failure.message), help: nil)
    exitCode = .usage
  }
}

extension ExitCode {
  /// The command was wrong.
  static let usage = ExitCode(2)
}

extension EvaluationFailure {
  /// A mistake in the JSON text `text`, which is called `name`.
  static func json(
    _ error: JSONSyntaxError, in text: String, called name: String, help: String? = nil
  ) -> EvaluationFailure {
    var diagnostic = error.diagnostic()
    diagnostic.help = help
    return EvaluationFailure(
      diagnostic, in: SourceFile(name: name, text: text), exitCode: .usage)
  }

  /// An expression that is wrong or that fails.
  static func expression(
    _ error: JSONataError, in source: String, help: String? = nil
  ) -> EvaluationFailure {
    let range = error.range ?? 0..<source.utf8.count
    return EvaluationFailure(
      Diagnostic(code: error.code, error.message, at: SourceRange(range), help: help),
      in: SourceFile(name: "<expression>", text: source), exitCode: .failure)
  }

  /// An expression that gives a function.
  static func function(in source: String) -> EvaluationFailure {
    expression(
      JSONataError("function-value", message: "this gives a function, not a value"),
      in: source, help: "call it, or give its result a place in an object")
  }
}
