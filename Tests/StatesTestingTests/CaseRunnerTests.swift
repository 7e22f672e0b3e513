import JSON
import StatesExecution
import StatesLanguage
import StatesTesting
import Testing

/// Answers with what it is told to run.
struct NoFunctions: FunctionRunner {
  func runPython(_ source: String, event: JSONValue) async -> TaskOutcome {
    .success(["source": .string(source), "event": event])
  }
}

@Suite struct CaseRunnerTests {
  /// The answer to the only case in `line`.
  private func answer(_ line: String) async -> JSONValue? {
    await answers(line).first
  }

  /// The answers to the cases in `line`.
  private func answers(_ line: String) async -> [JSONValue] {
    await CaseRunner(functions: NoFunctions(), now: Timestamp(seconds: 0)).answers(to: line)
  }

  private let task =
    #""definition": {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:f", "End": true}}}, "input": 1"#

  @Test func `answers with status, output and outline`() async {
    let answer = await answer(
      #"{"id": "x", \#(task), "tasks": {"A": {"calls": [{"parameters": 1, "returns": {"$repeat": "ab", "$times": 2}}]}}},"#
    )
    #expect(answer?["status"] == "SUCCEEDED")
    #expect(answer?["output"] == "abab")
    #expect(
      answer?["history"] == [
        ["event": "entered", "type": "Task", "state": "A", "input": 1],
        ["event": "exited", "type": "Task", "state": "A", "output": "abab"],
      ])
  }

  @Test func `runs functions where no call was recorded`() async {
    let python = await answer(#"{"id": "x", \#(task), "functions": {"f": {"python": "s"}}}"#)
    #expect(python?["output"] == ["source": "s", "event": 1])
    let echo = await answer(#"{"id": "x", \#(task), "functions": {"f": {"echo": true}}}"#)
    #expect(echo?["output"] == 1)
  }

  @Test func `answers errors, refusals and lines that are no cases`() async {
    let failed = await answer(#"{"id": "x", \#(task)}"#)
    #expect(failed?["status"] == "FAILED")
    #expect(failed?["error"] == "NoRecordedCall")
    let refused = await answer(#"{"id": "y", "definition": {"StartAt": "A"}}"#)
    #expect(
      refused == [
        "id": "y", "rejected": true, "code": "InvalidDefinition",
        "message":
          "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'",
      ])
    #expect(await answer("{")?["error"] == "InvalidCase")
    #expect(await answers("  ").isEmpty)
    #expect(await answers("[").isEmpty)
    #expect(await answers(#"[{"id": "a"}, {"id": "b"}]"#).map { $0["id"] } == ["a", "b"])
  }
}
