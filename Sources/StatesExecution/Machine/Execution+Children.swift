import JSON
import StatesLanguage

extension Execution {
  /// Starts as many child executions as may run at once; ends the run when all have ended.
  mutating func continueMapRun(
    _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    guard case .map(let map) = strand.code.action else { return .wait }
    while let position = mapRuns[index]?.takeNext() {
      let address = ChildAddress(strand: index, position: position)
      guard var child = makeChild(map, address) else { break }
      let steps = child.start()
      mapRuns[index]?.children[position] = MapRun.Child(execution: child)
      perform(steps, of: address)
      try noteEnd(of: address, in: strand)
    }
    guard let run = mapRuns[index], run.hasEnded else { return .wait }
    return try finishMapRun(run, &strand, index)
  }

  /// The child execution at `address`.
  private mutating func makeChild(_ map: MapCode, _ address: ChildAddress) -> Execution? {
    guard let run = mapRuns[address.strand] else { return nil }
    var context = run.childContext
    context.executionName = random.uuid()
    context.executionID =
      run.machineARN.replacing(":stateMachine:", with: ":execution:") + ":\(context.executionName)"
    var options = options
    options.recordsHistory = false
    options.seed = random.next()
    options.timeLimit = nil
    if map.distribution?.isExpress == true { options.limitAsExpress() }
    var child = Execution(
      program, root: map.processor, input: run.inputs[address.position], context: context, at: now,
      options: options)
    child.expressions = expressions
    return child
  }

  /// Tells a child execution of an event about its task that is `id` here.
  mutating func pass(_ event: ExecutionEvent, to address: ChildAddress, endOf id: TaskID) {
    switch event {
    case .taskSubmitted, .heartbeat: break
    default:
      childTasks[id] = nil
      child(address) { child, _ in child.tasks = child.tasks.filter { $0.value != id } }
    }
    pass(event, to: address)
  }

  /// Lets the child executions go on that have more to do.
  mutating func passNextTurn() {
    let addresses = readyChildren
    readyChildren = []
    for address in addresses where outcome == nil { pass(.nextTurn, to: address) }
  }

  /// Lets the child executions go on that stopped before a state.
  mutating func resumeChildren() {
    for (index, run) in mapRuns.sorted(by: { $0.key < $1.key }) {
      for position in run.children.keys.sorted()
      where run.children[position]?.execution.stopPoints.isEmpty == false {
        pass(.resume, to: ChildAddress(strand: index, position: position))
      }
    }
  }

  /// The strands of child executions that stopped before a state.
  var childStopPoints: [StopPoint] {
    mapRuns.sorted { $0.key < $1.key }.flatMap { index, run in
      run.children.sorted { $0.key < $1.key }.flatMap { position, child in
        child.execution.stopPoints.map { point in
          var point = point
          point.path = (strands[index]?.path ?? []) + [position] + point.path
          return point
        }
      }
    }
  }

  /// Tells a child execution of an event, and goes on with its Map.
  mutating func pass(_ event: ExecutionEvent, to address: ChildAddress) {
    let index = address.strand
    guard var child = mapRuns[index]?.children.removeValue(forKey: address.position),
      var strand = strands[index]
    else { return }
    let steps = child.execution.handle(event, at: now)
    let hasEnded = child.execution.outcome != nil
    mapRuns[index]?.children[address.position] = child
    perform(steps, of: address)
    guard hasEnded else { return }
    strands[index] = nil
    settle(index, &strand) { parent, strand throws(StateError) in
      do throws(StateError) {
        try parent.noteEnd(of: address, in: strand)
        return try parent.continueMapRun(&strand, index)
      } catch {
        throw parent.failMapRun(error, &strand, index)
      }
    }
  }

  /// Passes the actions of a child execution on under numbers of this one.
  private mutating func perform(_ steps: [ExecutionAction], of address: ChildAddress) {
    for step in steps {
      switch step {
      case .invoke(var request):
        request.id = adopt(request.id, of: address)
        request.path.insert(address.position, at: 0)
        actions.append(.invoke(request))
      case .readItems(let id, let request):
        actions.append(.readItems(adopt(id, of: address), request))
      case .writeResults(let id, let bucket, let objects):
        actions.append(.writeResults(adopt(id, of: address), bucket: bucket, objects: objects))
      case .setTimer(let id, let time):
        child(address) { $0.timers[id] = $1.setTimer(.child(address, id), at: time) }
      case .cancelTimer(let id):
        child(address) { $1.cancelTimer($0.timers.removeValue(forKey: id)) }
      case .cancelTask(let id):
        child(address) { child, parent in
          guard let own = child.tasks.removeValue(forKey: id) else { return }
          parent.childTasks[own] = nil
          parent.actions.append(.cancelTask(own))
        }
      case .takeNextTurn: readyChildren.append(address)
      case .finish: break
      }
    }
  }

  /// The number that a task of a child execution has here.
  private mutating func adopt(_ id: TaskID, of address: ChildAddress) -> TaskID {
    let own = TaskID(number: newNumber())
    childTasks[own] = ChildTask(address: address, id: id)
    child(address) { child, _ in child.tasks[id] = own }
    return own
  }

  /// Changes what is noted of a child execution.
  mutating func child(
    _ address: ChildAddress, _ change: (inout MapRun.Child, inout Execution) -> Void
  ) {
    guard var child = mapRuns[address.strand]?.children.removeValue(forKey: address.position)
    else { return }
    change(&child, &self)
    mapRuns[address.strand]?.children[address.position] = child
  }

  /// Notes what came of a child execution, if it has ended; throws if that is one failure too many.
  private mutating func noteEnd(
    of address: ChildAddress, in strand: Strand
  ) throws(StateError) {
    guard let child = mapRuns[address.strand]?.children[address.position]?.execution,
      let outcome = child.outcome
    else { return }
    mapRuns[address.strand]?.children[address.position] = nil
    keepVisits(of: child, under: strand.path + [address.position])
    let result = outcome.result
    mapRuns[address.strand]?.results[address.position] = ResultWriting.ChildResult(
      arn: child.context.context.executionID, name: child.context.context.executionName,
      input: child.context.input, result: result, start: child.context.startTime, stop: now)
    guard case .failure = result else { return }
    mapRuns[address.strand]?.failures += 1
    guard mapRuns[address.strand]?.failsTooOften == true else { return }
    throw StateError(
      ErrorName.exceedToleratedFailure,
      cause: "The specified tolerated failure threshold was exceeded")
  }

  /// Keeps the stays in states of a child execution.
  private mutating func keepVisits(of child: Execution, under path: [Int]) {
    for var visit in child.visits {
      visit.path = path + visit.path
      visits.append(visit)
    }
  }
}

extension ExecutionOutcome {
  /// What came of a child execution.
  fileprivate var result: Result<JSONValue, StateError> {
    switch self {
    case .succeeded(let output): .success(output)
    case .failed(let error): .failure(error)
    case .timedOut: .failure(StateError(ErrorName.timeout))
    case .cancelled: .failure(StateError(nil))
    }
  }
}
