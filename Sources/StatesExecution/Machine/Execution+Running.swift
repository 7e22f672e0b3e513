import JSON
import JSONata
import StatesLanguage

extension Execution {
  /// Lets the strands run that can, and returns what is to be done.
  mutating func takeTurn() -> [ExecutionAction] {
    var rest = options.statesPerTurn
    while outcome == nil, rest > 0, let index = popReady() {
      guard var strand = strands[index] else { continue }
      strands[index] = nil
      let isAlive = run(&strand, index, &rest)
      if isAlive { strands[index] = strand }
    }
    if outcome == nil, firstReady < ready.count || !readyChildren.isEmpty {
      actions.append(.takeNextTurn)
    }
    defer { actions = [] }
    return actions
  }

  /// The next strand that can go on.
  private mutating func popReady() -> Int? {
    guard firstReady < ready.count else {
      ready.removeAll(keepingCapacity: true)
      firstReady = 0
      return nil
    }
    defer { firstReady += 1 }
    return ready[firstReady]
  }

  /// Lets `strand` run until it waits for something; returns whether it has not ended.
  private mutating func run(_ strand: inout Strand, _ index: Int, _ rest: inout Int) -> Bool {
    while true {
      guard outcome == nil else { return false }
      guard rest > 0 else {
        ready.append(index)
        return true
      }
      rest -= 1
      switch step(&strand, index) {
      case .go: continue
      case .wait: return true
      case .end: return false
      }
    }
  }

  /// What a strand does after a step.
  enum Step {
    /// It goes on with its state, which may be another one now.
    case go
    /// It waits for something.
    case wait
    /// It has ended.
    case end
  }

  /// Enters the state of `strand`, or tries it again.
  private mutating func step(_ strand: inout Strand, _ index: Int) -> Step {
    switch strand.phase {
    case .entering:
      if let stops = options.stopsBefore, stops(strand.code.name) {
        strand.phase = .stopped
        return .wait
      }
      enter(&strand)
    case .passing: enter(&strand)
    case .retrying: break
    default: return .wait
    }
    guard outcome == nil else { return .end }
    do throws(StateError) {
      return try perform(&strand, index)
    } catch {
      return fail(&strand, index, with: error)
    }
  }

  /// Enters the state of `strand`.
  private mutating func enter(_ strand: inout Strand) {
    strand.eventBeforeEntry = strand.lastEvent
    strand.enteredTime = now
    strand.retryCount = 0
    strand.retriesUsed = []
    let code = strand.code
    strand.enteredEvent = record(
      code.type.enteredEvent, after: strand.lastEvent,
      .entered(name: code.name, input: strand.input))
    strand.lastEvent = strand.enteredEvent
    guard options.recordsVisits else { return }
    strand.visit = visits.count
    visits.append(
      StateVisit(state: code.name, path: strand.path, entered: now, input: strand.input))
  }

  /// Does what the state of `strand` does.
  private mutating func perform(
    _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    try selectInput(&strand)
    switch strand.code.action {
    case .pass: return try leave(&strand, index, handingOn: try passed(strand))
    case .task(let task): return try call(task, &strand, index)
    case .choice(let choice): return try choose(choice, &strand, index)
    case .wait(let wait): return try self.wait(wait, &strand, index)
    case .succeed: return try leave(&strand, index, handingOn: strand.effectiveInput)
    case .fail(let error, let cause): throw try failure(error, cause, strand)
    case .parallel(let parallel): return try start(parallel, &strand, index)
    case .map(let map): return try start(map, &strand, index)
    }
  }

  /// The error with which a Fail state ends.
  private func failure(
    _ error: TemplateCode?, _ cause: TemplateCode?, _ strand: Strand
  ) throws(StateError) -> StateError {
    let scope = scope(of: strand)
    return StateError(
      try error?.text("Error", in: scope), cause: try cause?.text("Cause", in: scope))
  }

  // MARK: - Strands

  /// Adds a strand that can go on at once.
  @discardableResult
  mutating func addStrand(_ strand: Strand) -> Int {
    let index: Int
    if let free = freeStrands.popLast() {
      index = free
      strands[index] = strand
    } else {
      index = strands.count
      strands.append(strand)
    }
    ready.append(index)
    return index
  }

  /// What the expressions of the state of `strand` may read.
  func scope(
    of strand: Strand, result: JSONValue? = nil, errorOutput: JSONValue? = nil,
    token: String? = nil
  ) -> EvaluationScope {
    let seed = options.seed &+ UInt64(eventCount) &* 0x9E37_79B9_7F4A_7C15
    return EvaluationScope(
      variables: strand.variables, input: strand.effectiveInput, result: result,
      errorOutput: errorOutput,
      state: strand.context(token: token), context: context,
      moment: EvaluationScope.Moment(now: now, seed: seed &+ UInt64(strand.position)))
  }

  /// The variables of a scope and those around it, by name.
  func names(of frame: VariableFrame, inGraph graph: Int) -> [String: JSONValue] {
    var found: [String: JSONValue] = [:]
    var frame: VariableFrame? = frame
    var graph: Int? = graph
    while let scope = frame, let index = graph {
      for (name, value) in zip(program.graphs[index].variables, scope.values) {
        if let value, found[name] == nil { found[name] = value }
      }
      frame = scope.parent
      graph = program.graphs[index].parent
    }
    return found
  }

  /// The frame of a graph and those around it, with values by name.
  func frame(ofGraph graph: Int, with variables: [String: JSONValue]) -> VariableFrame {
    let code = program.graphs[graph]
    return VariableFrame(
      values: code.variables.map { variables[$0] },
      parent: code.parent.map { frame(ofGraph: $0, with: variables) })
  }
}
