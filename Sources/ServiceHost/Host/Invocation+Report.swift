import JSON
import ServiceModel

extension Invocation {
  /// How many of the last log lines a failure tells.
  private static let toldLines = 5

  /// Reads what came of a call of `service`.
  init(_ report: CallReport, of service: String) {
    self.init(
      outcome: Self.outcome(of: report, service: service), duration: report.duration,
      startDuration: report.startDuration, logs: report.logs)
  }

  /// The outcome in the service's model.
  private static func outcome(of report: CallReport, service: String) -> InvocationOutcome {
    switch report.end {
    case .answer(let bytes):
      do throws(JSONSyntaxError) {
        return .answer(try JSONReader.read(utf8: bytes))
      } catch {
        let reason = "\(error.message) at byte \(error.offset): \(excerpt(of: bytes))"
        return outcome(of: .invalidAnswer(service, reason), logs: report.logs)
      }
    case .functionError(let bytes, let type): return functionError(bytes, type: type)
    case .failure(let failure): return outcome(of: failure, logs: report.logs)
    }
  }

  /// The error that a service posted.
  private static func functionError(_ bytes: [UInt8], type: String?) -> InvocationOutcome {
    guard let error = try? JSONReader.read(utf8: bytes), error.objectValue != nil else {
      let text = bytes.isEmpty ? "the service named no reason" : excerpt(of: bytes)
      return .error(type: type ?? "Runtime.Unknown", message: text)
    }
    return .error(
      type: error["errorType"]?.stringValue ?? type ?? "Runtime.Unknown",
      message: error["errorMessage"]?.stringValue ?? "")
  }

  /// The error of a call without an answer, with the last lines of the log.
  private static func outcome(of failure: CallFailure, logs: [String]) -> InvocationOutcome {
    let lines = [failure.message] + LogExcerpt.lines(of: logs, count: toldLines).map { "  | \($0)" }
    return .error(type: failure.type, message: lines.joined(separator: "\n"))
  }

  /// The beginning of `bytes`.
  private static func excerpt(of bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    return bytes.count > 200 ? text + "…" : text
  }
}
