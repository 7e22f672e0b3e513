import NIOCore

extension ServiceHost {
  /// Lets `pool` take `event`, and does what follows.
  func handle(_ event: ServicePool.Event, in pool: PoolID) {
    guard let service = pools[pool] else { return }
    for action in service.pool.handle(event) { perform(action, of: service) }
    if service.pool.isRetired, service.pool.isEmpty { pools[pool] = nil }
  }

  /// Performs one action of the pool of `service`.
  private func perform(_ action: ServicePool.Action, of service: LoadedService) {
    switch action {
    case .start(let process): start(process, of: service)
    case .terminate(let process): end(process, atOnce: false)
    case .kill(let process): end(process, atOnce: true)
    case .setTimer(let process, let duration): setTimer(of: process, to: duration)
    case .cancelTimer(let process): cancelTimer(of: process)
    case .reply(let process, let connection, let reply): send(reply, to: connection, of: process)
    case .finish(let call, let end, let process): finish(call, with: end, by: process)
    case .log(let process, let line): note(line, of: process)
    }
  }

  /// Sends `reply` on `connection` of `process`.
  private func send(_ reply: RuntimeReply, to connection: ConnectionID, of process: ProcessID) {
    guard let process = processes[process] else { return }
    if case .call(let call) = reply { begin(call.id, in: process) }
    process.connections[connection]?.value.reply(reply, functionARN: process.functionARN)
  }
}
