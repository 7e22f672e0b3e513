/// The lines of a log that tell best why a process ended.
enum LogExcerpt {
  /// The last lines, at most `count`, as people read them, before Swift's report of a crash, whose
  /// addresses and images tell a service's author nothing.
  static func lines(of log: [String], count: Int) -> [String] {
    let told = log.prefix { line in !crashReportStarts.contains { line.hasPrefix($0) } }
    return told.filter { !$0.isEmpty }.suffix(count).map { LogEntry($0).text }
  }

  /// How Swift's runtime begins to report a crash, after the line that says what was fatal.
  private static let crashReportStarts = [
    "Current stack trace:", "*** Signal ", "*** Program crashed", "*** Swift runtime failure",
  ]
}
