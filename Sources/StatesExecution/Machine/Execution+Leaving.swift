import JSON
import StatesLanguage

extension Execution {
  /// Leaves the state of `strand`: evaluates what it sets and hands on, and goes to what follows.
  ///
  /// `value` is handed on unless there is an `Output`; `result` is what `$states.result` reads.
  mutating func leave(
    _ strand: inout Strand, _ index: Int, handingOn value: JSONValue, result: JSONValue? = nil
  ) throws(StateError) -> Step {
    let code = strand.code
    let (output, assigned) = try evaluate(code.result, strand, default: value, result: result)
    return try leave(
      &strand, index, output: output, assigned: assigned, shape: code.result.assignShape,
      next: code.next)
  }

  /// Leaves the state of `strand` with `output`.
  mutating func leave(
    _ strand: inout Strand, _ index: Int, output: JSONValue,
    assigned: [(slot: Int, value: JSONValue)], shape: JSONShape, next: Int?
  ) throws(StateError) -> Step {
    try checkSize(of: output, before: strand.input, name: strand.code.name)
    let growth = assigned.isEmpty ? 0 : try checkVariables(assigned, of: strand)
    let isShown = !assigned.isEmpty && (options.recordsHistory || strand.visit >= 0)
    let object = isShown ? JSONObject(shape: shape, values: assigned.map(\.value)) : nil
    strand.lastEvent = record(
      strand.code.type.exitedEvent, after: strand.lastEvent,
      .exited(name: strand.code.name, output: output, assigned: object))
    if !assigned.isEmpty {
      VariableFrame.assign(assigned, in: &strand.variables)
      variableBytes += growth
    }
    if strand.visit >= 0 {
      visits[strand.visit].left = now
      visits[strand.visit].output = output
      visits[strand.visit].assigned = object
      visits[strand.visit].next = next.map { program.states[$0].name }
    }
    guard let next else { return complete(strand, index, with: output) }
    strand.code = program.states[next]
    strand.input = output
    strand.phase = .entering
    return .go
  }

  /// What a state or a rule hands on and sets, all of it read before anything is set.
  mutating func evaluate(
    _ result: ResultCode, _ strand: Strand, default value: JSONValue, result raw: JSONValue?
  ) throws(StateError) -> Handover {
    if let flow = strand.code.flow {
      return try evaluate(result, flow, strand, default: value, result: raw)
    }
    return try evaluate(result, strand, default: value, result: raw, errorOutput: nil)
  }

  /// What `catcher` hands on and sets.
  func evaluate(
    _ catcher: CatcherCode, _ strand: Strand, _ errorOutput: JSONValue
  ) throws(StateError) -> Handover {
    guard strand.code.flow != nil else {
      return try evaluate(
        catcher.result, strand, default: errorOutput, result: nil, errorOutput: errorOutput)
    }
    let output = try catcher.placement.value(of: errorOutput, in: strand.input)
    return (output, try assigned(by: catcher.result, strand, at: errorOutput))
  }

  /// What a state, rule or catcher in JSONata hands on and sets.
  private func evaluate(
    _ result: ResultCode, _ strand: Strand, default value: JSONValue, result raw: JSONValue?,
    errorOutput: JSONValue?
  ) throws(StateError) -> Handover {
    if result.assign.isEmpty, result.output == nil { return (value, []) }
    let scope = scope(of: strand, result: raw, errorOutput: errorOutput)
    var assigned: [(slot: Int, value: JSONValue)] = []
    for (slot, template) in result.assign {
      assigned.append((slot, try template.evaluate(in: scope)))
    }
    return (try result.output?.evaluate(in: scope) ?? value, assigned)
  }

  /// The value that is handed on, and those that are set.
  typealias Handover = (output: JSONValue, assigned: [(slot: Int, value: JSONValue)])

  /// Ends `strand` with `output`.
  private mutating func complete(
    _ strand: Strand, _ index: Int, with output: JSONValue
  ) -> Step {
    guard let parent = strand.parent else {
      record(.executionSucceeded, after: strand.lastEvent, .output(output))
      finish(.succeeded(output), strand)
      return .end
    }
    forgetVariables(of: strand)
    freeStrands.append(index)
    childSucceeded(strand, of: parent, with: output)
    return .end
  }

  /// Ends the execution, of which `root` is the outermost strand.
  mutating func finish(_ outcome: ExecutionOutcome, _ root: Strand?) {
    guard self.outcome == nil else { return }
    if let root { finalVariables = names(of: root.variables, inGraph: root.code.graph) }
    self.outcome = outcome
    for id in tasks.keys { actions.append(.cancelTask(id)) }
    for id in childTasks.keys { actions.append(.cancelTask(id)) }
    for id in timers.keys { actions.append(.cancelTimer(id)) }
    tasks = [:]
    childTasks = [:]
    readyChildren = []
    mapRuns = [:]
    timers = [:]
    strands = []
    actions.append(.finish(outcome))
  }
}

extension JSONValue {
  /// Whether both are the same object or list in memory.
  func isSameReference(as other: JSONValue?) -> Bool {
    switch (self, other) {
    case (.object(let a), .object(let b)): a === b
    case (.array(let a), .array(let b)): a === b
    case (.string(let a), .string(let b)): a === b
    default: false
    }
  }
}
