extension ServicePool {
  /// Takes a request of `process`.
  mutating func receive(
    _ request: RuntimeRequest, from process: ProcessID, on connection: ConnectionID
  ) -> [Action] {
    guard let actions = members[process]?.session.receive(request, on: connection) else {
      return []
    }
    return settle(process, after: translate(actions, of: process))
  }

  /// Notes that `connection` of `process` was closed.
  mutating func close(
    _ connection: ConnectionID, of process: ProcessID, inAnswerTo call: CallID?
  ) -> [Action] {
    guard let actions = members[process]?.session.close(connection, inAnswerTo: call) else {
      return []
    }
    return settle(process, after: translate(actions, of: process))
  }

  /// Notes that `process` ended.
  mutating func remove(_ process: ProcessID, after status: ExitStatus) -> [Action] {
    guard let member = members[process] else { return [] }
    if let call = member.call {
      forget(process)
      let end = CallEnd.failure(.exited(service, status, .call))
      return [.cancelTimer(process), .finish(call.id, end, process)] + assign()
    }
    let failure = CallFailure.exited(service, status, .start)
    let lost = lose(process, start: .failure(failure))
    return member.session.state == .starting ? lost : [.log(process, status.description)] + lost
  }

  /// Drops `process`, which is gone; if it had not got ready, a waiting call ends with `end`.
  mutating func lose(_ process: ProcessID, start end: CallEnd) -> [Action] {
    guard let member = members[process] else { return [] }
    forget(process)
    var actions: [Action] = [.cancelTimer(process)]
    if member.session.state == .starting, !waiting.isEmpty {
      actions.append(.finish(waiting.removeFirst().id, end, process))
    }
    return actions + assign()
  }

  /// Does what is due when the timer of `process` runs down.
  mutating func expire(_ process: ProcessID) -> [Action] {
    switch members[process]?.session.state {
    case .calling: expireCall(of: process)
    case .starting:
      [.kill(process)]
        + lose(process, start: .failure(.startTimedOut(service, after: limits.start)))
    case .answered: lag(process)
    case .lagging: [.kill(process)] + lose(process, start: .failure(.stopped(service)))
    case .idle, nil: []
    }
  }

  /// Ends `process` if it uses more memory than it may.
  mutating func measure(_ process: ProcessID, _ bytes: Int) -> [Action] {
    guard let member = members[process], bytes > limits.memory << 20 else { return [] }
    let failure = CallFailure.outOfMemory(service, bytes: bytes, limit: limits.memory)
    if let call = member.call {
      forget(process)
      return [.cancelTimer(process), .kill(process), .finish(call.id, .failure(failure), process)]
        + assign()
    }
    return [.kill(process), .log(process, failure.message)]
      + lose(process, start: .failure(failure))
  }

  /// Does what the `actions` of the session of `process` mean for the pool.
  mutating func translate(
    _ actions: [RuntimeSession.Action], of process: ProcessID
  ) -> [Action] {
    actions.flatMap { action -> [Action] in
      switch action {
      case .reply(let connection, let reply): return [.reply(process, connection, reply)]
      case .log(let line): return [.log(process, line)]
      case .failStart(let end): return lose(process, start: end) + [.terminate(process)]
      case .finish(let call, let end):
        members[process]?.call = nil
        return [.finish(call, end, process)]
      }
    }
  }

  // MARK: -

  /// Adds to `actions` what follows from the state that `process` has come to.
  private mutating func settle(_ process: ProcessID, after actions: [Action]) -> [Action] {
    idle.removeAll { $0 == process }
    switch members[process]?.session.state {
    case .idle where isSurplus(process):
      return actions + end([process]) + assign()
    case .idle:
      idle.append(process)
      return actions + [.cancelTimer(process)] + assign()
    case .answered: return actions + [.setTimer(process, limits.settling)] + assign()
    case .lagging: return actions + [.setTimer(process, limits.start)] + assign()
    case .starting, .calling, nil: return actions
    }
  }

  /// Whether `process`, which is idle, is to end rather than to take a call.
  private func isSurplus(_ process: ProcessID) -> Bool {
    members[process]?.isOutdated == true || members.count > limits.processes
  }

  /// Ends the call of `process`, which took too long, and the process.
  private mutating func expireCall(of process: ProcessID) -> [Action] {
    guard let call = members[process]?.call else { return [] }
    forget(process)
    let end = CallEnd.failure(.timedOut(service, after: call.timeout))
    return [.kill(process), .finish(call.id, end, process)] + assign()
  }

  /// No longer counts on `process`, which is slow to ask for its next call.
  private mutating func lag(_ process: ProcessID) -> [Action] {
    members[process]?.session.lag()
    return [.setTimer(process, limits.start)] + assign()
  }
}
