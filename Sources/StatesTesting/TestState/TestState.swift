package import JSON
package import StatesExecution
package import StatesLanguage

/// Runs single states, as the TestState API does.
package struct TestState: Sendable {
  /// What answers calls without a mock.
  let tasks: any TaskHandler

  /// The time.
  let now: Timestamp

  /// The account of ARNs, where no role names one.
  let account: String

  /// Creates a tester whose calls without a mock `tasks` answers.
  package init(tasks: any TaskHandler, now: Timestamp, account: String = "123456789012") {
    self.tasks = tasks
    self.now = now
    self.account = account
  }

  /// The response to `request`, in which the texts of JSON are the values themselves.
  package func respond(to request: TestStateRequest) async throws(RequestRefusal) -> JSONValue {
    let run = try prepare(request)
    let execution = try await finish(run)
    var response = TestStateResponse(execution: execution, run: run)
    if let error = response.uncaughtError { response.handler = try run.handler(of: error) }
    return response.json
  }

  /// The run of the state that `request` is about.
  private func prepare(_ request: TestStateRequest) throws(RequestRefusal) -> TestStateRun {
    let subject = try TestStateSubject(request)
    let result = try request.check(subject)
    return try TestStateRun(
      request: request, subject: subject, mockedResult: result, now: now, account: account)
  }

  /// Runs the state until it is left or fails, or is to be tried again.
  private func finish(_ run: TestStateRun) async throws(RequestRefusal) -> Execution {
    var execution = run.execution
    var actions = execution.start(
      from: run.subject.state.name, variables: run.variables, stateInput: run.request.input)
    while execution.outcome == nil, !execution.isStopped, execution.visits.first?.retrier == nil {
      guard let event = await nextEvent(actions, run) else { break }
      actions = execution.handle(event.event, at: event.time)
    }
    if let mistake = execution.mockMistake { throw .invalid(mistake) }
    return execution
  }

  /// What happens after `actions`.
  private func nextEvent(
    _ actions: [ExecutionAction], _ run: TestStateRun
  ) async -> (event: ExecutionEvent, time: Timestamp)? {
    for action in actions {
      guard case .invoke(let request) = action else { continue }
      switch await outcome(of: request, run).result {
      case .success(let value): return (.taskSucceeded(request.id, value), now)
      case .failure(let error): return (.taskFailed(request.id, error), now)
      }
    }
    for action in actions {
      if case .setTimer(let id, let time) = action { return (.timerFired(id), time) }
    }
    return nil
  }

  /// What comes of a call.
  private func outcome(of request: TaskRequest, _ run: TestStateRun) async -> TaskOutcome {
    if let result = run.mockedResult { return .success(result) }
    if let error = run.request.mock?.error { return .failure(error.error, cause: error.cause) }
    return await tasks.perform(request)
  }
}
