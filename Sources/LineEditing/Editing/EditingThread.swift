internal import CEditline
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The thread that owns libedit.
final class EditingThread: Sendable {
  /// A thread of the system.
  ///
  /// The pointer is handed to C alone, once to start and once to join.
  private struct Thread: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Starts a thread, unless the system refuses.
    init?(
      _ context: UnsafeMutableRawPointer,
      body: @convention(c) (UnsafeMutableRawPointer?) -> Void
    ) {
      guard let pointer = ceditline_thread_start(body, context) else { return nil }
      self.pointer = pointer
    }
  }

  /// The way to the thread.
  private let queue: CommandQueue

  /// What the thread tells.
  private let news = EditingNews()

  /// The thread, until it has ended.
  private let handle = Mutex<Thread?>(nil)

  /// Opens the terminal and the history, and starts the thread.
  init(configuration: LineEditorConfiguration) throws(LineEditorError) {
    guard Self.isTerminal(configuration.input), Self.isTerminal(configuration.output) else {
      throw .notATerminal
    }
    queue = try CommandQueue()
    // libedit is made here and used only by the thread, which starts afterwards.
    let loop = try EditingLoop(configuration: configuration, queue: queue, news: news)
    let context = Unmanaged.passRetained(loop)
    let thread = Thread(context.toOpaque()) { context in
      guard let context else { return }
      Unmanaged<EditingLoop>.fromOpaque(context).takeRetainedValue().run()
    }
    handle.withLock { $0 = thread }
    guard thread != nil else {
      context.release()
      throw .outOfResources
    }
  }

  /// Asks the thread to do something; a read is answered at once where the editor is closed.
  func enqueue(_ command: EditingCommand) {
    guard !queue.add(command), case .read(let request) = command else { return }
    request.continuation.resume(returning: .endOfInput)
  }

  /// Ctrl-C while no line is read, from now on.
  func interrupts() -> AsyncStream<Void> {
    news.interrupts()
  }

  /// The first failure of the history file.
  var historyFailure: HistoryFileError? {
    news.historyFailure
  }

  /// Ends the thread and waits for that.
  func close() {
    let thread = handle.withLock { handle in
      defer { handle = nil }
      return handle
    }
    guard let thread else { return }
    enqueue(.close)
    ceditline_thread_join(thread.pointer)
  }

  /// Whether the descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }
}
