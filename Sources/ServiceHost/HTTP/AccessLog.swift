import Gateway
import NIOCore

/// Writes a line for every request, many at once where many come at once.
final class AccessLog {
  /// The loop on which the log is used.
  private let loop: any EventLoop

  /// Takes the lines.
  private let write: @Sendable (String) -> Void

  /// The lines that have not been written.
  private var pending = ""

  /// The text of the second in which the last request came.
  private var clock: (second: Int64, text: String) = (-1, "")

  /// Creates a log.
  init(loop: any EventLoop, write: @escaping @Sendable (String) -> Void) {
    self.loop = loop
    self.write = write
  }

  /// Notes that `request` was answered.
  func add(_ request: GatewayRequest, _ answer: GatewayAnswer, after duration: Duration) {
    if pending.isEmpty { scheduleFlush() }
    pending += time
    pending += " \(request.method) \(request.target) \(answer.status) \(answer.body.count) B in "
    pending += Self.text(of: duration)
    pending += "\n"
    for line in answer.note?.split(separator: "\n") ?? [] { pending += "  | \(line)\n" }
  }

  /// Writes what there is.
  func flush() {
    guard !pending.isEmpty else { return }
    write(pending)
    pending = ""
  }

  /// Lets what there is be written when the loop has done what else there is to do.
  private func scheduleFlush() {
    let log = NIOLoopBound(self, eventLoop: loop)
    loop.scheduleTask(in: .milliseconds(20)) { log.value.flush() }
  }

  /// The time of the day.
  private var time: String {
    let now = Instant.now
    if clock.second != now.seconds {
      clock = (now.seconds, String(now.logText.dropFirst(12).prefix(8)))
    }
    return clock.text
  }

  /// `duration` in milliseconds, with a digit after the point where it matters.
  private static func text(of duration: Duration) -> String {
    let tenths =
      duration.components.seconds * 10_000
      + duration.components.attoseconds / 100_000_000_000_000
    return tenths < 1_000 ? "\(tenths / 10).\(tenths % 10) ms" : "\(tenths / 10) ms"
  }
}
