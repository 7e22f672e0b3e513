/// The log of a service: the last lines of all of its processes, and those who follow it.
struct ServiceLog {
  /// How many new lines wait for a follower that is slow, before the oldest are dropped.
  private static let followerLimit = 1_000

  /// The last lines.
  private var buffer = LogBuffer<LogLine>()

  /// How many lines there have been.
  private var count = 0

  /// Those who follow, by a number of theirs.
  private var followers: [Int: AsyncStream<LogLine>.Continuation] = [:]

  /// How many followers there have been.
  private var follows = 0

  /// The lines that are kept, in order.
  var lines: [LogLine] { buffer.lines }

  /// Adds a line, whose number is set here.
  mutating func append(_ line: LogLine) {
    var line = line
    count += 1
    line.number = count
    buffer.append(line, size: line.text.utf8.count)
    for follower in followers.values { follower.yield(line) }
  }

  /// Adds a follower, who gets the lines that are kept first if `fromStart`, and then the new ones;
  /// `onEnd` is told its number when it no longer listens.
  mutating func follow(
    fromStart: Bool, onEnd: @escaping @Sendable (Int) -> Void
  ) -> AsyncStream<LogLine> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: LogLine.self, bufferingPolicy: .bufferingNewest(Self.followerLimit))
    follows += 1
    let number = follows
    followers[number] = continuation
    continuation.onTermination = { _ in onEnd(number) }
    if fromStart { for line in lines { continuation.yield(line) } }
    return stream
  }

  /// Forgets the follower `number`.
  mutating func removeFollower(_ number: Int) {
    followers[number] = nil
  }

  /// Tells all followers that there will be no more lines.
  mutating func finish() {
    let all = followers.values
    followers = [:]
    for follower in all { follower.finish() }
  }
}
