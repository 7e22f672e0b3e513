/// What came of calling a function.
package enum FunctionOutcome: Equatable, Sendable {
  /// It answered.
  case answer([UInt8])

  /// It failed: with an error of its own, or with one of Lambda's.
  case error(type: String, message: String)

  /// It took longer than API Gateway waits.
  case timeout
}
