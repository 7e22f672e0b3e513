extension ServicePool {
  /// Takes a call.
  mutating func receive(_ call: Call) -> [Action] {
    guard call.payload.count <= CallFailure.largestPayload else {
      let failure = CallFailure.requestTooLarge(service, call.payload.count)
      return [.finish(call.id, .failure(failure), nil)]
    }
    if let queue = limits.queue, concurrency >= limits.processes + queue {
      return [.finish(call.id, .failure(.throttled(service)), nil)]
    }
    waiting.append(call)
    return assign()
  }

  /// How many calls have not ended.
  private var concurrency: Int { waiting.count + members.values.count { $0.call != nil } }

  /// Ends the call `id` because its caller gave up.
  mutating func cancel(_ id: CallID) -> [Action] {
    let end = CallEnd.failure(.cancelled(service))
    if let position = waiting.firstIndex(where: { $0.id == id }) {
      waiting.remove(at: position)
      return [.finish(id, end, nil)] + assign()
    }
    guard let process = members.first(where: { $0.value.call?.id == id })?.key else { return [] }
    forget(process)
    return [.cancelTimer(process), .kill(process), .finish(id, end, process)] + assign()
  }

  /// Replaces the processes, each when it has no call.
  mutating func renew() -> [Action] {
    for process in members.keys { members[process]?.isOutdated = true }
    return end(members.filter { $0.value.call == nil }.keys) + assign()
  }

  /// Keeps from now on at most `count` processes.
  mutating func limit(to count: Int) -> [Action] {
    limits.processes = count
    let surplus = max(0, members.count - count)
    return end(Array(idle.prefix(surplus))) + assign()
  }

  /// Keeps from now on only the processes that the calls need.
  mutating func retire() -> [Action] {
    isRetired = true
    return assign()
  }

  /// Ends all calls and processes.
  mutating func stop() -> [Action] {
    isRetired = true
    let end = CallEnd.failure(.stopped(service))
    var actions: [Action] = []
    for (process, member) in members.sorted(by: { $0.key.number < $1.key.number }) {
      if let call = member.call { actions.append(.finish(call.id, end, process)) }
      actions += [.cancelTimer(process), .terminate(process)]
      forget(process)
    }
    actions += waiting.map { .finish($0.id, end, nil) }
    waiting = []
    return actions
  }
}

extension ServicePool {
  /// Whether there is neither a call nor a process.
  var isEmpty: Bool { waiting.isEmpty && members.isEmpty }
}
