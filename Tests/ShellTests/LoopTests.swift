import ServiceHost
import Shell
import Synchronization
import Testing

/// The loop that reads lines: turns, interrupts, ends.
@Suite(.timeLimit(.minutes(15))) struct LoopTests {
  @Test func `a saved service is loaded again while a line is being typed`() async {
    let desk = Desk()
    let loop = Task { await desk.run() }
    desk.type("load inventory.swift")
    desk.type("a = GET inventory/stock/B-2")
    desk.type("set watch on")
    await desk.services.following.wait(for: "changes")
    desk.services.saved.continuation.yield("inventory")
    await desk.wait(for: "saved and loaded again  inventory  GET /stock/{sku}")
    await desk.wait(for: "~ $a  stale")
    desk.type("1 + 1")
    await desk.wait(for: "2")
    desk.end()
    desk.end()
    #expect(await loop.value)
  }

  @Test func `a mistake in what was saved is told, and the service stays`() async {
    let desk = Desk()
    let loop = Task { await desk.run() }
    desk.type("load inventory.swift")
    desk.type("set watch on")
    await desk.services.following.wait(for: "changes")
    desk.services.loadFailure.withLock { $0 = .init(.compilation, "it does not compile") }
    desk.services.saved.continuation.yield("inventory")
    await desk.wait(for: "error: it does not compile")
    await desk.wait(for: "inventory answers as before it was saved")
    desk.type("GET inventory/stock/B-2 | sku")
    await desk.wait(for: "\"B-2\"")
    desk.end()
    #expect(await loop.value)
  }

  @Test func `what is saved during a call is loaded again after it`() async {
    let desk = Desk()
    let loop = Task { await desk.run() }
    desk.type("load inventory.swift")
    desk.type("set watch on")
    await desk.services.following.wait(for: "changes")
    desk.type("GET inventory/slow")
    await desk.services.following.wait(for: "slow")
    desk.services.saved.continuation.yield("inventory")
    desk.interrupt()
    await desk.wait(for: "499")
    await desk.wait(for: "saved and loaded again")
    desk.end()
    #expect(await loop.value == false)
  }

  @Test func `Ctrl-D is to be pressed twice where work would be lost`() async {
    let desk = Desk()
    let loop = Task { await desk.run() }
    desk.type("x = 1")
    desk.end()
    await desk.wait(for: "error: a cell is not saved")
    desk.end()
    #expect(await loop.value)
  }
}

/// A person at a terminal.
private final class Desk: Terminal {
  let services = FakeServices()
  let isInteractive = true
  let width = 100
  private let typed = AsyncStream.makeStream(of: TerminalEvent.self)
  private let printed = Signal()
  private let watchers = Mutex<[AsyncStream<Void>.Continuation]>([])

  /// Enters what is typed into a session until it ends.
  func run() async -> Bool {
    var surroundings = Session.Surroundings(
      services: services, files: FakeFiles(), now: { 0 }, progress: { _ in }, bundledServices: [])
    surroundings.isInteractive = true
    let session = Session(surroundings: surroundings) { [printed] output in
      printed.send(output.text(width: 100, isColored: false))
    }
    return await ShellLoop(session: session, terminal: self).run()
  }

  /// Types a line.
  func type(_ line: String) { typed.continuation.yield(.line(line)) }

  /// Presses Ctrl-D.
  func end() { typed.continuation.yield(.end) }

  /// Presses Ctrl-C while something is being done.
  func interrupt() { watchers.withLock { $0.forEach { $0.yield() } } }

  /// Waits until something that starts with `text` is printed.
  func wait(for text: String) async { await printed.wait { $0.hasPrefix(text) } }

  func readLine(_ request: LineRequest) async -> TerminalEvent {
    for await event in typed.stream { return event }
    return .end
  }

  var interrupts: AsyncStream<Void> {
    AsyncStream { continuation in watchers.withLock { $0.append(continuation) } }
  }

  func isColored(_ channel: TerminalChannel) -> Bool { false }

  func write(_ text: String, to channel: TerminalChannel) {}

  func showProgress(_ progress: WorkProgress?) {}

  func addHistory(_ entry: String) {}
}
