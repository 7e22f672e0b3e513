package import JSON
package import JSONata
package import StatesLanguage

/// A run of a machine without input and output: it is told events and answers with actions.
///
/// A value: a copy is a snapshot, from which the run can go on in another way. The time is handed
/// in with every event; random numbers come from a seed.
package struct Execution: Sendable {
  /// How an execution runs.
  package struct Options: Sendable {
    /// Whether the history is kept; its events are counted in any case.
    package var recordsHistory = true

    /// Whether each stay in a state is recorded.
    package var recordsVisits = false

    /// The most events; nil for no limit.
    package var eventLimit: Int? = 25_000

    /// How long it may take; nil for no limit but the machine's own.
    package var timeLimit: Duration?

    /// The most bytes of an input, output or result; nil for no limit.
    package var dataLimit: Int? = 262_144

    /// How deep lists and objects may be nested in data: as deep as JSON can be read.
    package var depthLimit = JSONReader.Options().maximumDepth

    /// How many states are entered before others have their turn.
    package var statesPerTurn = 10_000

    /// How often retriers have already tried a state again when it is entered.
    package var retriesUsed = 0

    /// What stands in the place of the branches of Parallel states and the iterations of Maps.
    package var mock: MockedJoin?

    /// Whether causes begin with the state in which an expression failed.
    package var namesStateInCauses = true

    /// The seed of the random numbers.
    package var seed: UInt64 = 0

    /// Before which states a strand stops.
    package var stopsBefore: (@Sendable (String) -> Bool)?

    /// Creates the default options.
    package init() {}
  }

  /// The machine.
  package let program: Program

  /// The graph that it runs: the whole machine's, or what a distributed Map does with an item.
  let root: Int

  /// How it runs.
  package var options: Options

  /// The events so far, if they are kept.
  package internal(set) var history: [HistoryEvent] = []

  /// The stays in states so far, if they are recorded.
  package internal(set) var visits: [StateVisit] = []

  /// The number of events so far.
  package internal(set) var eventCount = 0

  /// Why a mock does not fit the Map that it stands in for.
  package internal(set) var mockMistake: String?

  /// How it ended.
  package internal(set) var outcome: ExecutionOutcome?

  /// The variables of the outermost scope when it ended.
  var finalVariables: [String: JSONValue] = [:]

  /// The bytes of all variables.
  var variableBytes = 0

  /// Makes the context object.
  private(set) var context: ContextObject

  /// The latest time handed in.
  var now: Timestamp

  /// The strands; places of ended ones are used again.
  var strands: [Strand?] = []

  /// The free places among the strands.
  var freeStrands: [Int] = []

  /// The strands that can go on at once, in turn from `firstReady`.
  var ready: [Int] = []

  /// The first of them.
  var firstReady = 0

  /// The strands whose calls are in flight.
  var tasks: [TaskID: Int] = [:]

  /// The runs of distributed Maps, by the strands of their states.
  var mapRuns: [Int: MapRun] = [:]

  /// The calls and reads of their child executions that are in flight.
  var childTasks: [TaskID: ChildTask] = [:]

  /// The child executions that have more to do at once.
  var readyChildren: [ChildAddress] = []

  /// The timers that are set.
  var timers: [TimerID: SetTimer] = [:]

  /// The number of the next task or timer.
  var nextNumber = 1

  /// The random numbers.
  var random: RandomSource

  /// What is to be done.
  var actions: [ExecutionAction] = []

  /// A timer that is set.
  struct SetTimer: Sendable {
    /// When it fires.
    var time: Timestamp

    /// What it is for.
    var purpose: TimerPurpose
  }

  /// What a timer is for.
  enum TimerPurpose: Sendable {
    /// The time limit of the execution.
    case execution
    /// The Wait state or the pause of a strand.
    case strand(Int)
    /// The time limit of a strand's call.
    case timeout(Int)
    /// The silence limit of a strand's call.
    case heartbeat(Int)
    /// A timer of a child execution.
    case child(ChildAddress, TimerID)
  }

  /// Creates a run of `program` with `input`.
  package init(
    _ program: Program, input: JSONValue, context: ExecutionContext = ExecutionContext(),
    at time: Timestamp, options: Options = Options()
  ) {
    self.init(program, root: 0, input: input, context: context, at: time, options: options)
  }

  /// Creates a run of the graph `root` of `program` with `input`.
  init(
    _ program: Program, root: Int, input: JSONValue, context: ExecutionContext,
    at time: Timestamp, options: Options
  ) {
    self.program = program
    self.root = root
    self.options = options
    self.context = ContextObject(context: context, input: input, startTime: time)
    now = time
    random = RandomSource(seed: options.seed)
  }

  /// Starts the run with the first state, or with the state `name` of whatever graph, on
  /// `stateInput` or else on the execution's input; `variables` are set by name in the scopes
  /// around it.
  package mutating func start(
    from name: String? = nil, variables: [String: JSONValue] = [:], stateInput: JSONValue? = nil
  ) -> [ExecutionAction] {
    let code =
      name.flatMap { program.state(named: $0) } ?? program.states[program.graphs[root].start]
    let (input, roleARN) = (context.input, context.context.roleARN)
    record(.executionStarted, after: 0, .started(input: input, roleARN: roleARN))
    if let limit = timeLimit { setTimer(.execution, after: limit) }
    let frame = frame(ofGraph: code.graph, with: variables)
    variableBytes = sequence(first: frame, next: \.parent).reduce(0) { $0 + $1.bytes }
    addStrand(
      Strand(
        parent: nil, position: 0, path: [], code: code, input: stateInput ?? input,
        variables: frame, item: nil, lastEvent: 0))
    return takeTurn()
  }

  /// How long it may take: the shorter of the limits of the service and of the machine.
  private var timeLimit: Duration? {
    let own = root == 0 ? program.machine.timeoutSeconds.map { Duration.seconds($0) } : nil
    return [own, options.timeLimit].compactMap(\.self).min()
  }

  /// Goes on after `event`.
  package mutating func handle(_ event: ExecutionEvent, at time: Timestamp) -> [ExecutionAction] {
    guard outcome == nil else { return [] }
    now = max(now, time)
    if let id = event.task, let task = childTasks[id] {
      pass(event.renamed(to: task.id), to: task.address, endOf: id)
    } else {
      act(on: event)
    }
    return takeTurn()
  }

  /// Deals with an event that is not a child execution's.
  private mutating func act(on event: ExecutionEvent) {
    switch event {
    case .taskSucceeded(let id, let result): taskEnded(id, with: .success(result))
    case .taskFailed(let id, let error): taskEnded(id, with: .failure(error))
    case .taskSubmitted(let id, let answer): taskSubmitted(id, answer)
    case .itemsRead(let id, let items): itemsRead(id, items)
    case .resultsWritten(let id): resultsWritten(id)
    case .heartbeat(let id): taskIsAlive(id)
    case .timerFired(let id): timerFired(id)
    case .nextTurn: passNextTurn()
    case .resume: resumeStopped()
    case .cancel: cancel()
    }
  }

  /// The execution's input.
  package var input: JSONValue { context.input }

  /// What expressions get besides variables: the clock of their time limit, functions of the host.
  ///
  /// Time and random numbers are the execution's.
  package var expressions: EvaluationEnvironment {
    get { context.expressions }
    set {
      context = ContextObject(
        context: context.context, input: context.input, startTime: context.startTime,
        expressions: newValue)
    }
  }

  /// The variables of the outermost scope: as they are, or as they were at the end.
  package var variables: [String: JSONValue] {
    guard outcome == nil, let root = strands.first ?? nil else { return finalVariables }
    return names(of: root.variables, inGraph: root.code.graph)
  }

  /// Whether it can only go on when it is told to go past the states before which it stopped.
  package var isStopped: Bool {
    guard options.stopsBefore != nil, outcome == nil, tasks.isEmpty, childTasks.isEmpty,
      firstReady >= ready.count, readyChildren.isEmpty
    else { return false }
    return timers.values.allSatisfy { limitsExecution($0.purpose) } && !stopPoints.isEmpty
  }

  /// Whether a timer for `purpose` is the time limit of the execution, or of a child execution.
  private func limitsExecution(_ purpose: TimerPurpose) -> Bool {
    switch purpose {
    case .execution: return true
    case .child(let address, let id):
      let child = mapRuns[address.strand]?.children[address.position]?.execution
      return child?.timers[id].map { child?.limitsExecution($0.purpose) == true } ?? false
    default: return false
    }
  }

  /// The strands that stopped before a state.
  package var stopPoints: [StopPoint] { ownStopPoints + childStopPoints }

  /// Those of its own.
  private var ownStopPoints: [StopPoint] {
    strands.compactMap { strand in
      guard let strand, case .stopped = strand.phase else { return nil }
      return StopPoint(
        state: strand.code.name, path: strand.path, input: strand.input,
        variables: names(of: strand.variables, inGraph: strand.code.graph))
    }
  }
}

extension ExecutionEvent {
  /// The call or read that it is about.
  fileprivate var task: TaskID? {
    switch self {
    case .taskSucceeded(let id, _), .taskFailed(let id, _), .taskSubmitted(let id, _),
      .itemsRead(let id, _), .resultsWritten(let id), .heartbeat(let id):
      id
    case .timerFired, .nextTurn, .resume, .cancel: nil
    }
  }

  /// The same about the call or read `id`.
  fileprivate func renamed(to id: TaskID) -> ExecutionEvent {
    switch self {
    case .taskSucceeded(_, let value): .taskSucceeded(id, value)
    case .taskFailed(_, let error): .taskFailed(id, error)
    case .taskSubmitted(_, let value): .taskSubmitted(id, value)
    case .itemsRead(_, let items): .itemsRead(id, items)
    case .resultsWritten: .resultsWritten(id)
    case .heartbeat: .heartbeat(id)
    case .timerFired, .nextTurn, .resume, .cancel: self
    }
  }
}

/// A strand that stopped before a state.
package struct StopPoint: Sendable {
  /// The state's name.
  package var state: String

  /// The iterations and branches around it, outermost first.
  package var path: [Int]

  /// The state's input, which is the output of what came before it.
  package var input: JSONValue

  /// The variables that it can read.
  package var variables: [String: JSONValue]
}
