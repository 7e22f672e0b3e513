import JSON
import StatesExecution
import StatesLanguage
import Synchronization
import Testing

@Suite struct ExecutionDriverTests {
  /// A JSONata machine of `states` that starts with the first.
  private func program(_ states: [State]) throws -> Program {
    try Program(StateMachine(startAt: states[0].name, states: states))
  }

  /// A task called `name`.
  private func task(_ name: String, next: String?, arguments: Template? = nil) -> State {
    State(
      name: name,
      kind: .task(TaskState(resource: "arn:aws:states:::lambda:invoke", arguments: arguments)),
      transition: next.map { .next($0) } ?? .end, assign: [name: "{% $states.result %}"])
  }

  @Test func `stops before a state and goes on`() async throws {
    let program = try program([
      task("A", next: "B", arguments: "a"), task("B", next: "C", arguments: "b"),
      task("C", next: nil, arguments: "c"),
    ])
    var options = Execution.Options()
    options.stopsBefore = { $0 != "A" }
    let driver = ExecutionDriver(tasks: ScriptedTasks())
    let first = await driver.run(
      Execution(program, input: ["i": 1], at: .epoch, options: options))
    guard case .stopped(let points) = first.status else {
      Issue.record("\(first.status)")
      return
    }
    #expect(points.map(\.state) == ["B"])
    #expect(points.first?.input == "a")
    #expect(points.first?.variables == ["A": "a"])
    let second = await driver.resume(first)
    guard case .stopped(let points) = second.status else {
      Issue.record("\(second.status)")
      return
    }
    #expect(points.first?.variables == ["A": "a", "B": "b"])
    let third = await driver.resume(second)
    #expect(third.output == "c")
    #expect(third.variables == ["A": "a", "B": "b", "C": "c"])
    #expect(await driver.resume(first).execution.stopPoints.first?.state == "C")
  }

  @Test func `stops every branch, once the others have come to rest`() async throws {
    let branches = ["X", "Y"].map { name in
      StateGraph(
        startAt: "wait\(name)",
        states: [
          State(
            name: "wait\(name)", kind: .wait(WaitState(.seconds(5))), transition: .next(name)),
          State(name: name, kind: .pass(PassState()), transition: .end),
        ])
    }
    let parallel = State(
      name: "P", kind: .parallel(ParallelState(branches: branches)), transition: .end)
    var options = Execution.Options()
    options.stopsBefore = { $0 == "X" }
    let driver = ExecutionDriver(tasks: ScriptedTasks())
    let stopped = await driver.run(
      Execution(try program([parallel]), input: 1, at: .epoch, options: options))
    #expect(stopped.execution.stopPoints.map(\.state) == ["X"])
    #expect(stopped.execution.stopPoints.map(\.path) == [[0]])
    #expect(stopped.duration == .seconds(5))
    #expect(await driver.resume(stopped).output == [1, 1])
  }

  @Test func `starts inside a branch`() async throws {
    let inner = State(
      name: "B", kind: .pass(PassState()), transition: .end,
      output: ["{% $outer %}", "{% $states.input %}"])
    let parallel = State(
      name: "P",
      kind: .parallel(ParallelState(branches: [StateGraph(startAt: "B", states: [inner])])),
      transition: .end, assign: ["outer": 0])
    let result = await ExecutionDriver(tasks: ScriptedTasks()).run(
      Execution(try program([parallel]), input: 2, at: .epoch), from: "B",
      variables: ["outer": 1])
    #expect(result.output == [1, 2])
  }

  @Test func `an expression without end is given up after a second`() async throws {
    let endless = State(
      name: "A", kind: .pass(PassState()), transition: .end,
      output: "{% ($f := function($n) { $f($n + 1) }; $f(0)) %}")
    let result = await ExecutionDriver(tasks: ScriptedTasks()).run(
      Execution(try program([endless]), input: 0, at: .epoch))
    #expect(result.error?.error == "States.QueryEvaluationError")
  }

  @Test func `starts from a state with variables and an input`() async throws {
    let program = try program([
      task("A", next: "B"),
      State(
        name: "B", kind: .pass(PassState()), transition: .end,
        output: ["{% $A %}", "{% $states.input %}", "{% $other %}"]),
    ])
    let result = await ExecutionDriver(tasks: ScriptedTasks()).run(
      Execution(program, input: 2, at: .epoch), from: "B", variables: ["A": 1, "other": 3])
    #expect(result.output == [1, 2, 3])
  }

  @Test func `records what each state did`() async throws {
    let retrier = Retrier(errors: ["Busy"], intervalSeconds: 3)
    let state = State(
      name: "A",
      kind: .task(
        TaskState(
          resource: "arn:aws:states:::lambda:invoke", arguments: ["q": 1], retriers: [retrier])),
      transition: .end, assign: ["x": 5], output: "out")
    var options = Execution.Options()
    options.recordsVisits = true
    let tasks = ScriptedTasks([
      "A": [.failure("Busy", duration: .seconds(1)), .success("raw", duration: .seconds(2))]
    ])
    let result = await ExecutionDriver(tasks: tasks).run(
      Execution(try program([state]), input: 0, at: .epoch, options: options))
    let visit = try #require(result.visits.first)
    #expect(visit.input == 0)
    #expect(visit.arguments == ["q": 1])
    #expect(visit.result == "raw")
    #expect(visit.output == "out")
    #expect(visit.assigned?["x"] == 5)
    #expect(visit.attempts.map(\.error?.error) == ["Busy", nil])
    #expect(visit.duration == .seconds(6))
    #expect(tasks.calls.map(\.retryCount) == [0, 1])
  }

  @Test func `runs calls of branches at the same time`() async throws {
    let branches = (0..<20).map { index in
      StateGraph(startAt: "T\(index)", states: [task("T\(index)", next: nil)])
    }
    let meeting = Meeting(count: branches.count)
    let parallel = State(
      name: "P", kind: .parallel(ParallelState(branches: branches)), transition: .end)
    let driver = ExecutionDriver(
      tasks: ClosureTaskHandler { _ in
        await meeting.arrive()
        return .success(1)
      })
    let result = await driver.run(Execution(try program([parallel]), input: 0, at: .epoch))
    #expect(result.output?.arrayValue?.count == 20)
  }

  @Test func `cancelling the task cancels the run and its calls`() async throws {
    let program = try program([task("A", next: nil)])
    let wasCancelled = Mutex(false)
    let driver = ExecutionDriver(
      tasks: ClosureTaskHandler { _ in
        try? await Task.sleep(for: .seconds(60))
        return .failure(Task.isCancelled ? "cancelled" : "slept")
      })
    let run = Task { await driver.run(Execution(program, input: 0, at: .epoch)) }
    run.cancel()
    let result = await run.value
    if case .cancelled = result.status { wasCancelled.withLock { $0 = true } }
    #expect(wasCancelled.withLock { $0 })
    #expect(result.history.last?.type == .executionAborted)
  }

  @Test func `an endless machine can be cancelled and is stopped by the event limit`() async throws
  {
    let loop = State(name: "A", kind: .pass(PassState()), transition: .next("A"))
    let program = try program([loop])
    var options = Execution.Options()
    options.recordsHistory = false
    let limited = await ExecutionDriver(tasks: ScriptedTasks()).run(
      Execution(program, input: 0, at: .epoch, options: options))
    #expect(
      limited.error?.cause == "The execution reached the maximum number of history events (25000).")
    options.eventLimit = nil
    let endless = Execution(program, input: 0, at: .epoch, options: options)
    let run = Task { await ExecutionDriver(tasks: ScriptedTasks()).run(endless) }
    try await Task.sleep(for: .milliseconds(20))
    run.cancel()
    guard case .cancelled = await run.value.status else {
      Issue.record("not cancelled")
      return
    }
  }

  @Test func `shows the events as they happen`() async throws {
    let seen = Mutex<[String]>([])
    let driver = ExecutionDriver(
      tasks: ScriptedTasks(),
      observer: { event in seen.withLock { $0.append(event.type.rawValue) } })
    let result = await driver.run(
      Execution(try program([task("A", next: nil)]), input: 0, at: .epoch))
    #expect(seen.withLock { $0 } == result.history.map(\.type.rawValue))
  }

  @Test func `time limits hold for calls on the virtual clock too`() async throws {
    let state = State(
      name: "A",
      kind: .task(TaskState(resource: "arn:aws:states:::lambda:invoke", timeoutSeconds: 1)),
      transition: .end)
    let driver = ExecutionDriver(
      tasks: ClosureTaskHandler { _ in
        try? await Task.sleep(for: .seconds(60))
        return .success(nil)
      })
    let result = await driver.run(Execution(try program([state]), input: 0, at: .epoch))
    #expect(result.error?.error == "States.Timeout")
  }

  @Test func `the real clock waits`() async throws {
    let state = State(name: "A", kind: .wait(WaitState(.seconds(1))), transition: .end)
    let start = ContinuousClock.now
    let driver = ExecutionDriver(tasks: ScriptedTasks(), mode: .real)
    _ = await driver.run(Execution(try program([state]), input: 0, at: .epoch))
    #expect(ContinuousClock.now - start >= .seconds(1))
  }
}

/// Lets nobody go before all have come.
private actor Meeting {
  private let count: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(count: Int) { self.count = count }

  func arrive() async {
    await withCheckedContinuation { continuation in
      waiting.append(continuation)
      guard waiting.count == count else { return }
      for one in waiting { one.resume() }
    }
  }
}
