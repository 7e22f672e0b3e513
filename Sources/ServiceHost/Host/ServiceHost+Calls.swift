package import JSON

extension ServiceHost {
  /// Calls `service` with the event `payload`, and returns whatever came of it.
  ///
  /// Cancelling the task ends the call at once, and the process that worked on it. A `timeout` can
  /// shorten the time that the service's function has, but not lengthen it.
  package nonisolated func invoke(
    _ service: String, payload: JSONValue, timeout: Duration? = nil
  ) async -> CallResult {
    let raw = await invoke(service, payload: JSONWriter.utf8(payload), timeout: timeout)
    return CallResult(raw, of: service)
  }

  /// Calls `service` with the event `payload`, a JSON text, and returns the answer as it came.
  ///
  /// It is like ``invoke(_:payload:timeout:)`` with a value, but that nothing is read or written.
  package nonisolated func invoke(
    _ service: String, payload: [UInt8], timeout: Duration? = nil
  ) async -> RawInvocation {
    let id = CallID.random()
    let report = await withTaskCancellationHandler {
      await run(id, of: service, payload, timeout)
    } onCancel: {
      later { $0.cancel(id) }
    }
    return RawInvocation(report)
  }

  /// Calls `service` from the host's own event loop; `completion` is called there, once, possibly
  /// before this function returns.
  ///
  /// It makes no task and passes no thread, for servers whose connections are on the same loop.
  func call(
    _ service: String, payload: [UInt8], id: CallID = .random(), timeout: Duration? = nil,
    completion: @escaping (CallReport) -> Void
  ) {
    guard !isShutDown, let pool = services[service], let loaded = pools[pool] else {
      let failure = isShutDown ? CallFailure.stopped(service) : .unknown(service)
      return completion(CallReport(failure: failure))
    }
    let limit = min(loaded.timeout, timeout ?? loaded.timeout)
    calls[id] = RunningCall(completion: completion)
    handle(.call(Call(id: id, payload: payload, timeout: limit)), in: pool)
  }

  /// Ends `call`, whose caller gave up, if it has not ended.
  func cancel(_ call: CallID) {
    guard calls[call] != nil else { return }
    for pool in pools.keys { handle(.cancel(call), in: pool) }
  }

  // MARK: -

  /// Runs the call `id` until it has ended.
  private func run(
    _ id: CallID, of service: String, _ payload: [UInt8], _ timeout: Duration?
  ) async -> CallReport {
    guard !Task.isCancelled else { return CallReport(failure: .cancelled(service)) }
    return await withCheckedContinuation { continuation in
      call(service, payload: payload, id: id, timeout: timeout) {
        continuation.resume(returning: $0)
      }
    }
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
    process.call = call
    process.isInUse = true
    watchMemory()
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
    if let line = process.splitter.finish() { note(line, of: process.id) }
    report(ending, logs: process.log.lines)
  }

  /// Tells the caller of the call that has ended.
  private func report(_ ending: EndingCall, logs: [String]) {
    guard let call = calls.removeValue(forKey: ending.id) else { return }
    call.completion(
      CallReport(
        end: ending.end, duration: ending.ended - call.began, startDuration: call.startDuration,
        logs: logs))
  }
}
