import Diagnostics
import JSON
import StatesExecution
import StatesLanguage
import Synchronization

/// The run of one state.
struct TestStateRun: Sendable {
  /// The request.
  let request: TestStateRequest

  /// The state.
  let subject: TestStateSubject

  /// The result that stands in the place of a service, a Map's iterations or branches.
  let mockedResult: JSONValue?

  /// The time.
  private let now: Timestamp

  /// The context object.
  private let context: JSONValue

  /// The execution that runs the state, before it starts.
  let execution: Execution

  /// Prepares the run at the time `now`.
  init(
    request: TestStateRequest, subject: TestStateSubject, mockedResult: JSONValue?, now: Timestamp,
    account: String
  ) throws(RequestRefusal) {
    self.request = request
    self.subject = subject
    self.mockedResult = mockedResult
    let options = Self.options(request, mock: Self.mock(request, mockedResult))
    self.now = now
    context = request.context ?? Self.context(request, subject, now, account)
    var given = ExecutionContext()
    given.replacement = context
    execution = Execution(
      try Self.program(of: subject), input: request.input, context: given, at: now,
      options: options)
  }

  /// The variables.
  var variables: [String: JSONValue] {
    Dictionary(request.variables?.members.map { ($0.key, $0.value) } ?? []) { $1 }
  }

  /// How one state runs.
  private static func options(
    _ request: TestStateRequest, mock: MockedJoin?
  ) -> Execution.Options {
    var options = Execution.Options()
    options.recordsVisits = true
    options.stopsBefore = stopsAfterFirstState()
    options.retriesUsed = request.configuration.retrierRetryCount ?? 0
    options.namesStateInCauses = false
    options.mock = mock
    return options
  }

  /// Stops before every state but the first.
  private static func stopsAfterFirstState() -> @Sendable (String) -> Bool {
    let hasStarted = StartFlag()
    return { _ in hasStarted.exchange() }
  }

  /// What stands in the place of a Map's iterations or of branches.
  private static func mock(_ request: TestStateRequest, _ result: JSONValue?) -> MockedJoin? {
    guard let mock = request.mock else { return nil }
    let error = mock.error.map { StateError($0.error, cause: $0.cause) }
    return MockedJoin(
      result: error.map { .failure($0) } ?? .success(result ?? .null),
      failedIterations: request.configuration.mapIterationFailureCount ?? 0,
      readerData: request.configuration.mapItemReaderData.map { Array($0.utf8) })
  }

  /// The machine with states for targets that are not there.
  private static func program(of subject: TestStateSubject) throws(RequestRefusal) -> Program {
    var machine = subject.machine
    for target in subject.state.targets where machine.states[target] == nil {
      if machine.startAt == TestStateSubject.name {
        machine.states.append(State(name: target, kind: .succeed))
      }
    }
    return try compiled(machine)
  }

  /// `machine` made ready to run.
  private static func compiled(_ machine: StateMachine) throws(RequestRefusal) -> Program {
    do throws(DiagnosticSet) {
      return try Program(machine)
    } catch {
      let sentences = error.elements.map(\.message).joined(separator: ", ")
      throw RequestRefusal(code: "InvalidDefinition", message: sentences)
    }
  }

  /// A run of `machine` on the same input and context.
  func execution(
    of machine: StateMachine, mock: MockedJoin
  ) throws(RequestRefusal) -> Execution {
    var context = ExecutionContext()
    context.replacement = self.context
    return Execution(
      try Self.compiled(machine), input: request.input, context: context, at: now,
      options: Self.options(request, mock: mock))
  }

  // MARK: - Context

  /// The context object that the service makes itself.
  private static func context(
    _ request: TestStateRequest, _ subject: TestStateSubject, _ now: Timestamp, _ account: String
  ) -> JSONValue {
    let parts = request.roleARN?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let account = parts.count > 4 ? String(parts[4]) : account
    let (prefix, time) = ("arn:aws:states:us-east-1:\(account)", JSONValue.string(now.description))
    let (machine, name) = ("TestStateMachine", "TestStateExecution")
    var object = JSONObject.Builder()
    object["Execution"] = [
      "Id": .string("\(prefix):express:\(machine):\(name)"), "Input": request.input,
      "Name": .string(name), "RoleArn": request.roleARN.map { .string($0) } ?? .null,
      "StartTime": time,
    ]
    object["StateMachine"] = [
      "Id": .string("\(prefix):stateMachine:\(machine)"), "Name": .string(machine),
    ]
    object["State"] = state(request, subject, time)
    if subject.isInMap { object["Map"] = ["Item": ["Index": 0, "Value": request.input]] }
    if case .task(let task) = subject.state.kind, task.resource.hasSuffix(".waitForTaskToken") {
      object["Task"] = ["Token": "TestStateTaskToken"]
    }
    return .object(object.build())
  }

  /// The member `State`, with the retries of a state that can be tried again.
  private static func state(
    _ request: TestStateRequest, _ subject: TestStateSubject, _ time: JSONValue
  ) -> JSONValue {
    var state = JSONObject.Builder()
    state["Name"] = .string(TestStateSubject.name)
    state["EnteredTime"] = time
    switch subject.state.type {
    case .task, .map, .parallel:
      state["RetryCount"] = .integer(Int64(request.configuration.retrierRetryCount ?? 0))
    default: break
    }
    return .object(state.build())
  }
}

/// Whether something has begun.
private final class StartFlag: Sendable {
  private let hasBegun = Mutex(false)

  /// Whether it has begun; from now on it has.
  func exchange() -> Bool {
    hasBegun.withLock { hasBegun in
      defer { hasBegun = true }
      return hasBegun
    }
  }
}
