internal import Synchronization

/// What the editing thread tells without being asked.
final class EditingNews: Sendable {
  /// What is known, and who listens.
  private struct State {
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    var nextListener = 0
    var historyFailure: HistoryFileError?
  }

  /// What is known, and who listens.
  private let state = Mutex(State())

  /// The first failure of the history file.
  var historyFailure: HistoryFileError? {
    state.withLock { $0.historyFailure }
  }

  /// Takes note of a failure of the history file.
  func report(_ failure: HistoryFileError) {
    state.withLock { $0.historyFailure = $0.historyFailure ?? failure }
  }

  /// A stream of the interrupts from now on.
  func interrupts() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      return state.nextListener
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { state in
        state.listeners[number] = nil
      }
    }
    return stream
  }

  /// Tells an interrupt to all who listen.
  func interrupt() {
    for listener in state.withLock({ Array($0.listeners.values) }) {
      listener.yield()
    }
  }

  /// Ends all streams.
  func finish() {
    for listener in state.withLock({ Array($0.listeners.values) }) {
      listener.finish()
    }
  }
}
