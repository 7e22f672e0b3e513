import Dispatch
import Foundation
import Synchronization

/// Ends a piece of work when the user interrupts it, or when it is told to.
final class Interruption: Sendable {
  /// The work, once it runs.
  private let task = Mutex<Task<Void, Never>?>(nil)

  /// Ends the work.
  func interrupt() { task.withLock { $0?.cancel() } }

  /// Does `work`, which an interrupt from the terminal cancels.
  func run<T: Sendable>(_ work: @escaping @Sendable () async -> T) async -> T {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [self] in interrupt() }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    return await withUnsafeContinuation { continuation in
      task.withLock { $0 = Task { continuation.resume(returning: await work()) } }
    }
  }
}
