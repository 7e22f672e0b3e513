import Foundation
import Testing

/// The commands for state machines, on the built program.
@Suite struct StatesCommandTests {
  /// A folder with a machine and mocks for it.
  private func folder() throws -> URL {
    let folder = try Program.temporaryFolder()
    let bucket = folder.appending(path: "s3/bucket")
    try FileManager.default.createDirectory(at: bucket, withIntermediateDirectories: true)
    for (name, text) in Self.files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }

  private static let files = [
    "order.json": #"""
    {
      "QueryLanguage": "JSONata",
      "StartAt": "Charge",
      "States": {
        "Charge": {
          "Type": "Task",
          "Resource": "arn:aws:states:::lambda:invoke",
          "Arguments": {"FunctionName": "charge", "Payload": "{% $states.input %}"},
          "Assign": {"id": "{% $states.result.Payload.id %}"},
          "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2}],
          "Next": "Pause"
        },
        "Pause": {"Type": "Wait", "Seconds": 3600, "Next": "Done"},
        "Done": {
          "Type": "Pass",
          "Output": {"id": "{% $id %}", "at": "{% $states.context.State.EnteredTime %}"},
          "End": true
        }
      }
    }
    """#,
    "mocks.json": #"""
    {"StateMachines": {"Order": {"TestCases": {"Happy": {"Charge": "OK"}, "Sad": {"Charge": "No"}}}},
     "MockedResponses": {
       "OK": {"0-1": {"Throw": {"Error": "Busy"}}, "2": {"Return": {"Payload": {"id": 7}}}},
       "No": {"0": {"Throw": {"Error": "Declined", "Cause": "no money"}}}}}
    """#,
    "bad.json": #"""
    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Nxt": "B", "Next": "C"},
      "B": {"Type": "Succeed"}}}
    """#,
    "call.json": #"""
    {"definition": {"Type": "Task", "Resource": "arn:aws:lambda:r:1:function:f", "End": true},
     "roleArn": "arn:aws:iam::1:role/r"}
    """#,
    "context.json": #"""
    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {
      "index.$": "$$.Map.Item.Index", "start.$": "$$.Execution.StartTime",
      "name.$": "$$.StateMachine.Name"}, "End": true}}}
    """#,
    "given.json": #"""
    {"Execution": {"StartTime": "2025-01-01T00:00:00Z"}, "StateMachine": {"Name": "N"},
     "Map": {"Item": {"Index": 4}}}
    """#,
    "s3/bucket/rows.csv": "name,price\nsoap,2\ntea,3\n",
    "reader.json": #"""
    {"StartAt": "A", "States": {"A": {
      "Type": "Map",
      "ItemReader": {
        "Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
        "Parameters": {"Bucket.$": "$.bucket", "Key": "rows.csv"}},
      "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "B", "States": {"B": {"Type": "Pass", "OutputPath": "$.name", "End": true}}},
      "End": true}}}
    """#,
    "request.json": #"""
    {"definition": {"Type": "Pass", "Parameters": {"b.$": "$.a"}, "End": true}, "input": {"a": 1},
     "inspectionLevel": "DEBUG"}
    """#,
    "endless.json":
      #"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Choice", "Choices": [{"Variable": "$.n", "IsNull": true, "Next": "C"}], "Default": "A"}, "C": {"Type": "Succeed"}}}"#,
    "pause.json":
      #"{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 301, "End": true}}}"#,
    "long.json": "{" + String(repeating: " ", count: 1_048_576) + "}",
    "broken.json": "{\n  \"StartAt\": }",
    "mistakes.json": #"{"StartAt": "A", "States": {"#
      + (0..<9_000).map { #""A\#($0)": {"Type": "Pass", "Nxt": 1, "End": true}"# }
      .joined(separator: ", ") + "}}",
    "long-input.json": "\"" + String(repeating: "a", count: 262_143) + "\"",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: String
    var output: [String] = []
    var error: [String] = []
    var status: Int32 = 0
    var testDescription: String { arguments }
  }

  static let cases: [Case] = [
    Case(
      arguments:
        "execute order.json --mocks mocks.json --case Order#Happy --now 2026-01-01T00:00:00Z",
      output: [#""id": 7"#, #""at": "2026-01-01T01:00:06.000Z""#]),
    Case(
      arguments: "execute order.json --mocks mocks.json --case Order#Sad",
      error: [#""error": "Declined""#, #""cause": "no money""#], status: 1),
    Case(
      arguments: "execute order.json",
      error: ["there is no mock for its call 0", "MockedResponses"],
      status: 2),
    Case(
      arguments: "execute order.json --mocks mocks.json",
      error: ["choose one of the cases with --case: Order#Happy, Order#Sad"], status: 2),
    Case(
      arguments: "execute order.json --from Done --variables {\"id\":3} --now 2026-01-01T00:00:00Z",
      output: [#""id": 3"#, #""at": "2026-01-01T00:00:00.000Z""#]),
    Case(
      arguments: "execute order.json --from Dne",
      error: ["there is no state 'Dne'; did you mean 'Done'?"], status: 2),
    Case(
      arguments:
        "execute order.json --from Pause --variables {\"id\":3} --history --input {\"x\":1}",
      output: [#""type": "WaitStateEntered""#, #""input": "{\"x\":1}""#, #""previousEventId": 0"#]),
    Case(
      arguments: "validate bad.json",
      output: [
        "bad.json:2:25: error[SCHEMA_VALIDATION_FAILED]: Field 'Nxt' is not supported at /States/A",
        "did you mean 'Next'?", "Missing 'Next' target: C", "State \"B\" is not reachable.",
      ], status: 1),
    Case(
      arguments: "validate bad.json --json",
      output: [#""result": "FAIL""#, #""location": "/States/A/Next""#, #""truncated": false"#],
      status: 1),
    Case(arguments: "validate order.json", output: ["order.json: OK"]),
    Case(arguments: "execute bad.json", error: ["bad.json:2:25: error"], status: 1),
    Case(
      arguments: "test-state request.json",
      output: [#""status": "SUCCEEDED""#, #""afterParameters": "{\"b\":1}""#]),
    Case(
      arguments: "test-state call.json",
      error: ["The call of arn:aws:lambda:r:1:function:f needs a mock"],
      status: 1),
    Case(
      arguments: "execute context.json --context given.json",
      output: [#""index": 4"#, #""start": "2025-01-01T00:00:00.000Z""#, #""name": "N""#]),
    Case(
      arguments: "execute reader.json --s3 s3 --input {\"bucket\":\"bucket\"}",
      output: ["[\n  \"soap\",\n  \"tea\"\n]"]),
    Case(
      arguments: "execute reader.json --s3 s3 --input {\"bucket\":\"../s3\"}",
      error: ["States.ItemReaderFailed"], status: 1),
    Case(
      arguments: "execute reader.json --s3 nowhere", error: ["there is no folder nowhere"],
      status: 2),
    Case(
      arguments: "execute endless.json --input {\"n\":1}",
      error: [
        "States.Runtime", "The execution reached the maximum number of history events (25000).",
      ], status: 1),
    Case(arguments: "execute pause.json", output: ["{}"]),
    Case(
      arguments: "execute pause.json --type EXPRESS", error: [#""error": "States.Timeout""#],
      status: 1),
    Case(
      arguments: "execute pause.json --input @long-input.json",
      error: [
        "Value at 'input' failed to satisfy constraint: Member must have length less than or equal "
          + "to 262144"
      ], status: 2),
    Case(
      arguments: "execute long.json",
      error: ["Value at 'definition' failed to satisfy constraint"], status: 1),
    Case(
      arguments: "validate broken.json",
      output: ["broken.json:2:14: error[INVALID_JSON_DESCRIPTION]"], status: 1),
    Case(
      arguments: "validate mistakes.json",
      output: ["mistakes.json:1:", "did you mean 'Next'?", "more\n"], status: 1),
    Case(
      arguments: "validate mistakes.json --json", output: [#""truncated": true"#], status: 1),
    Case(arguments: "validate nowhere.json", error: ["cannot read nowhere.json"], status: 2),
  ]

  @Test(arguments: cases)
  func `gives output, error and exit code`(_ example: Case) async throws {
    let arguments = example.arguments.split(separator: " ").map(String.init)
    let result = try await Program.run(arguments, in: try folder())
    for text in example.output { #expect(result.output.contains(text), "\(result.output)") }
    for text in example.error { #expect(result.error.contains(text), "\(result.error)") }
    #expect(result.status == example.status)
  }

  @Test func `an interrupt ends a run`() async throws {
    let folder = try folder()
    let result = try await Program.shell(
      "timeout -s INT 1 \"$CWS\" execute order.json --from Pause --clock real", in: folder)
    #expect(result.error.contains("ExecutionAborted"))
  }

  @Test func `an interrupt ends a cycle that has no limit of events`() async throws {
    let result = try await Program.shell(
      "timeout -s INT 2 \"$CWS\" execute endless.json --input '{\"n\":1}' --type EXPRESS",
      in: try folder())
    #expect(result.error.contains("ExecutionAborted"))
  }

  /// Where the recorded runs lie: in a folder `shared` beside the package or further out.
  static let corpus: URL? = {
    var folder = Program.package
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let corpus = folder.appending(path: "shared/conformance/asl")
      let score = corpus.appending(path: "score.py").path
      if FileManager.default.fileExists(atPath: score) { return corpus }
    }
    return nil
  }()

  @Test(.enabled(if: corpus != nil, "../shared/conformance/asl is not there"))
  func `a batch answers recorded runs as Step Functions did`() async throws {
    let corpus = try #require(Self.corpus).path
    let folder = try Program.temporaryFolder()
    let result = try await Program.shell(
      """
      "$CWS" execute --batch '\(corpus)/cases.dev.json' > answers.jsonl &&
      python3 '\(corpus)/score.py' '\(corpus)/cases.dev.json' answers.jsonl
      """, in: folder)
    #expect(result.status == 0, "\(result.output)\(result.error)")
    let last = result.output.split(separator: "\n").last?.split(separator: " ") ?? []
    print(last.joined(separator: " "))
    let figures = last.compactMap { Int($0) }
    #expect(figures.count == 3 && figures[2] * 100 >= figures[0] * 98, "\(result.output)")
    let histories = last.last?.split(separator: "/") ?? []
    #expect(histories.first == histories.last, "\(result.output)")
  }
}
