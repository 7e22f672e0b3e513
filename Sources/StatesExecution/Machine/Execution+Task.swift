import JSON
import StatesLanguage

extension Execution {
  /// Makes the call of a Task state.
  mutating func call(
    _ task: TaskCode, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    let token = task.resource.hasToken ? makeToken() : nil
    let scope = scope(of: strand, token: token)
    let template = task.arguments ?? strand.code.flow?.parameters
    let arguments = try template?.evaluate(in: scope) ?? strand.effectiveInput
    try checkSize(of: arguments, before: strand.input, name: strand.code.name)
    note(strand.code.flow == nil ? .afterArguments : .afterParameters, arguments, in: strand)
    let schedule = TaskSchedule(
      resource: task.resource, region: context.context.region, parameters: arguments,
      timeout: try seconds(task.timeout, "TimeoutSeconds", scope),
      heartbeat: try seconds(task.heartbeat, "HeartbeatSeconds", scope),
      credentials: try task.credentials?.evaluate(in: scope))
    recordStart(schedule, &strand)
    let id = TaskID(number: newNumber())
    tasks[id] = index
    actions.append(.invoke(request(id, schedule, strand, token: token)))
    strand.phase = .calling(
      TaskCall(
        id: id, timeout: schedule.timeout.map { setTimer(.timeout(index), after: .seconds($0)) },
        heartbeat: schedule.heartbeat.map { setTimer(.heartbeat(index), after: .seconds($0)) },
        heartbeatSeconds: schedule.heartbeat))
    if strand.visit >= 0 {
      visits[strand.visit].arguments = arguments
      visits[strand.visit].attempts.append(StateVisit.Attempt(started: now))
    }
    return .wait
  }

  /// The value of a field that holds seconds.
  private func seconds(
    _ code: NumberCode?, _ name: String, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> Int? {
    guard let code else { return nil }
    let seconds = try code.integer(in: scope)
    guard (1...99_999_999).contains(seconds) else {
      throw code.refusal("The value of the field '\(name)' must be between 1 and 99999999.")
    }
    return seconds
  }

  /// The request of a call.
  private func request(
    _ id: TaskID, _ schedule: TaskSchedule, _ strand: Strand, token: String?
  ) -> TaskRequest {
    TaskRequest(
      id: id, state: strand.code.name, resource: schedule.resource,
      arguments: schedule.parameters, credentials: schedule.credentials,
      retryCount: strand.retryCount, timeoutSeconds: schedule.timeout,
      heartbeatSeconds: schedule.heartbeat, taskToken: token, path: strand.path)
  }

  /// Records that a task was scheduled and started.
  private mutating func recordStart(_ schedule: TaskSchedule, _ strand: inout Strand) {
    let resource = schedule.resource
    let scheduled = resource.event(
      lambda: .lambdaFunctionScheduled, activity: .activityScheduled, service: .taskScheduled)
    strand.lastEvent = record(scheduled, after: strand.lastEvent, .scheduled(schedule))
    let started = resource.event(
      lambda: .lambdaFunctionStarted, activity: .activityStarted, service: .taskStarted)
    strand.lastEvent = record(
      started, after: strand.lastEvent, resource.family == .service ? .task(resource) : .none)
  }

  /// A token that no other task has.
  private mutating func makeToken() -> String {
    String(random.next(), radix: 36) + String(random.next(), radix: 36)
  }

  // MARK: - The end of a call

  /// Goes on after the end of a call.
  mutating func taskEnded(_ id: TaskID, with result: Result<JSONValue, StateError>) {
    if let index = tasks[id], case .exchanging = strands[index]?.phase {
      if case .failure(let error) = result { exchangeFailed(id, with: error) }
      return
    }
    guard let index = tasks.removeValue(forKey: id), var strand = strands[index],
      case .calling(let call) = strand.phase, case .task(let task) = strand.code.action
    else { return }
    strands[index] = nil
    cancelTimer(call.timeout)
    cancelTimer(call.heartbeat)
    note(result, in: strand)
    settle(index, &strand) { execution, strand throws(StateError) in
      switch result {
      case .success(let value):
        return try execution.succeed(task.resource, &strand, index, with: value)
      case .failure(let error):
        execution.recordFailure(of: task.resource, error, &strand)
        throw error
      }
    }
  }

  /// Leaves a Task state with the result of its call.
  private mutating func succeed(
    _ resource: TaskResource, _ strand: inout Strand, _ index: Int, with value: JSONValue
  ) throws(StateError) -> Step {
    do throws(StateError) {
      try checkSize(of: value, before: nil, name: resource.nameInLimits)
    } catch {
      recordFailure(of: resource, error, &strand)
      throw error
    }
    let type = resource.event(
      lambda: .lambdaFunctionSucceeded, activity: .activitySucceeded, service: .taskSucceeded)
    strand.lastEvent = record(
      type, after: strand.lastEvent,
      resource.family == .service ? .taskOutput(resource, value) : .output(value))
    if strand.visit >= 0 { visits[strand.visit].result = value }
    note(.result, value, in: strand)
    return try leave(&strand, index, handingOn: value, result: value)
  }

  /// Records that a call failed or took too long.
  private mutating func recordFailure(
    of resource: TaskResource, _ error: StateError, _ strand: inout Strand
  ) {
    let isTimeout = error.error == ErrorName.timeout || error.error == ErrorName.heartbeatTimeout
    let type =
      isTimeout
      ? resource.event(
        lambda: .lambdaFunctionTimedOut, activity: .activityTimedOut, service: .taskTimedOut)
      : resource.event(
        lambda: .lambdaFunctionFailed, activity: .activityFailed, service: .taskFailed)
    strand.lastEvent = record(
      type, after: strand.lastEvent,
      resource.family == .service
        ? .taskFailure(resource, error: error.error, cause: error.cause)
        : .failure(error: error.error, cause: error.cause))
  }

  /// Notes the result of a call among the visits.
  private mutating func note(_ result: Result<JSONValue, StateError>, in strand: Strand) {
    guard strand.visit >= 0, let last = visits[strand.visit].attempts.indices.last else { return }
    visits[strand.visit].attempts[last].ended = now
    switch result {
    case .success(let value): visits[strand.visit].attempts[last].result = value
    case .failure(let error): visits[strand.visit].attempts[last].error = error
    }
  }

  /// Lets a strand go on with `body`, and keeps it if it has not ended.
  mutating func settle(
    _ index: Int, _ strand: inout Strand,
    _ body: (inout Execution, inout Strand) throws(StateError) -> Step
  ) {
    var step: Step
    do throws(StateError) {
      step = try body(&self, &strand)
    } catch {
      step = fail(&strand, index, with: error)
    }
    guard outcome == nil else { return }
    switch step {
    case .go:
      strands[index] = strand
      ready.append(index)
    case .wait: strands[index] = strand
    case .end: break
    }
  }

  // MARK: - Signs of life

  /// Records the first answer of a service that will answer later.
  mutating func taskSubmitted(_ id: TaskID, _ answer: JSONValue) {
    guard let index = tasks[id], let strand = strands[index],
      case .task(let task) = strand.code.action
    else { return }
    let event = record(
      .taskSubmitted, after: strand.lastEvent, .taskOutput(task.resource, answer))
    strands[index]?.lastEvent = event
  }

  /// Puts off the end of a call of which something was heard.
  mutating func taskIsAlive(_ id: TaskID) {
    guard let index = tasks[id], let strand = strands[index],
      case .calling(var call) = strand.phase, let seconds = call.heartbeatSeconds
    else { return }
    cancelTimer(call.heartbeat)
    call.heartbeat = setTimer(.heartbeat(index), after: .seconds(seconds))
    strands[index]?.phase = .calling(call)
  }

  /// Ends the call of the strand at `index` with `error`.
  mutating func endCall(of index: Int, with error: StateError) {
    guard let strand = strands[index], case .calling(let call) = strand.phase else { return }
    actions.append(.cancelTask(call.id))
    taskEnded(call.id, with: .failure(error))
  }
}
