import Foundation
import JSON
import JSONata

/// Evaluates expressions for the command line, within limits that the machine can keep.
struct Evaluator {
  /// Which JSONata it is.
  var dialect: JSONataExpression.Dialect

  /// The values of variables.
  var bindings: [String: JSONValue] = [:]

  /// The longest time in milliseconds; nil stands for that of the dialect.
  var milliseconds: Int?

  /// The deepest nesting; nil stands for that of the dialect.
  var depth: Int?

  /// The longest list; nil stands for that of the dialect.
  var sequenceLength: Int?

  /// The value of `expression` on `input`.
  func evaluate(
    _ expression: JSONataExpression, on input: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    let watch = MemoryWatch()
    do {
      return try expression.evaluate(
        input, bindings: bindings, environment: environment(isCancelled: { watch.isExceeded }))
    } catch {
      throw watch.isExceeded ? Self.memoryError(limit: watch.limit) : error
    }
  }

  /// Clock, limits and randomness of an evaluation.
  private func environment(
    isCancelled: @escaping @Sendable () -> Bool
  ) -> EvaluationEnvironment {
    var environment = EvaluationEnvironment()
    environment.now = (Date().timeIntervalSince1970 * 1_000).rounded(.down)
    environment.monotonicClock = { DispatchTime.now().uptimeNanoseconds }
    environment.isCancelled = isCancelled
    environment.limits = limits
    return environment
  }

  /// Those of the dialect, with what is given in their place.
  private var limits: EvaluationEnvironment.Limits {
    var limits = dialect == .aws ? .aws : Self.plainLimits
    if let depth { limits.depth = depth }
    if let milliseconds { limits.milliseconds = milliseconds }
    if let sequenceLength { limits.sequenceLength = sequenceLength }
    return limits
  }

  /// Those of plain JSONata, where only the machine sets some: the thread's stack, which the engine
  /// looks at itself, and 256 MB a value.
  private static let plainLimits = EvaluationEnvironment.Limits(depth: .max, valueSize: 1 << 28)

  /// The error about an evaluation that takes too much memory.
  private static func memoryError(limit: UInt64) -> JSONataError {
    JSONataError(
      "memory-limit",
      message: "The evaluation uses more than \(limit >> 20) MB of memory")
  }
}
