import Diagnostics
import JSON
import StatesExecution
import StatesLanguage

/// What was measured of a workload when it was done once.
struct StatesSample {
  /// How long each part took, in nanoseconds.
  var times: [StatesPart: Double] = [:]

  /// Whether the output was right.
  var isRight = false

  /// Does `workload` for the number `size`.
  static func take(_ workload: StatesWorkload, size: Int) async throws -> StatesSample {
    var sample = StatesSample()
    let execution = try sample.prepare(workload, size: size)
    let driver = ExecutionDriver(tasks: ClosureTaskHandler { _ in .failure("Unexpected") })
    let clock = ContinuousClock()
    let start = clock.now
    let result = await driver.run(execution)
    sample.times[.running] = (clock.now - start) / .nanoseconds(1)
    sample.isRight = result.output == workload.output(size)
    return sample
  }

  /// Reads and compiles the definition of `workload`.
  private mutating func prepare(
    _ workload: StatesWorkload, size: Int
  ) throws(DiagnosticSet) -> Execution {
    let (text, clock) = (workload.definition(size), ContinuousClock())
    let start = clock.now
    let machine = try StateMachine.read(text)
    try StateMachineCheck.diagnostics(of: machine).throwOnError()
    let isRead = clock.now
    let program = try Program(machine)
    times[.compiling] = (clock.now - isRead) / .nanoseconds(1)
    times[.reading] = (isRead - start) / .nanoseconds(1)
    var options = Execution.Options()
    options.recordsHistory = workload.recordsHistory
    options.eventLimit = nil
    options.dataLimit = workload.dataLimit
    return Execution(program, input: workload.input(size), at: .epoch, options: options)
  }
}
