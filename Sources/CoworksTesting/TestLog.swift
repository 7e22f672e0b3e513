import Logging
import Synchronization

/// Collects what a service logs during one call.
final class TestLog: Sendable {
  /// The log of the call that is being served.
  @TaskLocal static var current: TestLog?

  /// Makes the loggers of this process write to the log of their call; done once.
  static let isConnected: Bool = {
    LoggingSystem.bootstrap { TestLogHandler(label: $0) }
    return true
  }()

  /// The lines so far.
  private let collected = Mutex<[String]>([])

  /// The lines so far.
  var lines: [String] { collected.withLock { $0 } }

  /// Adds a line.
  func add(_ line: String) {
    collected.withLock { $0.append(line) }
  }
}

/// Writes the messages of a logger to the log of the call, of every level.
struct TestLogHandler: LogHandler {
  /// The name of the logger.
  let label: String

  var logLevel = Logger.Level.trace

  var metadata: Logger.Metadata = [:]

  /// Creates the handler of the logger named `label`.
  init(label: String) {
    self.label = label
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let members = metadata.merging(event.metadata ?? [:]) { $1 }
      .sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
    TestLog.current?.add("\(event.level) \(label): \(event.message)\(members.joined())")
  }
}
