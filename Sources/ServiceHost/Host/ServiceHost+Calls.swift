package import JSON

extension ServiceHost {
  /// Calls `service` with the event `payload`, and returns whatever came of it.
  ///
  /// Cancelling the task ends the call at once, and the process that worked on it.
  package nonisolated func invoke(
    _ service: String, payload: JSONValue, timeout: Duration? = nil
  ) async -> Invocation {
    let call = Call(
      id: .random(), payload: JSONWriter.utf8(payload), timeout: timeout ?? configuration.timeout)
    let report = await withTaskCancellationHandler {
      await run(call, of: service)
    } onCancel: {
      later { $0.cancel(call.id) }
    }
    return Invocation(report, of: service)
  }

  /// Runs `call` until it has ended.
  private func run(_ call: Call, of service: String) async -> CallReport {
    guard !isShutDown, let pool = services[service] else {
      let failure = isShutDown ? CallFailure.stopped(service) : .unknown(service)
      return CallReport(end: .failure(failure), duration: .zero, logs: [])
    }
    guard !Task.isCancelled else {
      return CallReport(end: .failure(.cancelled(service)), duration: .zero, logs: [])
    }
    return await withCheckedContinuation { continuation in
      calls[call.id] = RunningCall(continuation: continuation)
      handle(.call(call), in: pool)
    }
  }

  /// Ends `call`, whose caller gave up.
  private func cancel(_ call: CallID) {
    guard calls[call] != nil else { return }
    for pool in pools.keys { handle(.cancel(call), in: pool) }
  }

  /// Notes that `process` takes `call`.
  func begin(_ call: CallID, in process: RunningProcess) {
    reportEndingCall(of: process)
    let now = ContinuousClock.now
    calls[call]?.began = now
    if process.hasServed {
      process.log.removeAll()
    } else {
      calls[call]?.startDuration = now - process.started
    }
    process.hasServed = true
  }

  /// Ends `call` with `end`; what `process` has printed by now belongs to it.
  func finish(_ call: CallID, with end: CallEnd, by process: ProcessID?) {
    let ending = EndingCall(id: call, end: end)
    guard let process, let running = processes[process] else { return report(ending, logs: []) }
    reportEndingCall(of: running)
    running.endingCall = ending
    later { host in
      if let process = host.processes[process] { host.reportEndingCall(of: process) }
    }
  }

  /// Reports the call of `process` that ended a moment ago, if there is one.
  ///
  /// It is reported after the event loop has read what else had arrived, for the last lines of the
  /// log may come with the answer.
  func reportEndingCall(of process: RunningProcess) {
    guard let ending = process.endingCall else { return }
    process.endingCall = nil
    report(ending, logs: process.log.lines)
  }

  /// Resumes the caller of the call that has ended.
  private func report(_ ending: EndingCall, logs: [String]) {
    guard let call = calls.removeValue(forKey: ending.id) else { return }
    call.continuation.resume(
      returning: CallReport(
        end: ending.end, duration: ending.ended - call.began, startDuration: call.startDuration,
        logs: logs))
  }
}
