import StatesLanguage

/// What calls and sleeps report to a run, in the order in which they end.
struct Mailbox: Sendable {
  /// A report.
  enum Message: Sendable {
    /// A call has ended.
    case ended(TaskID, TaskOutcome)
    /// A read or a write has ended.
    case exchanged(TaskID, ExecutionEvent)
    /// The sleep until this moment is over.
    case woke(Timestamp)
    /// The run is to end.
    case cancelled
  }

  private let stream: AsyncStream<Message>
  private let continuation: AsyncStream<Message>.Continuation

  /// Creates an empty mailbox.
  init() {
    (stream, continuation) = AsyncStream.makeStream(of: Message.self)
  }

  /// Adds a report.
  func post(_ message: Message) { continuation.yield(message) }

  /// The next report.
  func next() async -> Message {
    for await message in stream { return message }
    return .cancelled
  }
}
