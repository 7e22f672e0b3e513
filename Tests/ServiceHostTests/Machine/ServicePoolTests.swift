import Testing

@testable import ServiceHost

/// A pool with shorthands for events.
private struct PoolFixture {
  var pool: ServicePool

  init(processes: Int = 2, queue: Int? = nil) {
    var limits = ServicePool.Limits()
    limits.processes = processes
    limits.queue = queue
    pool = ServicePool(id: PoolID(number: 1), service: "shop", limits: limits)
  }

  /// Takes a call named `name`.
  mutating func call(_ name: String) -> [ServicePool.Action] {
    pool.handle(.call(Self.call(name)))
  }

  /// Lets process `number` ask for a call.
  mutating func next(_ number: Int) -> [ServicePool.Action] {
    pool.handle(.request(process(number), connection(number), .next))
  }

  /// Lets process `number` answer call `name`.
  mutating func answer(_ number: Int, _ name: String) -> [ServicePool.Action] {
    let request = RuntimeRequest.response(CallID(text: name), .bytes([1]))
    return pool.handle(.request(process(number), connection(number), request))
  }

  static func call(_ name: String) -> Call {
    Call(id: CallID(text: name), payload: [], timeout: .seconds(3))
  }

  func process(_ number: Int) -> ProcessID { ProcessID(pool: PoolID(number: 1), number: number) }

  func connection(_ number: Int) -> ConnectionID { ConnectionID(number: number) }
}

@Suite struct ServicePoolTests {
  @Test func `the first call starts a process and gets it when it asks`() {
    var fixture = PoolFixture()
    let process = fixture.process(1)
    #expect(fixture.call("a") == [.start(process), .setTimer(process, .seconds(10))])
    let actions = fixture.next(1)
    #expect(
      actions.contains(.reply(process, ConnectionID(number: 1), .call(PoolFixture.call("a")))))
    #expect(actions.last == .setTimer(process, .seconds(3)))
  }

  @Test func `an answer is accepted and ends the call`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    let actions = fixture.answer(1, "a")
    #expect(actions.contains(.reply(fixture.process(1), fixture.connection(1), .accepted)))
    #expect(actions.contains(.finish(CallID(text: "a"), .answer([1]), fixture.process(1))))
  }

  @Test func `a running process is used again`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    _ = fixture.answer(1, "a")
    #expect(fixture.call("b") == [])
    let reply = RuntimeReply.call(PoolFixture.call("b"))
    #expect(fixture.next(1).contains(.reply(fixture.process(1), fixture.connection(1), reply)))
  }

  @Test func `calls at the same time get processes up to the limit`() {
    var fixture = PoolFixture(processes: 2)
    #expect(fixture.call("a").first == .start(fixture.process(1)))
    #expect(fixture.call("b").first == .start(fixture.process(2)))
    #expect(fixture.call("c") == [])
  }

  @Test func `calls over the limit of those that wait are refused`() {
    var fixture = PoolFixture(processes: 1, queue: 1)
    #expect(fixture.call("a").first == .start(fixture.process(1)))
    #expect(fixture.call("b") == [])
    let refusal = CallEnd.failure(.throttled("shop"))
    #expect(fixture.call("c") == [.finish(CallID(text: "c"), refusal, nil)])
    _ = fixture.next(1)
    _ = fixture.answer(1, "a")
    #expect(fixture.call("d") == [])
    #expect(fixture.call("e") == [.finish(CallID(text: "e"), refusal, nil)])
  }

  @Test func `too much memory ends the process, and fails the call that it has`() {
    var fixture = PoolFixture(processes: 1)
    _ = fixture.call("a")
    _ = fixture.next(1)
    let process = fixture.process(1)
    #expect(fixture.pool.handle(.memory(process, bytes: 256 << 20)) == [])
    let failure = CallFailure.outOfMemory("shop", bytes: 300 << 20, limit: 256)
    #expect(
      fixture.pool.handle(.memory(process, bytes: 300 << 20))
        == [
          .cancelTimer(process), .kill(process),
          .finish(CallID(text: "a"), .failure(failure), process),
        ])
    #expect(fixture.pool.isEmpty)
  }

  @Test func `a renewed pool replaces its processes, each when it has no call`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    #expect(fixture.pool.handle(.renew) == [])
    #expect(
      fixture.answer(1, "a").contains(.finish(CallID(text: "a"), .answer([1]), fixture.process(1))))
    #expect(fixture.next(1).contains(.terminate(fixture.process(1))))
    #expect(fixture.call("b").first == .start(fixture.process(2)))
  }

  @Test func `a process that answered but does not ask again is not waited for`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    _ = fixture.answer(1, "a")
    _ = fixture.call("b")
    #expect(fixture.pool.handle(.timeout(fixture.process(1))).contains(.start(fixture.process(2))))
    #expect(fixture.pool.handle(.timeout(fixture.process(1))).contains(.kill(fixture.process(1))))
  }

  @Test func `a crash in a call fails it, and the next call gets a new process`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    let failure = CallFailure.exited("shop", .signaled(11), .call)
    let actions = fixture.pool.handle(.exited(fixture.process(1), .signaled(11)))
    #expect(actions.contains(.finish(CallID(text: "a"), .failure(failure), fixture.process(1))))
    #expect(failure.message == "shop was ended by signal 11 (SIGSEGV) in the call")
    #expect(fixture.call("b").first == .start(fixture.process(2)))
  }

  @Test func `a crash on start fails one call after the other`() {
    var fixture = PoolFixture(processes: 1)
    _ = fixture.call("a")
    _ = fixture.call("b")
    let first = fixture.pool.handle(.exited(fixture.process(1), .exited(3)))
    #expect(first.contains(.start(fixture.process(2))))
    let second = fixture.pool.handle(.exited(fixture.process(2), .exited(3)))
    let failure = CallFailure.exited("shop", .exited(3), .start)
    #expect(second.contains(.finish(CallID(text: "b"), .failure(failure), fixture.process(2))))
    #expect(fixture.pool.isEmpty)
  }

  @Test func `a call that takes too long is ended with its process`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    let failure = CallFailure.timedOut("shop", after: .seconds(3))
    #expect(
      fixture.pool.handle(.timeout(fixture.process(1))) == [
        .kill(fixture.process(1)),
        .finish(CallID(text: "a"), .failure(failure), fixture.process(1)),
      ])
  }

  @Test func `a process that is not ready in time is ended`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    let actions = fixture.pool.handle(.timeout(fixture.process(1)))
    let failure = CallFailure.startTimedOut("shop", after: .seconds(10))
    #expect(actions.first == .kill(fixture.process(1)))
    #expect(actions.contains(.finish(CallID(text: "a"), .failure(failure), fixture.process(1))))
  }

  @Test func `cancelling a running call kills its process, and serves who waits`() {
    var fixture = PoolFixture(processes: 1)
    _ = fixture.call("a")
    _ = fixture.next(1)
    _ = fixture.call("b")
    let actions = fixture.pool.handle(.cancel(CallID(text: "a")))
    #expect(actions.contains(.kill(fixture.process(1))))
    #expect(actions.contains(.start(fixture.process(2))))
  }

  @Test func `cancelling a waiting call touches no process`() {
    var fixture = PoolFixture(processes: 1)
    _ = fixture.call("a")
    _ = fixture.next(1)
    _ = fixture.call("b")
    let failure = CallFailure.cancelled("shop")
    #expect(
      fixture.pool.handle(.cancel(CallID(text: "b")))
        == [.finish(CallID(text: "b"), .failure(failure), nil)])
  }

  @Test func `a second answer is refused and noted`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    _ = fixture.answer(1, "a")
    let actions = fixture.answer(1, "a")
    guard case .reply(_, _, .refused(let status, let type, _)) = actions.first else {
      Issue.record("no refusal")
      return
    }
    #expect(status == 403)
    #expect(type == "InvalidStateTransition")
  }

  @Test func `asking for the next call without answering fails the call`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    let failure = CallFailure.unanswered("shop")
    #expect(
      fixture.next(1).contains(
        .finish(CallID(text: "a"), .failure(failure), fixture.process(1))))
  }

  @Test func `an init error fails the waiting call and ends the process`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    let request = RuntimeRequest.initError(.bytes([7]), type: "Runtime.NoModule")
    let actions = fixture.pool.handle(
      .request(fixture.process(1), fixture.connection(1), request))
    let end = CallEnd.functionError([7], type: "Runtime.NoModule")
    #expect(actions.contains(.finish(CallID(text: "a"), end, fixture.process(1))))
    #expect(actions.contains(.terminate(fixture.process(1))))
  }

  @Test func `a retired pool ends its idle processes, and others after their call`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    #expect(fixture.pool.handle(.retire) == [])
    #expect(fixture.answer(1, "a").contains(.terminate(fixture.process(1))))
    #expect(fixture.pool.isEmpty)
  }

  @Test func `an idle process that closes its connection gets no call`() {
    var fixture = PoolFixture()
    _ = fixture.call("a")
    _ = fixture.next(1)
    _ = fixture.answer(1, "a")
    _ = fixture.next(1)
    _ = fixture.pool.handle(.closed(fixture.process(1), fixture.connection(1), inAnswerTo: nil))
    #expect(fixture.call("b").first == .start(fixture.process(2)))
  }
}
