import NIOCore
import NIOPosix
package import ServiceModel

/// Runs services as child processes, and calls them through a Lambda Runtime API of its own.
///
/// Nothing that a service does harms the host: a crash, a hang or a bad answer is the error of that
/// call, and the next call gets a new process. The host must be shut down when it is no longer
/// wanted; when its process dies, by whatever signal, its services die with it.
///
/// The host's work runs on one event loop, on which its connections are served too, so that a call
/// passes no thread on its way to the service.
package actor ServiceHost {
  /// What the host was told at its creation.
  package nonisolated let configuration: HostConfiguration

  /// The loop on which the host runs.
  nonisolated let eventLoop: any EventLoop

  /// The current service of each name.
  var services: [String: PoolID] = [:]

  /// The services, those among them whose last calls are still running.
  var pools: [PoolID: LoadedService] = [:]

  /// The processes.
  var processes: [ProcessID: RunningProcess] = [:]

  /// The calls that have not ended.
  var calls: [CallID: RunningCall] = [:]

  /// What the services printed, by name.
  var logs: [String: ServiceLog] = [:]

  /// The stage whose `.env.STAGE` services get.
  package internal(set) var stage: String

  /// The most processes of one service.
  package internal(set) var processLimit: Int

  /// Those who want to know which services are out of date, if there are any.
  var watch: ServiceWatch?

  /// The number of those who have wanted to know so far.
  var followers = 0

  /// What rings when the next timer of a process runs down, if any is set.
  var alarm: Alarm?

  /// Whether the memory of the processes is about to be measured.
  var isMemoryWatched = false

  /// Who ends the processes if the host cannot.
  var sentinel: Sentinel?

  /// Those who wait until there is no process.
  var endWaiters: [CheckedContinuation<Void, Never>] = []

  /// Whether the host has been shut down.
  var isShutDown = false

  /// The number of services loaded so far.
  private var loads = 0

  /// The number of connections so far.
  private var arrivals = 0

  /// Creates a host without services.
  package init(_ configuration: HostConfiguration) {
    self.configuration = configuration
    stage = configuration.stage
    processLimit = max(1, configuration.processLimit)
    eventLoop = MultiThreadedEventLoopGroup.singleton.any()
  }

  /// The event loop as the actor's executor.
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    eventLoop.executor.asUnownedSerialExecutor()
  }

  /// What is known of the loaded services, by name.
  package var descriptions: [String: ServiceDescription] {
    services.compactMapValues { pools[$0]?.description }
  }

  /// Where the loaded services come from, by name.
  package var sources: [String: ServiceSource] {
    services.compactMapValues { pools[$0]?.source }
  }

  /// Forgets `service`; the calls that it has are finished.
  package func unload(_ service: String) {
    guard let pool = services.removeValue(forKey: service) else { return }
    handle(.retire, in: pool)
    updateWatch()
  }

  /// Ends all calls and processes, and returns when the last one has ended.
  package func shutdown() async {
    isShutDown = true
    services = [:]
    for pool in pools.keys { handle(.stop, in: pool) }
    if !processes.isEmpty { await withCheckedContinuation { endWaiters.append($0) } }
    sentinel?.dismiss()
    sentinel = nil
    finishLogStreams()
    endWatch()
  }

  // MARK: -

  /// Puts `loaded` in the place of whatever had its name.
  func install(_ loaded: LoadedProgram, from source: ServiceSource, as name: String) {
    let id = makePool(of: loaded, from: source, as: name)
    let former = services.updateValue(id, forKey: name)
    if let former { handle(.retire, in: former) }
    updateWatch()
  }

  /// Makes the pool of `loaded`, which nobody can call by name yet.
  func makePool(
    of loaded: LoadedProgram, from source: ServiceSource, as name: String
  ) -> PoolID {
    loads += 1
    let id = PoolID(number: loads)
    let limits = ServicePool.Limits(
      processes: processLimit, queue: configuration.queueLimit,
      memory: loaded.description.function.memoryMegabytes, start: configuration.startTimeout)
    pools[id] = LoadedService(id: id, name: name, source: source, loaded: loaded, pool: limits)
    return id
  }

  /// A new identity for a connection.
  func nextConnection() -> ConnectionID {
    arrivals += 1
    return ConnectionID(number: arrivals)
  }

  /// Runs `body` on the host soon.
  nonisolated func later(_ body: @escaping @Sendable (isolated ServiceHost) -> Void) {
    eventLoop.execute { self.assumeIsolated { body($0) } }
  }
}
