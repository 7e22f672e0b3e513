import ServiceHost
import SessionLanguage

extension Session {
  /// `logs SERVICE [-f]`.
  func showLogs(_ name: Name, follows: Bool) async throws(SessionFailure) {
    let service = try knownService(name)
    if follows { return await followLogs(of: service) }
    let lines = await surroundings.services.logs(of: service)
    guard !lines.isEmpty else { return show(.passing("its log is empty")) }
    var text = StyledText()
    for line in lines {
      if !text.isEmpty { text.append("\n") }
      text.append(LogEntry(line.text).styledText)
    }
    show(.text(text))
  }

  /// Prints the lines of a log as they come, until it is cancelled.
  private func followLogs(of service: String) async {
    show(.passing(StyledText("the log of \(service); Ctrl-C ends it", .faint)))
    for await line in await surroundings.services.logStream(of: service) {
      show(.text(LogEntry(line.text).styledText))
    }
    surroundings.progress(nil)
  }
}
