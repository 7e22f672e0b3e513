import JSON
import StatesExecution
import StatesLanguage
import Testing

@Suite struct MachineFixtureTests {
  /// The files with fixtures.
  static let files = ["states", "errors", "concurrency", "variables", "distributed", "paths"]

  @Test(arguments: try files.flatMap(MachineFixture.all))
  func `does what its fixture says`(fixture: MachineFixture) async throws {
    let program = try Program(try fixture.machine())
    let execution = Execution(program, input: fixture.input, at: .epoch)
    let driver = ExecutionDriver(
      tasks: ScriptedTasks(fixture.tasks), objects: MemoryObjectStore(fixture.objects))
    let result = await driver.run(execution)
    #expect(summary(of: result.status) == fixture.outcome)
    if !fixture.events.isEmpty {
      #expect(result.history.map(summary) == fixture.events)
    }
    if let duration = fixture.duration { #expect(result.duration == duration) }
  }

  /// The outcome as fixtures write it.
  private func summary(of status: ExecutionResult.Status) -> String {
    switch status {
    case .succeeded(let output): "succeeded \(JSONWriter.compact(output))"
    case .failed(let error): "failed \(error.error ?? "-"): \(error.cause ?? "-")"
    case .timedOut: "timedOut"
    case .cancelled: "cancelled"
    case .stopped: "stopped"
    }
  }

  /// An event as fixtures write it.
  private func summary(of event: HistoryEvent) -> String {
    let name =
      switch event.details {
      case .entered(let name, _), .exited(let name, _, _): " \(name)"
      case .iteration(let name, let index): " \(name) \(index)"
      case .evaluation(let state, let location, _, _): " \(state) \(location ?? "-")"
      default: ""
      }
    return "\(event.id)<\(event.previousID) \(event.type.rawValue)\(name)"
  }
}
