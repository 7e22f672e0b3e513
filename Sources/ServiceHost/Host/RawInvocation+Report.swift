import JSON

extension RawInvocation {
  /// Reads what came of a call.
  init(_ report: CallReport) {
    self.init(
      outcome: Self.outcome(of: report), duration: report.duration,
      startDuration: report.startDuration, logs: report.logs)
  }

  /// How the call ended.
  private static func outcome(of report: CallReport) -> Outcome {
    switch report.end {
    case .answer(let bytes): .answer(bytes)
    case .functionError(let bytes, let type): functionError(bytes, type: type)
    case .failure(let failure):
      .error(type: failure.type, message: failure.message(withLog: report.logs))
    }
  }

  /// The error that a service posted.
  private static func functionError(_ bytes: [UInt8], type: String?) -> Outcome {
    guard let error = try? JSONReader.read(utf8: bytes), error.objectValue != nil else {
      let text = bytes.isEmpty ? "the service named no reason" : excerpt(of: bytes)
      return .error(type: type ?? "Runtime.Unknown", message: text)
    }
    return .error(
      type: error["errorType"]?.stringValue ?? type ?? "Runtime.Unknown",
      message: error["errorMessage"]?.stringValue ?? "")
  }

  /// The beginning of `bytes`.
  static func excerpt(of bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    return bytes.count > 200 ? text + "…" : text
  }
}

extension CallFailure {
  /// How many of the last log lines a failure tells.
  private static let toldLines = 5

  /// What happened, with the last lines of the log.
  func message(withLog lines: [String]) -> String {
    let told = LogExcerpt.lines(of: lines, count: Self.toldLines).map { "  | \($0)" }
    return ([message] + told).joined(separator: "\n")
  }
}
