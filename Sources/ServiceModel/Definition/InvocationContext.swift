/// What a function is told about the invocation that it serves.
package struct InvocationContext: Sendable {
  /// The id of the invocation.
  package var requestID: String

  /// When the invocation must have ended; nil if that is not known.
  package var deadline: ContinuousClock.Instant?

  /// The function's ARN.
  package var functionARN: String?

  /// The trace to which the invocation belongs.
  package var traceID: String?

  /// Writes what went wrong to the function's log.
  package var log: @Sendable (String) -> Void

  /// Creates the context of an invocation.
  package init(
    requestID: String = "", deadline: ContinuousClock.Instant? = nil, functionARN: String? = nil,
    traceID: String? = nil, log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.requestID = requestID
    self.deadline = deadline
    self.functionARN = functionARN
    self.traceID = traceID
    self.log = log
  }
}
