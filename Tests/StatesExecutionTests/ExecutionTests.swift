import JSON
import StatesExecution
import StatesLanguage
import Testing

@Suite struct ExecutionTests {
  /// A machine with one task and these retriers.
  private func program(retriers: [Retrier] = []) throws -> Program {
    let task = TaskState(
      resource: "arn:aws:states:::lambda:invoke", timeoutSeconds: 10, retriers: retriers)
    let state = State(name: "A", kind: .task(task), transition: .end)
    return try Program(StateMachine(startAt: "A", states: [state]))
  }

  @Test func `answers events with actions`() throws {
    var execution = Execution(try program(), input: ["a": 1], at: .epoch)
    let actions = execution.start()
    guard case .setTimer(let timer, let time) = actions.first(where: \.isTimer),
      case .invoke(let request) = actions.first(where: \.isCall)
    else {
      Issue.record("\(actions)")
      return
    }
    #expect(time == Timestamp(seconds: 10))
    #expect(request.arguments == ["a": 1])
    let after = execution.handle(.taskSucceeded(request.id, "done"), at: Timestamp(seconds: 3))
    guard case .cancelTimer(timer) = after.first, case .finish(.succeeded("done")) = after.last
    else {
      Issue.record("\(after)")
      return
    }
    #expect(execution.handle(.timerFired(timer), at: Timestamp(seconds: 10)).isEmpty)
  }

  @Test func `jitter comes from the seed`() throws {
    let retrier = Retrier(errors: ["E"], intervalSeconds: 100, jitter: .full)
    var delays: [Duration] = []
    for seed: UInt64 in [1, 1, 2] {
      var options = Execution.Options()
      options.seed = seed
      var execution = Execution(
        try program(retriers: [retrier]), input: 0, at: .epoch, options: options)
      guard case .invoke(let request) = execution.start().first(where: \.isCall) else { continue }
      let actions = execution.handle(.taskFailed(request.id, StateError("E")), at: .epoch)
      guard case .setTimer(_, let time) = actions.first(where: \.isTimer) else { continue }
      delays.append(Timestamp.epoch.duration(to: time))
    }
    #expect(delays.count == 3)
    #expect(delays[0] == delays[1])
    #expect(delays[0] != delays[2])
    #expect(delays.allSatisfy { (.zero)...(.seconds(100)) ~= $0 })
  }

  @Test func `a result beyond 256 KiB is refused, which can be caught`() throws {
    let big = JSONValue.string(String(repeating: "a", count: 262_143))
    let cases: [(String, JSONValue?)] = [
      ("Other", nil), ("States.ALL", "caught"), ("States.DataLimitExceeded", "caught"),
    ]
    for (name, expected) in cases {
      let catcher = Catcher(errors: [name], output: "caught", next: "B")
      let task = TaskState(resource: "arn:aws:states:::lambda:invoke", catchers: [catcher])
      let machine = StateMachine(
        startAt: "A",
        states: [
          State(name: "A", kind: .task(task), transition: .end), State(name: "B", kind: .succeed),
        ])
      var execution = Execution(try Program(machine), input: 0, at: .epoch)
      guard case .invoke(let request) = execution.start().first(where: \.isCall) else { continue }
      _ = execution.handle(.taskSucceeded(request.id, big), at: .epoch)
      let cause =
        "The state/task 'lambda' returned a result with a size exceeding the maximum number of "
        + "bytes service limit."
      let error = StateError("States.DataLimitExceeded", cause: cause)
      #expect(execution.outcome == expected.map { .succeeded($0) } ?? .failed(error))
    }
  }

  @Test func `history reads as GetExecutionHistory shows it`() throws {
    var execution = Execution(try program(), input: ["a": 1], at: .epoch)
    guard case .invoke(let request) = execution.start().first(where: \.isCall) else { return }
    _ = execution.handle(.taskSucceeded(request.id, 5), at: Timestamp(seconds: 3))
    let texts = execution.history.map { JSONWriter.compact($0.json) }
    #expect(
      texts == [
        #"{"timestamp":"1970-01-01T00:00:00.000Z","type":"ExecutionStarted","id":1,"previousEventId":0,"executionStartedEventDetails":{"input":"{\"a\":1}","inputDetails":{"truncated":false},"roleArn":"arn:aws:iam::123456789012:role/StateMachine"}}"#,
        #"{"timestamp":"1970-01-01T00:00:00.000Z","type":"TaskStateEntered","id":2,"previousEventId":0,"stateEnteredEventDetails":{"name":"A","input":"{\"a\":1}","inputDetails":{"truncated":false}}}"#,
        #"{"timestamp":"1970-01-01T00:00:00.000Z","type":"TaskScheduled","id":3,"previousEventId":2,"taskScheduledEventDetails":{"resourceType":"lambda","resource":"invoke","region":"us-east-1","parameters":"{\"a\":1}","timeoutInSeconds":10}}"#,
        #"{"timestamp":"1970-01-01T00:00:00.000Z","type":"TaskStarted","id":4,"previousEventId":3,"taskStartedEventDetails":{"resourceType":"lambda","resource":"invoke"}}"#,
        #"{"timestamp":"1970-01-01T00:00:03.000Z","type":"TaskSucceeded","id":5,"previousEventId":4,"taskSucceededEventDetails":{"resourceType":"lambda","resource":"invoke","output":"5","outputDetails":{"truncated":false}}}"#,
        #"{"timestamp":"1970-01-01T00:00:03.000Z","type":"TaskStateExited","id":6,"previousEventId":5,"stateExitedEventDetails":{"name":"A","output":"5","outputDetails":{"truncated":false}}}"#,
        #"{"timestamp":"1970-01-01T00:00:03.000Z","type":"ExecutionSucceeded","id":7,"previousEventId":6,"executionSucceededEventDetails":{"output":"5","outputDetails":{"truncated":false}}}"#,
      ])
  }
}

extension ExecutionAction {
  /// Whether a timer is to be set.
  fileprivate var isTimer: Bool { if case .setTimer = self { true } else { false } }

  /// Whether a service is to be called.
  fileprivate var isCall: Bool { if case .invoke = self { true } else { false } }
}
