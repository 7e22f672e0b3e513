import Diagnostics
import SessionLanguage

/// What AWS allows.
enum Limits {
  /// The most characters of the name of a state, a variable or a machine.
  static let nameLength = 80

  /// The longest run of an Express workflow, in seconds.
  static let expressSeconds = 300

  /// The longest time that a field in seconds can say.
  static let seconds = 99_999_999

  /// The most iterations of a Map that run at once.
  static let concurrency = 40
}

extension Resolution {
  /// Checks the lines before the steps.
  mutating func checkHead(of workflow: WorkflowDeclaration) {
    checkLength(of: workflow.name)
    var cases: Set<String> = []
    for input in workflow.inputs where !cases.insert(input.caseName?.text ?? "").inserted {
      diagnostics.insert(.repeatedInput(input))
    }
    if let timeout = workflow.timeout {
      let limit = workflow.isExpress ? Limits.expressSeconds : Limits.seconds
      if !(1...limit).contains(timeout.seconds) {
        diagnostics.insert(.timeOutOfRange(timeout, limit: limit, isExpress: workflow.isExpress))
      }
    }
  }

  /// Checks that a name is not too long.
  mutating func checkLength(of name: Name) {
    if name.text.unicodeScalars.count > Limits.nameLength { diagnostics.insert(.longName(name)) }
  }

  /// Checks that no retry or catch comes after one that takes every error already.
  mutating func checkOrder(of step: ResolvedStep) {
    if step.retries.dropLast().contains(where: \.errors.takesAll) {
      diagnostics.insert(.unreachableClause("retry", at: step.range))
    }
    for (handler, next) in zip(step.catches, step.catches.dropFirst()) where handler.errors.takesAll
    {
      diagnostics.insert(.unreachableClause("catch", at: next.range))
    }
  }
}

extension [Name] {
  /// Whether the errors of a clause are all errors.
  var takesAll: Bool { isEmpty || contains { $0.text == "States.ALL" } }
}
