import JSON
import StatesExecution
import StatesLanguage
import Testing

@Suite struct ComparisonTests {
  @Test(arguments: [
    (#""StringEquals":"b""#, #"{"v":"b"}"#, true), (#""StringEquals":"b""#, #"{"v":1}"#, false),
    (#""StringLessThan":"b""#, #"{"v":"a"}"#, true),
    (#""StringLessThan":"b""#, #"{"v":"b"}"#, false),
    (#""StringLessThanEquals":"b""#, #"{"v":"b"}"#, true),
    (#""StringGreaterThan":"b""#, #"{"v":"ba"}"#, true),
    (#""StringGreaterThanEqualsPath":"$.w""#, #"{"v":"b","w":"a"}"#, true),
    (#""NumericEquals":1"#, #"{"v":1.0}"#, true), (#""NumericEquals":1"#, #"{"v":"1"}"#, false),
    (#""NumericLessThanPath":"$.w""#, #"{"v":1,"w":1.5}"#, true),
    (#""NumericGreaterThanEquals":2.5"#, #"{"v":2.5}"#, true),
    (#""NumericGreaterThan":2"#, #"{"v":null}"#, false),
    (#""BooleanEquals":false"#, #"{"v":false}"#, true),
    (#""BooleanEquals":true"#, #"{"v":1}"#, false),
    (#""BooleanEqualsPath":"$.w""#, #"{"v":true,"w":true}"#, true),
    (#""TimestampEquals":"2020-01-01T00:00:00Z""#, #"{"v":"2020-01-01T01:00:00+01:00"}"#, true),
    (#""TimestampLessThan":"2020-01-01T00:00:00Z""#, #"{"v":"2019-12-31T23:59:59.9Z"}"#, true),
    (
      #""TimestampGreaterThanPath":"$.w""#,
      #"{"v":"2021-01-01T00:00:00Z","w":"2020-01-01T00:00:00Z"}"#, true
    ),
    (#""TimestampGreaterThan":"2020-01-01T00:00:00Z""#, #"{"v":"2021-01-01"}"#, false),
    (#""StringMatches":"log-*.txt""#, #"{"v":"log-a.b.txt"}"#, true),
    (#""StringMatches":"log-*.txt""#, #"{"v":"log-a.txt2"}"#, false),
    (#""StringMatches":"*a*b*""#, #"{"v":"xaxxbx"}"#, true),
    (#""StringMatches":"a\\*b""#, #"{"v":"a*b"}"#, true),
    (#""StringMatches":"a\\*b""#, #"{"v":"axb"}"#, false),
    (#""StringMatches":"a\\\\*""#, #"{"v":"a\\b"}"#, true),
    (#""StringMatches":"ab*ab""#, #"{"v":"ab"}"#, false),
    (#""IsNull":true"#, #"{"v":null}"#, true), (#""IsNull":false"#, #"{"v":0}"#, true),
    (#""IsPresent":true"#, #"{"v":null}"#, true), (#""IsPresent":false"#, #"{}"#, true),
    (#""IsPresent":true"#, #"{}"#, false), (#""IsNumeric":true"#, #"{"v":1.5}"#, true),
    (#""IsString":true"#, #"{"v":""}"#, true), (#""IsBoolean":false"#, #"{"v":0}"#, true),
    (#""IsTimestamp":true"#, #"{"v":"2020-01-01T00:00:00Z"}"#, true),
    (#""IsTimestamp":true"#, #"{"v":"2020-01-01"}"#, false),
  ])
  func `holds`(comparison: String, input: String, expected: Bool) throws {
    #expect(try outcome(#""Variable":"$.v",\#(comparison)"#, input) == .succeeded(.bool(expected)))
  }

  @Test(arguments: [
    (
      #""And":[{"Variable":"$.v","IsPresent":true},{"Variable":"$.v","NumericEquals":1}]"#, "{}",
      false
    ),
    (
      #""Or":[{"Variable":"$.v","IsPresent":false},{"Variable":"$.v","NumericEquals":1}]"#, "{}",
      true
    ),
    (#""Not":{"Variable":"$.v","NumericEquals":1}"#, #"{"v":2}"#, true),
    (
      #""And":[{"Not":{"Or":[{"Variable":"$.v","IsNull":true}]}},{"Variable":"$$.State.Name","StringEquals":"C"}]"#,
      #"{"v":2}"#, true
    ),
  ])
  func `combines`(rule: String, input: String, expected: Bool) throws {
    #expect(try outcome(rule, input) == .succeeded(.bool(expected)))
  }

  @Test(arguments: [
    (#""Variable":"$.v","IsNull":true"#, "{}", "$.v"),
    (#""Variable":"$.v","NumericEqualsPath":"$.w""#, #"{"v":1}"#, "$.w"),
    (#""Variable":"$.v","NumericEqualsPath":"$.w""#, #"{"v":1,"w":"1"}"#, "$.w"),
    (#""Variable":"$unknown","IsString":true"#, "{}", "$unknown"),
  ])
  func `fails where a path leads to nothing`(rule: String, input: String, path: String) throws {
    let cause =
      "An error occurred while executing the state 'C' (entered at the event id #2). Invalid path "
      + "'\(path)': The choice state's condition path references an invalid value."
    let error = StateError("States.Runtime", cause: cause)
    #expect(try outcome(rule, input) == .failed(error))
  }

  /// What comes of a Choice with one rule: true where it holds, false where it does not.
  private func outcome(_ rule: String, _ input: String) throws -> ExecutionOutcome? {
    let machine = try StateMachine.read(
      #"""
      {"StartAt": "C", "States": {
        "C": {"Type": "Choice", "Choices": [{\#(rule), "Next": "T"}], "Default": "F"},
        "T": {"Type": "Pass", "Result": true, "End": true},
        "F": {"Type": "Pass", "Result": false, "End": true}}}
      """#)
    var execution = Execution(
      try Program(machine), input: try JSONReader.read(input), at: .epoch)
    _ = execution.start()
    return execution.outcome
  }
}
