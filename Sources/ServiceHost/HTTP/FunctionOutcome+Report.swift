import Gateway
import JSON
import ServiceModel

extension FunctionOutcome {
  /// Reads what came of a call of `service`.
  init(_ report: CallReport, of service: String) {
    if case .answer(let bytes) = report.end {
      self = .answer(bytes)
      return
    }
    switch Invocation(report, of: service).outcome {
    case .answer(let value): self = .answer(JSONWriter.utf8(value))
    case .error(let type, let message): self = .error(type: type, message: message)
    }
  }
}
