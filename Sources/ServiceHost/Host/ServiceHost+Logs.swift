extension ServiceHost {
  /// The last lines that the processes of `service` printed.
  package func logs(of service: String) -> [LogLine] {
    logs[service]?.lines ?? []
  }

  /// The lines that the processes of `service` print from now on, after those that are kept if
  /// `fromStart`.
  ///
  /// The stream goes on when the service is loaded again, and ends with the host or when the task
  /// that reads it is cancelled. A reader who is slow misses the oldest lines.
  package func logStream(of service: String, fromStart: Bool = false) -> AsyncStream<LogLine> {
    guard !isShutDown else { return AsyncStream { $0.finish() } }
    return logs[service, default: ServiceLog()].follow(fromStart: fromStart) { number in
      self.later { $0.logs[service]?.removeFollower(number) }
    }
  }

  /// Adds a line about the process `id` to the logs.
  func note(_ text: String, of id: ProcessID) {
    guard let process = processes[id] else { return }
    process.log.append(text, size: text.utf8.count)
    let line = LogLine(
      number: 0, time: .sinceEpoch, process: process.child?.pid, call: process.call?.text,
      text: text)
    logs[process.service, default: ServiceLog()].append(line)
  }

  /// Ends the streams of all logs.
  func finishLogStreams() {
    for service in logs.keys { logs[service]?.finish() }
  }
}
