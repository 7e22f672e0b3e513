import JSON
import ServiceModel

extension CallResult {
  /// Reads what came of a call of `service`.
  init(_ raw: RawInvocation, of service: String) {
    self.init(
      outcome: Self.outcome(of: raw, service: service), duration: raw.duration,
      startDuration: raw.startDuration, logs: raw.logs)
  }

  /// The outcome in the service's model; an answer that is no JSON is an error.
  private static func outcome(of raw: RawInvocation, service: String) -> InvocationOutcome {
    switch raw.outcome {
    case .error(let type, let message): return .error(type: type, message: message)
    case .answer(let bytes):
      do throws(JSONSyntaxError) {
        return .answer(try JSONReader.read(utf8: bytes))
      } catch {
        let excerpt = RawInvocation.excerpt(of: bytes)
        let failure = CallFailure.invalidAnswer(
          service, "\(error.message) at byte \(error.offset): \(excerpt)")
        return .error(type: failure.type, message: failure.message(withLog: raw.logs))
      }
    }
  }
}
