import JSON
import Shell
import Synchronization
import Testing

@Suite struct OutputPrinterTests {
  @Test func `a person is shown the beginning of a huge value, a script all of it`() {
    let value = JSONValue.array((0..<20_000).map { ["n": .integer($0)] })
    let shown = RecordingTerminal(isInteractive: true)
    OutputPrinter(terminal: shown).print(.value(value))
    #expect(shown.written.utf8.count < 51_000)
    #expect(shown.written.contains("more bytes; reshape the result"))
    let script = RecordingTerminal(isInteractive: false)
    OutputPrinter(terminal: script).print(.value(value))
    #expect((try? JSONReader.read(script.written)) == value)
  }
}

/// A terminal that keeps what is written.
private final class RecordingTerminal: Terminal {
  let isInteractive: Bool
  let width = 100
  private let text = Mutex("")

  init(isInteractive: Bool) { self.isInteractive = isInteractive }

  var written: String { text.withLock { $0 } }

  var interrupts: AsyncStream<Void> { AsyncStream { $0.finish() } }

  func isColored(_ channel: TerminalChannel) -> Bool { false }

  func readLine(_ request: LineRequest) async -> TerminalEvent { .end }

  func write(_ text: String, to channel: TerminalChannel) { self.text.withLock { $0 += text } }

  func showProgress(_ progress: WorkProgress?) {}

  func addHistory(_ entry: String) {}
}
