/// Reads lines, enters them into a session and prints what comes of it.
package struct ShellLoop: Sendable {
  /// The session.
  private let session: Session

  /// Where lines come from.
  private let terminal: any Terminal

  /// Creates a loop.
  package init(session: Session, terminal: any Terminal) {
    self.session = session
    self.terminal = terminal
  }

  /// Runs until the end of the input or `quit`.
  ///
  /// - Returns: Whether everything that was entered succeeded.
  package func run() async -> Bool {
    var isFine = true
    while true {
      switch await terminal.readLine(await session.lineRequest) {
      case .line(let line):
        let result = await enter(line)
        if result == .failed { isFine = false }
        if result == .quit { return isFine }
      case .interrupted: await session.discardPending()
      case .failed(let reason):
        isFine = false
        terminal.write(reason, to: .error)
      case .end: return await finish() && isFine
      }
    }
  }

  /// Enters one line; an interrupt cancels what it does.
  private func enter(_ line: String) async -> EntryResult {
    let session = session
    let work = Task { await session.enter(line) }
    let watch = Task { [interrupts = terminal.interrupts] in
      for await _ in interrupts { work.cancel() }
    }
    let result = await work.value
    watch.cancel()
    if result != .incomplete, let entry = await session.takeEntry() { terminal.addHistory(entry) }
    return result
  }

  /// Complains about a block that the end of the input left open.
  private func finish() async -> Bool {
    await session.finish() != .failed
  }
}
