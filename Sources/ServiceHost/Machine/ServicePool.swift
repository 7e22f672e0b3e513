/// The processes of one service and the calls that they work on: a machine without I/O.
///
/// A call goes to an idle process, else to a new one while there are fewer than the limit, else it
/// waits. A process that does not get ready fails the call that has waited longest, so that every
/// call ends even if the service never starts.
struct ServicePool: Sendable {
  /// The limits of a pool.
  struct Limits: Equatable, Sendable {
    /// The most processes at a time.
    var processes = 4

    /// The most calls that wait for a process; nil for any number.
    var queue: Int?

    /// The most memory of a process, in megabytes of 1,048,576 bytes.
    var memory = 256

    /// How long a process may take until it asks for a call.
    var start = Duration.seconds(10)

    /// How long a process that has answered is taken to be about to ask again.
    var settling = Duration.milliseconds(500)
  }

  /// A process with the call that it works on.
  struct Member: Sendable {
    /// What the process and the host say to each other.
    var session: RuntimeSession

    /// The call that the process works on.
    var call: Call?

    /// Whether it ends as soon as it has no call, for its variables are no longer those that are
    /// set.
    var isOutdated = false
  }

  /// The identity of the pool.
  let id: PoolID

  /// The service's name.
  let service: String

  /// The limits.
  var limits: Limits

  /// The processes that are not being ended.
  var members: [ProcessID: Member] = [:]

  /// The idle processes, the last used at the end.
  var idle: [ProcessID] = []

  /// The calls that wait for a process, in order.
  var waiting: [Call] = []

  /// Whether the pool keeps only the processes that its calls need.
  var isRetired = false

  /// How many processes were started.
  private var starts = 0

  /// Creates the pool of `service` without processes.
  init(id: PoolID, service: String, limits: Limits = Limits()) {
    self.id = id
    self.service = service
    self.limits = limits
  }

  /// Takes an event and returns what is to be done.
  mutating func handle(_ event: Event) -> [Action] {
    switch event {
    case .call(let call): receive(call)
    case .cancel(let call): cancel(call)
    case .request(let process, let connection, let request):
      receive(request, from: process, on: connection)
    case .closed(let process, let connection, let call):
      close(connection, of: process, inAnswerTo: call)
    case .exited(let process, let status): remove(process, after: status)
    case .notStarted(let process, let reason):
      lose(process, start: .failure(.notStarted(service, reason)))
    case .timeout(let process): expire(process)
    case .memory(let process, let bytes): measure(process, bytes)
    case .renew: renew()
    case .limit(let processes): limit(to: processes)
    case .retire: retire()
    case .stop: stop()
    }
  }

  // MARK: -

  /// Gives waiting calls to idle processes, and starts processes for the rest.
  mutating func assign() -> [Action] {
    var actions: [Action] = []
    while let call = waiting.first, let process = idle.popLast() {
      waiting.removeFirst()
      actions += deliver(call, to: process)
    }
    while members.count < limits.processes, waiting.count > expected {
      actions += start()
    }
    if isRetired, waiting.isEmpty {
      actions += end(members.filter { $0.value.call == nil }.keys)
    }
    return actions
  }

  /// How many processes are about to ask for a call.
  private var expected: Int {
    members.values.count { $0.session.state == .starting || $0.session.state == .answered }
  }

  /// Hands `call` to the idle `process`.
  private mutating func deliver(_ call: Call, to process: ProcessID) -> [Action] {
    members[process]?.call = call
    let actions = members[process]?.session.deliver(call) ?? []
    return translate(actions, of: process) + [.setTimer(process, call.timeout)]
  }

  /// Starts a process.
  private mutating func start() -> [Action] {
    starts += 1
    let process = ProcessID(pool: id, number: starts)
    members[process] = Member(session: RuntimeSession(service: service))
    return [.start(process), .setTimer(process, limits.start)]
  }

  /// Ends `unused`, processes without a call.
  mutating func end(_ unused: some Collection<ProcessID>) -> [Action] {
    for process in unused { forget(process) }
    return unused.sorted { $0.number < $1.number }.flatMap { [.cancelTimer($0), .terminate($0)] }
  }

  /// Drops `process` from the pool.
  mutating func forget(_ process: ProcessID) {
    members[process] = nil
    idle.removeAll { $0 == process }
  }
}
