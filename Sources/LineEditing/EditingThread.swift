#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The thread that owns libedit, and the queue of what it is asked to do.
final class EditingThread: Sendable {
  /// Something that the thread is asked to do.
  enum Command: Sendable {
    case readLine(Prompt, initialText: String, CheckedContinuation<LineEditorEvent, Never>)
    case readSecret(Prompt, CheckedContinuation<LineEditorEvent, Never>)
    case setCompleter(Completer)
    case addHistory(String)
    case print(String)
    case setKeys(LineEditorConfiguration.Keys)
  }

  let historyFailure: HistoryFileError? = nil

  init(configuration: LineEditorConfiguration) throws(LineEditorError) {
    throw .notATerminal
  }

  func enqueue(_ command: Command) {
  }

  func interrupts() -> AsyncStream<Void> {
    AsyncStream { $0.finish() }
  }

  func close() {
  }

  /// Whether the descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }
}
