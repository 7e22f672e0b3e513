import Glibc
import NIOCore
import ServiceModel

extension ServiceHost {
  /// How long a process has to end by itself.
  private static let grace = TimeAmount.milliseconds(500)

  /// How long the end of what a process printed is waited for after its own end; it comes at once
  /// but where another process, which left the group, goes on to print.
  private static let logGrace = TimeAmount.seconds(2)

  /// Starts `id`, a process of `service`: first its Lambda Runtime API, then its program.
  func start(_ id: ProcessID, of service: LoadedService) {
    processes[id] = RunningProcess(
      id: id, service: service.name,
      functionARN: ServiceEnvironment.functionARN(service.name, region: configuration.region))
    RuntimeAPIListener.listen(on: eventLoop) { channel in
      try self.assumeIsolated { try $0.accept(channel, from: id) }
    }.whenComplete { result in
      self.assumeIsolated { $0.launch(id, with: result) }
    }
  }

  /// Ends a process, by request or by force.
  func end(_ id: ProcessID, atOnce: Bool) {
    guard let process = processes[id], process.status == nil else { return }
    guard let child = process.child else { return process.isUnwanted = true }
    guard !atOnce else { return child.send(SIGKILL) }
    child.send(SIGTERM)
    process.killTimer = eventLoop.scheduleTask(in: Self.grace) { child.send(SIGKILL) }
  }

  /// The variables of a process of `service` that finds its Lambda Runtime API at `listener`.
  private func environment(
    of service: LoadedService, at listener: RuntimeAPIListener?
  ) -> ServiceEnvironment {
    ServiceEnvironment(
      service: service.name, region: configuration.region, taskRoot: service.program.folder,
      runtimeAPI: listener?.address ?? "", runtimeSocket: listener?.localName,
      memory: service.function.memoryMegabytes,
      extra: configuration.environment.merging(service.variables) { $1 })
  }

  /// The sentinel, which is started if there is none.
  func watcher() throws(ChildProcess.SpawnError) -> Sentinel {
    if let sentinel { return sentinel }
    let new = try Sentinel()
    sentinel = new
    return new
  }

  // MARK: -

  /// Takes a connection from the process `id`.
  private func accept(_ channel: any Channel, from id: ProcessID) throws {
    guard let process = processes[id] else { return channel.close(promise: nil) }
    let number = nextConnection()
    let connection = RuntimeAPIConnection { event in
      self.assumeIsolated { $0.take(event, from: id, on: number) }
    }
    try channel.pipeline.syncOperations.addHandler(connection)
    process.connections[number] = NIOLoopBound(connection, eventLoop: eventLoop)
  }

  /// Takes what happened on a connection.
  private func take(
    _ event: RuntimeAPIConnection.Event, from id: ProcessID, on connection: ConnectionID
  ) {
    switch event {
    case .request(let request):
      handle(.request(id, connection, request), in: id.pool)
    case .closed(let call):
      processes[id]?.connections[connection] = nil
      handle(.closed(id, connection, inAnswerTo: call), in: id.pool)
    }
  }

  /// Starts the program of a process whose Lambda Runtime API is ready.
  private func launch(_ id: ProcessID, with listening: Result<RuntimeAPIListener, any Error>) {
    guard let process = processes[id] else { return }
    do {
      process.listener = try listening.get()
      guard !process.isUnwanted, let service = pools[id.pool] else { return remove(process) }
      try spawn(process, of: service)
    } catch {
      let reason = (error as? ChildProcess.SpawnError)?.reason ?? "\(error)"
      handle(.notStarted(id, reason: reason), in: id.pool)
      remove(process)
    }
  }

  /// Starts the program of `process`.
  private func spawn(
    _ process: RunningProcess, of service: LoadedService
  ) throws(ChildProcess.SpawnError) {
    let sentinel = try watcher()
    let pipe = try DescriptorPair.pipeFromChild()
    defer { close(pipe.child) }
    let id = process.id
    let program = service.program
    let environment = environment(of: service, at: process.listener)
    let start = ChildProcess.Program(
      executable: program.executable, arguments: program.arguments,
      environment: environment.variables, workingDirectory: program.folder)
    do throws(ChildProcess.SpawnError) {
      let child = try ChildProcess(
        start, input: NullDevice.descriptor, output: pipe.child, error: pipe.child
      ) { child, status in
        sentinel.forget(child.pid)
        self.later { $0.noteEnd(of: id, status) }
      }
      sentinel.watch(child.pid)
      process.child = child
      watchMemory()
    } catch {
      close(pipe.own)
      throw error
    }
    readLog(of: id, from: pipe.own)
  }

  /// Reads what the process `id` prints.
  private func readLog(of id: ProcessID, from descriptor: CInt) {
    LogReader.read(descriptor, on: eventLoop) { bytes in
      self.assumeIsolated { $0.takeLog(bytes, of: id) }
    }.whenFailure { _ in
      close(descriptor)
      self.assumeIsolated { $0.takeLog(nil, of: id) }
    }
  }

  /// Takes what the process `id` printed, or its end.
  private func takeLog(_ bytes: ByteBuffer?, of id: ProcessID) {
    guard let process = processes[id] else { return }
    if let bytes {
      for line in process.splitter.push(bytes.readableBytesView) { note(line, of: id) }
    } else {
      process.isLogComplete = true
      if process.status != nil { conclude(id) }
    }
  }

  /// Notes that the process `id` ended; what it printed may still be on its way.
  private func noteEnd(of id: ProcessID, _ status: ExitStatus) {
    guard let process = processes[id] else { return }
    process.status = status
    process.killTimer?.cancel()
    guard !process.isLogComplete else { return conclude(id) }
    eventLoop.scheduleTask(in: Self.logGrace) { self.assumeIsolated { $0.conclude(id) } }
  }

  /// Drops the process `id`, which has ended.
  private func conclude(_ id: ProcessID) {
    guard let process = processes[id], let status = process.status else { return }
    if let line = process.splitter.finish() { note(line, of: id) }
    handle(.exited(id, status), in: id.pool)
    remove(process)
  }

  /// Frees what `process` used.
  private func remove(_ process: RunningProcess) {
    reportEndingCall(of: process)
    process.listener?.close()
    processes[process.id] = nil
    for connection in process.connections.values { connection.value.close() }
    guard processes.isEmpty else { return }
    for waiter in endWaiters { waiter.resume() }
    endWaiters = []
  }
}

extension Duration {
  /// The time since 1970 by the system's clock.
  static var sinceEpoch: Duration {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
