import Diagnostics
import JSON
import StatesExecution
import StatesLanguage
import Testing

@Suite struct ProgramTests {
  @Test(arguments: [
    (
      #"{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"$.a[","End":true}}}"#,
      "Value is not a valid JSONPath: Could not parse token starting at position 3. Expected ?, ', "
        + "0-9, * at /States/A/InputPath"
    ),
    (
      #"{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"a.$":"States.Sum(1)"},"End":true}}}"#,
      "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call "
        + "at /States/A/Parameters/a.$"
    ),
    (
      #"{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":"{% 1 + %}","End":true}}}"#,
      "Unexpected end of expression at /States/A/Output"
    ),
    (
      #"{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}"#,
      "Missing target: B at /States/A/Next"
    ),
  ])
  func `refuses what it cannot run`(text: String, message: String) throws {
    let machine = try StateMachine.read(text)
    let error = #expect(throws: DiagnosticSet.self) { try Program(machine) }
    #expect(error?.elements.map(\.message) == [message])
  }

  @Test func `runs the JSONata states of a machine whose default is JSONPath`() async throws {
    let machine = try StateMachine.read(
      #"{"StartAt":"A","States":{"A":{"Type":"Pass","QueryLanguage":"JSONata","Output":1,"End":true}}}"#
    )
    var execution = Execution(try Program(machine), input: 0, at: .epoch)
    _ = execution.start()
    #expect(execution.outcome == .succeeded(1))
  }
}
