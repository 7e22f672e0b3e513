package import JSON
import StatesLanguage

/// Runs machines: performs their actions and tells them what came of it.
///
/// Calls run concurrently, and a waiting one costs no thread. When nothing can go on and no call is
/// in flight, the virtual clock jumps to the next timer; while a call is in flight it goes on like
/// a real one, so that time limits hold for calls too.
package struct ExecutionDriver: Sendable {
  /// How time passes.
  package enum ClockMode: Sendable {
    /// Waits and delays pass at once.
    case virtual
    /// Waits and delays take as long as they say.
    case real
  }

  /// How time passes.
  package var mode: ClockMode

  /// The clock that measures and sleeps.
  package var clock: any Clock<Duration>

  /// What answers calls.
  package var tasks: any TaskHandler

  /// What stands in for S3.
  package var objects: any ObjectStore

  /// What is shown the events of the history as they happen.
  package var observer: (@Sendable (HistoryEvent) -> Void)?

  /// Creates a driver.
  package init(
    tasks: any TaskHandler, mode: ClockMode = .virtual,
    clock: any Clock<Duration> = ContinuousClock(),
    objects: any ObjectStore = MemoryObjectStore(),
    observer: (@Sendable (HistoryEvent) -> Void)? = nil
  ) {
    self.tasks = tasks
    self.mode = mode
    self.clock = clock
    self.objects = objects
    self.observer = observer
  }

  /// Runs `execution` from its first state, or from the state `name` with `variables` and
  /// `stateInput` (nil for the execution's input), until it ends or stops.
  ///
  /// Cancelling the current task cancels it.
  package func run(
    _ execution: Execution, from name: String? = nil, variables: [String: JSONValue] = [:],
    stateInput: JSONValue? = nil
  ) async -> ExecutionResult {
    var run = DriverRun(driver: self, execution: execution)
    run.perform(run.execution.start(from: name, variables: variables, stateInput: stateInput))
    return await run.finish()
  }

  /// Lets a run go on that stopped before states.
  package func resume(_ result: ExecutionResult) async -> ExecutionResult {
    var run = DriverRun(driver: self, execution: result.execution)
    run.perform(run.execution.handle(.resume, at: run.execution.now))
    return await run.finish()
  }
}
