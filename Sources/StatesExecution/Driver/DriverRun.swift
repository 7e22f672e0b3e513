import JSONata
import StatesLanguage

/// One run of a driver.
struct DriverRun {
  /// The driver.
  let driver: ExecutionDriver

  /// The execution.
  var execution: Execution

  /// Whether the execution has more to do at once.
  private var hasMore = false

  /// The timers that are set.
  private var timers = TimerQueue()

  /// The calls in flight.
  private var calls: [TaskID: Call] = [:]

  /// Calls whose result is no longer wanted, which must still come to their end.
  private var abandoned: [Task<Void, Never>] = []

  /// How many events the observer has been shown.
  private var shownEvents: Int

  /// What calls and sleeps report.
  private let mailbox = Mailbox()

  /// A call in flight.
  private struct Call {
    var task: Task<Void, Never>
    var started: Timestamp
  }

  /// Starts or continues `execution`.
  init(driver: ExecutionDriver, execution: Execution) {
    self.driver = driver
    self.execution = execution
    shownEvents = execution.history.count
    limitExpressions()
    for (id, timer) in execution.timers { timers.insert(id, at: timer.time) }
  }

  /// Gives expressions a clock for their time limit, unless they have one.
  private mutating func limitExpressions() {
    guard execution.expressions.monotonicClock == nil else { return }
    let start = ContinuousClock.now
    execution.expressions.monotonicClock = {
      let (seconds, attoseconds) = (ContinuousClock.now - start).components
      return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
    }
    execution.expressions.isCancelled = { Task.isCancelled }
  }

  /// Performs `actions`.
  mutating func perform(_ actions: [ExecutionAction]) {
    hasMore = false
    for action in actions {
      switch action {
      case .invoke(let request): invoke(request)
      case .readItems(let id, let request): read(request, as: id)
      case .writeResults(let id, let bucket, let objects): write(objects, to: bucket, as: id)
      case .setTimer(let id, let time): timers.insert(id, at: time)
      case .cancelTimer(let id): timers.remove(id)
      case .cancelTask(let id): abandon(id)
      case .takeNextTurn: hasMore = true
      case .finish: break
      }
    }
    showEvents()
  }

  /// Goes on until the execution ends or stops.
  mutating func finish() async -> ExecutionResult {
    let mailbox = mailbox
    await withTaskCancellationHandler {
      while execution.outcome == nil, await advance() {}
    } onCancel: {
      mailbox.post(.cancelled)
    }
    for call in calls.values { call.task.cancel() }
    for call in calls.values { await call.task.value }
    for task in abandoned { await task.value }
    return ExecutionResult(status: status, execution: execution)
  }

  /// How the run ended.
  private var status: ExecutionResult.Status {
    switch execution.outcome {
    case .succeeded(let output): .succeeded(output)
    case .failed(let error): .failed(error)
    case .timedOut: .timedOut
    case .cancelled: .cancelled
    case nil: .stopped(execution.stopPoints)
    }
  }

  // MARK: - Steps

  /// Does the next thing; false if there is nothing left to do.
  private mutating func advance() async -> Bool {
    if Task.isCancelled {
      perform(execution.handle(.cancel, at: execution.now))
    } else if hasMore {
      await Task.yield()
      perform(execution.handle(.nextTurn, at: execution.now))
    } else if execution.isStopped {
      return false
    } else if calls.isEmpty, driver.mode == .virtual {
      return jump()
    } else {
      return await waitForNews()
    }
    return true
  }

  /// Sets the virtual clock to the next timer.
  private mutating func jump() -> Bool {
    guard let (id, time) = timers.popFirst() else { return false }
    perform(execution.handle(.timerFired(id), at: time))
    return true
  }

  /// Waits for a call or the next timer, whichever comes first.
  private mutating func waitForNews() async -> Bool {
    let due = timers.firstTime()
    if due == nil, calls.isEmpty { return false }
    let sleep = due.map { startSleep(until: $0) }
    let news = await mailbox.next()
    sleep?.cancel()
    await sleep?.value
    switch news {
    case .ended(let id, let outcome): deliver(outcome, of: id)
    case .exchanged(let id, let event): deliver(event, of: id)
    case .woke(let time): fireTimers(until: time)
    case .cancelled: break
    }
    return true
  }

  /// Starts a sleep that reports its end.
  private func startSleep(until time: Timestamp) -> Task<Void, Never> {
    let (clock, mailbox) = (driver.clock, mailbox)
    let duration = max(.zero, execution.now.duration(to: time))
    return Task {
      guard (try? await clock.sleep(for: duration)) != nil else { return }
      mailbox.post(.woke(time))
    }
  }

  /// Lets the timers fire that are due at `time`.
  private mutating func fireTimers(until time: Timestamp) {
    while execution.outcome == nil, let due = timers.firstTime(), due <= time {
      _ = jump()
    }
  }

  // MARK: - Calls

  /// Makes a call.
  private mutating func invoke(_ request: TaskRequest) {
    let (handler, mailbox) = (driver.tasks, mailbox)
    let task = Task {
      let outcome = await handler.perform(request)
      mailbox.post(.ended(request.id, outcome))
    }
    calls[request.id] = Call(task: task, started: execution.now)
  }

  /// Tells the execution what came of a call, after the timers that were due before.
  private mutating func deliver(_ outcome: TaskOutcome, of id: TaskID) {
    guard let call = calls[id] else { return }
    let end = max(execution.now, call.started.advanced(by: outcome.duration))
    fireTimers(until: end)
    guard calls.removeValue(forKey: id) != nil, execution.outcome == nil else { return }
    if let answer = outcome.submitted {
      perform(execution.handle(.taskSubmitted(id, answer), at: end))
    }
    switch outcome.result {
    case .success(let value): perform(execution.handle(.taskSucceeded(id, value), at: end))
    case .failure(let error): perform(execution.handle(.taskFailed(id, error), at: end))
    }
  }

  // MARK: - Objects

  /// Reads the items of a Map.
  private mutating func read(_ request: ItemRequest, as id: TaskID) {
    let source = ItemSource(driver.objects)
    exchange(id) { () async throws(StateError) in
      .itemsRead(id, try await source.items(for: request))
    }
  }

  /// Writes the results of a Map.
  private mutating func write(_ objects: [ResultObject], to bucket: String, as id: TaskID) {
    let store = driver.objects
    exchange(id) { () async throws(StateError) in
      do throws(ObjectStoreError) {
        for object in objects {
          try await store.put(object.content, as: object.key, in: bucket)
        }
      } catch {
        throw StateError(ErrorName.resultWriterFailed, cause: error.message)
      }
      return .resultsWritten(id)
    }
  }

  /// Reads or writes with `body`, and reports the event that it gives.
  private mutating func exchange(
    _ id: TaskID, _ body: @escaping @Sendable () async throws(StateError) -> ExecutionEvent
  ) {
    let mailbox = mailbox
    let task = Task {
      do throws(StateError) {
        mailbox.post(.exchanged(id, try await body()))
      } catch {
        mailbox.post(.exchanged(id, .taskFailed(id, error)))
      }
    }
    calls[id] = Call(task: task, started: execution.now)
  }

  /// Tells the execution what came of a read or a write.
  private mutating func deliver(_ event: ExecutionEvent, of id: TaskID) {
    guard calls.removeValue(forKey: id) != nil, execution.outcome == nil else { return }
    perform(execution.handle(event, at: execution.now))
  }

  /// Gives a call up.
  private mutating func abandon(_ id: TaskID) {
    guard let call = calls.removeValue(forKey: id) else { return }
    call.task.cancel()
    abandoned.append(call.task)
  }

  /// Shows the observer what is new in the history.
  private mutating func showEvents() {
    guard let observer = driver.observer else { return }
    while shownEvents < execution.history.count {
      observer(execution.history[shownEvents])
      shownEvents += 1
    }
  }
}

extension ExecutionDriver.ClockMode: Equatable {}
