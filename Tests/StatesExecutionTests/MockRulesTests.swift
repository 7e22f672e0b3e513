import JSON
import StatesExecution
import StatesLanguage
import Testing

@Suite struct MockRulesTests {
  /// What `rules` make of three runs of a task.
  private func outcomes(_ rules: [MockRules.Rule]) async throws -> [String] {
    let task = State(
      name: "A",
      kind: .task(
        TaskState(
          resource: "arn:aws:states:::lambda:invoke", arguments: ["n": "{% $states.input %}"])),
      transition: .end)
    let program = try Program(StateMachine(startAt: "A", states: [task]))
    let handler = MockRules(rules).handler(before: ScriptedTasks(["A": [.success("real")]]))
    let driver = ExecutionDriver(tasks: handler)
    var outcomes: [String] = []
    for input in 1...3 {
      let result = await driver.run(
        Execution(program, input: .integer(Int64(input)), at: .epoch))
      outcomes.append(result.output.map(\.description) ?? result.error?.error ?? "?")
    }
    return outcomes
  }

  @Test func `an answer is given so many times, then the next one`() async throws {
    let rules: [MockRules.Rule] = [
      .init(state: "A", .error("Busy", cause: nil), times: 1),
      .init(state: "B", .value("other")), .init(state: "A", .value("mock"), times: 1),
    ]
    #expect(try await outcomes(rules) == ["Busy", #""mock""#, #""real""#])
  }

  @Test func `an answer is computed from the arguments`() async throws {
    let template = try TemplateEvaluation(["double": "{% $states.input.n * 2 %}"])
    let rule = MockRules.Rule(.template(template)) { $0.arguments["n"] != 2 }
    #expect(
      try await outcomes([rule]) == [#"{"double":2}"#, #""real""#, #"{"double":6}"#])
  }
}
