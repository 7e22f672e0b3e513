import Gateway

extension FunctionOutcome {
  /// Reads what came of a call.
  init(_ report: CallReport) {
    switch RawInvocation(report).outcome {
    case .answer(let bytes): self = .answer(bytes)
    case .error(let type, let message): self = .error(type: type, message: message)
    }
  }
}
