import NIOCore

extension ServiceHost {
  /// Sets the timer of `process`.
  ///
  /// Nearly all timers are removed or set anew long before they run down, so that only the time is
  /// noted; one alarm of the event loop serves all processes.
  func setTimer(of process: ProcessID, to duration: Duration) {
    let deadline = ContinuousClock.now + duration
    processes[process]?.deadline = deadline
    if alarm.map({ deadline < $0.time }) ?? true { setAlarm(at: deadline) }
  }

  /// Removes the timer of `process`.
  func cancelTimer(of process: ProcessID) {
    processes[process]?.deadline = nil
  }

  /// Watches the memory of the processes from now on, until none of them works.
  func watchMemory() {
    guard !isMemoryWatched else { return }
    isMemoryWatched = true
    eventLoop.scheduleTask(in: Self.memoryInterval) { self.assumeIsolated { $0.checkMemory() } }
  }

  // MARK: -

  /// How often the memory of processes that work is measured.
  private static let memoryInterval = TimeAmount.milliseconds(50)

  /// Sets the alarm, in place of a later one.
  private func setAlarm(at time: ContinuousClock.Instant) {
    alarm?.task.cancel()
    let delay = TimeAmount(max(.zero, time - .now))
    let task = eventLoop.scheduleTask(in: delay) { self.assumeIsolated { $0.ring() } }
    alarm = Alarm(time: time, task: task)
  }

  /// Does what is due for the processes whose timers ran down.
  private func ring() {
    alarm = nil
    let now = ContinuousClock.now
    for process in processes.values {
      guard let deadline = process.deadline, deadline <= now else { continue }
      process.deadline = nil
      handle(.timeout(process.id), in: process.id.pool)
    }
    if let next = processes.values.compactMap(\.deadline).min() { setAlarm(at: next) }
  }

  /// Ends the processes that use too much memory.
  private func checkMemory() {
    isMemoryWatched = false
    for process in processes.values where process.isInUse {
      guard let pid = process.child?.pid else { continue }
      process.isInUse = process.deadline != nil
      let used = ProcessMemory.resident(of: pid)
      handle(.memory(process.id, bytes: used), in: process.id.pool)
      watchMemory()
    }
  }
}

/// The one alarm that serves all timers of a host.
struct Alarm {
  /// When it rings.
  let time: ContinuousClock.Instant

  /// What rings.
  let task: Scheduled<Void>
}
