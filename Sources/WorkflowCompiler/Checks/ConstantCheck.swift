import Diagnostics
import JSON
import JSONata
import SessionLanguage

/// Checks what is known before a run: constants where only some values make sense, and limits.
struct ConstantCheck {
  /// What is wrong.
  var diagnostics = DiagnosticSet()

  /// Checks `workflow`.
  mutating func check(_ workflow: ResolvedWorkflow) {
    for step in workflow.allSteps { check(step.kind) }
  }

  /// Checks what a step does.
  private mutating func check(_ kind: ResolvedStep.Kind) {
    switch kind {
    case .conditional(let branches):
      for condition in branches.compactMap(\.condition) {
        check(condition, "a condition is true or false") { $0.boolValue != nil }
      }
    case .map(let map, _):
      check(map.items, "a for goes through a list") { $0.arrayValue != nil }
      if let count = map.maximumConcurrency, count > Limits.concurrency {
        diagnostics.insert(.highConcurrency(count, at: map.item.range))
      }
    case .wait(.until(let time)):
      check(time, "a time is a text such as \"2030-01-31T08:00:00Z\"") { $0.stringValue != nil }
    case .wait(.duration(let span)): check(span)
    case .call, .value, .parallel, .fail, .return: break
    }
  }

  /// Checks that the value of `expression`, if it is known, is one that `isRight`.
  private mutating func check(
    _ expression: Expression, _ rule: String, _ isRight: (JSONValue) -> Bool
  ) {
    guard let value = expression.compiled?.literal, !isRight(value) else { return }
    diagnostics.insert(.wrongConstant(value, rule, at: expression.range))
  }

  /// Checks a length of time.
  private mutating func check(_ span: TimeSpan) {
    guard !(0...Limits.seconds).contains(span.seconds) else { return }
    diagnostics.insert(.timeOutOfRange(span, limit: Limits.seconds, isExpress: false))
  }
}
