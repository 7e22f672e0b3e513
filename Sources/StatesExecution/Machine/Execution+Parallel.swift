import JSON
import StatesLanguage

extension Execution {
  /// Starts the branches of a Parallel state.
  mutating func start(
    _ parallel: ParallelCode, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    let arguments = parallel.arguments ?? strand.code.flow?.parameters
    let input = try arguments?.evaluate(in: scope(of: strand)) ?? strand.effectiveInput
    if strand.visit >= 0 { visits[strand.visit].arguments = arguments.map { _ in input } }
    if let mock = options.mock { return try leaveJoin(&strand, index, with: try mock.result.get()) }
    strand.lastEvent = record(.parallelStateStarted, after: strand.lastEvent, .none)
    let count = parallel.branches.count
    var join = Join(
      results: Array(repeating: nil, count: count), remaining: count, lastEvent: strand.lastEvent)
    for (position, graph) in parallel.branches.enumerated() {
      join.running[position] = addChild(
        of: strand, index, position: position, graph: graph, input: input, item: strand.item,
        after: strand.lastEvent)
    }
    strand.join = join
    strand.phase = .joining
    return .wait
  }

  /// Adds the strand of a branch or an iteration.
  mutating func addChild(
    of strand: Strand, _ index: Int, position: Int, graph: Int, input: JSONValue, item: MapItem?,
    after event: Int
  ) -> Int {
    let code = program.graphs[graph]
    let frame = VariableFrame(
      values: Array(repeating: nil, count: code.variables.count), parent: strand.variables)
    return addStrand(
      Strand(
        parent: index, position: position, path: strand.path + [position],
        code: program.states[code.start], input: input, variables: frame, item: item,
        lastEvent: event))
  }

  // MARK: - The end of a branch or an iteration

  /// Notes the output of a branch or an iteration of the strand at `parent`.
  mutating func childSucceeded(_ child: Strand, of parent: Int, with output: JSONValue) {
    guard var strand = strands[parent], var join = strand.join else { return }
    strands[parent] = nil
    strand.join = nil
    join.running[child.position] = nil
    join.results[child.position] = output
    join.remaining -= 1
    join.lastEvent = child.lastEvent
    strand.lastEvent = child.lastEvent
    if join.map != nil {
      strand.lastEvent = record(
        .mapIterationSucceeded, after: child.lastEvent,
        .iteration(name: strand.code.name, index: child.position))
    }
    proceed(&strand, parent, join)
  }

  /// Deals with an error that ended a branch or an iteration of the strand at `parent`.
  mutating func childFailed(_ child: Strand, of parent: Int, with error: StateError) {
    guard var strand = strands[parent], var join = strand.join else { return }
    strands[parent] = nil
    strand.join = nil
    join.running[child.position] = nil
    join.remaining -= 1
    join.lastEvent = child.lastEvent
    strand.lastEvent = child.lastEvent
    if strand.code.type == .parallel, child.code.type == .task {
      record(.taskStateAborted, after: child.lastEvent, .none)
    }
    if let error = failure(of: &join, error, child, strand) {
      abort(join)
      return settle(parent, &strand) { _, _ throws(StateError) in throw error }
    }
    proceed(&strand, parent, join)
  }

  /// Goes on after a branch or an iteration: starts further ones, or leaves the state.
  private mutating func proceed(_ strand: inout Strand, _ index: Int, _ join: Join) {
    var join = join
    if join.remaining == 0 {
      let result = JSONValue.array(join.results.compactMap(\.self))
      return settle(index, &strand) { execution, strand throws(StateError) in
        try execution.leaveJoin(&strand, index, with: result)
      }
    }
    guard join.map != nil else {
      strand.join = join
      strands[index] = strand
      return
    }
    settle(index, &strand) { execution, strand throws(StateError) in
      do throws(StateError) {
        try execution.startIterations(&join, &strand, index)
      } catch {
        execution.abort(join)
        throw error
      }
      strand.join = join
      return .wait
    }
  }

  /// Leaves a Parallel or Map state whose branches or iterations have all ended, of which the
  /// event `end` tells, or else the last event.
  mutating func leaveJoin(
    _ strand: inout Strand, _ index: Int, with result: JSONValue, after end: Int? = nil
  ) throws(StateError) -> Step {
    let type: HistoryEventType =
      strand.code.type == .map ? .mapStateSucceeded : .parallelStateSucceeded
    record(type, after: end ?? strand.lastEvent, .none)
    if strand.visit >= 0 { visits[strand.visit].result = result }
    return try leave(&strand, index, handingOn: result, result: result)
  }

  /// Ends all strands of `join` and those inside them.
  mutating func abort(_ join: Join) {
    for (_, index) in join.running.sorted(by: { $0.key < $1.key }) {
      guard let strand = strands[index] else { continue }
      strands[index] = nil
      forgetVariables(of: strand)
      freeStrands.append(index)
      if let inner = strand.join { abort(inner) }
      abort(strand, index)
    }
  }

  /// Takes back what `strand` waits for.
  private mutating func abort(_ strand: Strand, _ index: Int) {
    if strand.visit >= 0 { visits[strand.visit].left = now }
    if mapRuns[index] != nil {
      abortMapRun(at: index)
      record(.mapRunAborted, after: strand.lastEvent, .none)
    }
    switch strand.phase {
    case .exchanging(let id):
      tasks[id] = nil
      actions.append(.cancelTask(id))
    case .calling(let call):
      tasks[call.id] = nil
      actions.append(.cancelTask(call.id))
      cancelTimer(call.timeout)
      cancelTimer(call.heartbeat)
    case .waiting(let timer, _, _), .pausing(let timer): cancelTimer(timer)
    case .entering, .passing, .stopped: return
    case .retrying, .joining: break
    }
    if let type = strand.code.type.abortedEvent { record(type, after: strand.lastEvent, .none) }
  }
}
