import Dispatch
import Foundation

/// The signals that tell the process to end: the first one is a request, the second one is obeyed.
struct EndSignals {
  /// The first signal.
  private let stream: AsyncStream<Void>

  /// What takes the signals.
  private let sources: [any DispatchSourceSignal]

  /// Takes the signals from now on.
  init() {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    self.stream = stream
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        signal(number, SIG_DFL)
        continuation.yield()
      }
      source.resume()
      return source
    }
  }

  /// Returns when the first signal has come.
  func next() async {
    var iterator = stream.makeAsyncIterator()
    await iterator.next()
  }
}
