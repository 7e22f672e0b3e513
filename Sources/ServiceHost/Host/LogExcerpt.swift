/// The lines of a log that tell best why a process ended.
enum LogExcerpt {
  /// The last lines, at most `count`, as people read them, before Swift's report of a crash; of that
  /// only where it was.
  static func lines(of log: [String], count: Int) -> [String] {
    let told = log.prefix { line in !crashReportStarts.contains { line.hasPrefix($0) } }
    return told.filter { !$0.isEmpty }.suffix(count).map { LogEntry($0).text }
      + [crashPlace(in: log)].compactMap(\.self)
  }

  /// Where the crash was that `log` reports: `at Shop.getStock() + 138 in service`.
  private static func crashPlace(in log: [String]) -> String? {
    let report = log.drop { !($0.hasPrefix("Thread ") && $0.hasSuffix(" crashed:")) }
    let frame = report.lazy.map { $0.split(separator: " ") }.first { $0.first == "0" }
    guard let place = frame?.dropFirst(2), !place.isEmpty else { return nil }
    return LogEntry("at \(place.joined(separator: " "))").text
  }

  /// How Swift's runtime begins to report a crash, after the line that says what was fatal.
  private static let crashReportStarts = [
    "Current stack trace:", "*** Signal ", "*** Program crashed", "*** Swift runtime failure",
  ]
}
