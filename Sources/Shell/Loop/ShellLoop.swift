/// Reads lines, enters them into a session and prints what comes of it.
package struct ShellLoop: Sendable {
  /// The session.
  private let session: Session

  /// Where lines come from.
  private let terminal: any Terminal

  /// Whose turn it is: a line's, or a service's that has been saved.
  private let turns = Turns()

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
    var watch: Task<Void, Never>?
    while await takeLine(&isFine) {
      if let services = await session.takeSavedServices() {
        watch?.cancel()
        watch = reload(services)
      } else if await !session.watchesSources {
        watch?.cancel()
      }
    }
    watch?.cancel()
    await watch?.value
    return isFine
  }

  // MARK: -

  /// Reads a line and enters it.
  ///
  /// - Returns: Whether there may be another.
  private func takeLine(_ isFine: inout Bool) async -> Bool {
    switch await terminal.readLine(await session.lineRequest) {
    case .line(let line):
      let result = await enter(line)
      if result == .failed { isFine = false }
      return result != .quit
    case .interrupted: await session.discardPending()
    case .failed(let reason):
      isFine = false
      terminal.write(reason, to: .error)
    case .end: return await !finish(&isFine)
    }
    return true
  }

  /// Enters one line; an interrupt cancels what it does.
  private func enter(_ line: String) async -> EntryResult {
    // Listening starts first, so that no interrupt of the work is missed.
    let interrupts = terminal.interrupts
    let work = Task { [session, turns] in
      await turns.take()
      let result = await session.enter(line)
      await turns.pass()
      return result
    }
    let watch = Task {
      for await _ in interrupts { work.cancel() }
    }
    let result = await work.value
    watch.cancel()
    if result != .incomplete, let entry = await session.takeEntry() { terminal.addHistory(entry) }
    return result
  }

  /// Ends the session: a person may be asked first, a script must have closed its blocks.
  ///
  /// - Returns: Whether it has ended.
  private func finish(_ isFine: inout Bool) async -> Bool {
    if terminal.isInteractive { return await session.mayEnd() }
    if await session.finish() == .failed { isFine = false }
    return true
  }

  /// Loads `services` again as they are saved, between two lines.
  private func reload(_ services: AsyncStream<String>) -> Task<Void, Never> {
    Task { [session, turns] in
      for await service in services {
        await turns.take()
        await session.reloadSaved(service)
        await turns.pass()
      }
    }
  }
}
