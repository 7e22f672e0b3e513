import JSON
import StatesLanguage
import Testing

@Suite struct DefinitionValidationTests {
  /// Why a machine with these states is refused; without the words that are always there.
  private func refusal(_ states: String, _ type: MachineType = .standard) -> String {
    let text = #"{"StartAt":"A","States":{\#(states)}}"#
    let refusal = DefinitionValidation(text, type: type).refusal
    let prefix = "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: "
    guard let message = refusal?.message, message.hasPrefix(prefix) else {
      return refusal?.message ?? "OK"
    }
    return String(message.dropFirst(prefix.count).dropLast())
  }

  @Test(arguments: [
    (#""A":{"Type":"Pass","End":true}"#, "OK"),
    (
      #""A":{"Type":"Task","Resource":"x","End":true}"#,
      "Value is not a valid resource ARN at /States/A/Resource"
    ),
    (
      #""A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.sync","Parameters":{"FunctionName":"f"},"End":true}"#,
      "The resource provided arn:aws:states:::lambda:invoke.sync is not recognized. The value is not "
        + "a valid resource ARN, or the resource is not available in this region. at "
        + "/States/A/Resource"
    ),
    (
      #""A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","End":true}"#,
      "Parameters field is required for resource ARN: arn:aws:states:::sqs:sendMessage at /States/A"
    ),
    (
      #""A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl.$":"$.q"},"End":true}"#,
      "The field 'MessageBody' is required but was missing at /States/A/Parameters"
    ),
    (
      #""A":{"Type":"Task","Resource":"arn:aws:lambda:r:1:function:f","Credentials":{},"End":true}"#,
      "The field 'RoleArn' is required but was missing at /States/A/Credentials"
    ),
    (
      #""A":{"Type":"Task","Resource":"arn:aws:lambda:r:1:function:f","TimeoutSeconds":0,"TimeoutSecondsPath":"$.t","End":true}"#,
      "Minimum value is 1 at /States/A/TimeoutSeconds, SCHEMA_VALIDATION_FAILED: There should only be "
        + "one of the following fields: [TimeoutSeconds, TimeoutSecondsPath] at /States/A"
    ),
    (
      #""A":{"Type":"Pass","Parameters":{"a":{"b.$":"x"}},"End":true}"#,
      "The value for the field 'b.$' must be a valid JSONPath or a valid intrinsic function call at "
        + "/States/A/Parameters/a"
    ),
    (
      #""A":{"Type":"Pass","InputPath":"a","ResultPath":"$.a[*]","OutputPath":null,"End":true}"#,
      "Value must be a valid JSONPath. at /States/A/InputPath, SCHEMA_VALIDATION_FAILED: Value is not "
        + "a Reference Path at /States/A/ResultPath"
    ),
    (
      #""A":{"Type":"Wait","SecondsPath":"$$.Execution.Input.n","End":true}"#,
      "Value is not a Reference Path at /States/A/SecondsPath"
    ),
    (
      #""A":{"Type":"Choice","Choices":[{"Variable":"a","NumericEquals":"1","Next":"A"}],"Default":"B"},"B":{"Type":"Succeed"}"#,
      "Expected value of type Number at /States/A/Choices[0]/NumericEquals, SCHEMA_VALIDATION_FAILED: "
        + "Value is not a Reference Path: Reference path didn't start with '$' at "
        + "/States/A/Choices[0]/Variable"
    ),
    (
      #""A":{"Type":"Choice","Choices":[{"And":[],"Not":{"Variable":"$.a","IsNull":true,"IsString":true},"Next":"B"}]},"B":{"Type":"Succeed"}"#,
      "The object must have only one of the following fields, [And, Or, Not, Variable, Condition] at "
        + "/States/A/Choices[0], SCHEMA_VALIDATION_FAILED: Value cannot be empty at "
        + "/States/A/Choices[0]/And, SCHEMA_VALIDATION_FAILED: There should only be one of the "
        + "following fields: [IsNull, IsString] at /States/A/Choices[0]/Not"
    ),
    (
      #""A":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Succeed"}}},"End":true}"#,
      "Field 'ExecutionType' is not supported at /States/A/ItemProcessor/ProcessorConfig"
    ),
    (
      #""A":{"Type":"Map","Iterator":{"StartAt":"B","States":{"B":{"Type":"Pas"}}},"End":true}"#,
      "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, "
        + "Parallel, Map] at /States/A/Iterator/States/B/Type"
    ),
    (
      #""A":{"Type":"Map","Iterator":{"StartAt":"B","States":{"B":{"Type":"Pass","Next":"C"}}},"End":true}"#,
      "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: C at "
        + "/States/A/Iterator/States/B/Next'"
    ),
    (
      #""A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"}"#,
      "Invalid State Machine Definition: 'MISSING_END_STATE: Workflow has no terminal state at null'"
    ),
  ])
  func `refuses in the service's words`(states: String, message: String) {
    #expect(refusal(states) == message)
  }

  @Test(arguments: [
    (
      "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "Express state machine does not support '.waitForTaskToken' service integration at "
        + "/States/A/Resource"
    ),
    (
      "arn:aws:states:::states:startExecution.sync:2",
      "Express state machine does not support '.sync' service integration at /States/A/Resource"
    ),
    (
      "arn:aws:states:us-east-1:1:activity:a",
      "Express state machine does not support Activity ARN at /States/A/Resource"
    ),
    ("arn:aws:lambda:us-east-1:1:function:f", "OK"),
  ])
  func `an Express workflow only calls what answers at once`(resource: String, message: String) {
    let parameters = #"{"QueueUrl":"q","MessageBody":"b","StateMachineArn":"m"}"#
    let state =
      #""A":{"Type":"Task","Resource":"\#(resource)","Parameters":\#(parameters),"End":true}"#
    #expect(refusal(state, .express) == message)
  }

  @Test(arguments: [
    ("fine_1", nil), ("a b", "Label contains invalid character: ' '"),
    ("a'b\"", "Label contains invalid character: '\"'"),
    ("a\u{7}", "Label contains invalid character: '\\x07'"),
    (
      String(repeating: "x", count: 41),
      "Label '\(String(repeating: "x", count: 41))' exceeds the 40-character limit allowed by the "
        + "service"
    ),
  ])
  func `a label is fit for an ARN`(label: String, message: String?) {
    let processor =
      #"{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Succeed"}}}"#
    let validation = DefinitionValidation(
      #"{"StartAt":"A","States":{"A":{"Type":"Map","Label":\#(JSONWriter.quoted(label)),"ItemProcessor":\#(processor),"End":true}}}"#
    )
    #expect(validation.findings.map(\.message) == [message].compactMap(\.self))
  }

  @Test(arguments: [
    (
      "not json",
      "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', "
        + "'true' or 'false')", 1, 4
    ),
    ("{\n  \"a\"", "Unexpected end-of-input", 2, 6),
    (
      "{\n}}",
      "Unexpected character ('}' (code 125)): was expecting a valid value (JSON String, Number, "
        + "Array, Object or token 'null', 'true' or 'false')", 2, 3
    ),
  ])
  func `tells where a text is no JSON`(text: String, sentence: String, line: Int, column: Int) {
    let location = "[Source: (String)\"\(text)\"; line: \(line), column: \(column)]"
    let diagnostics = DefinitionValidation(text).response()["diagnostics"]?[0]
    #expect(
      diagnostics == [
        "severity": "ERROR", "code": "INVALID_JSON_DESCRIPTION",
        "message": .string("\(sentence)\n at \(location)"), "location": .string(location),
      ])
  }

  @Test func `lists warnings only where they are wanted`() {
    let validation = DefinitionValidation(
      #"{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"a":"$.b"},"End":true}}}"#)
    #expect(validation.isValid)
    #expect(validation.response()["diagnostics"] == [])
    let warned = validation.response(withWarnings: true)["diagnostics"]?[0]
    #expect(warned?["severity"] == "WARNING")
    #expect(warned?["code"] == "NO_DOLLAR")
    #expect(warned?["location"] == "/States/A/Parameters/a")
  }

  @Test(arguments: [0, DefinitionValidation.sizeLimit + 1])
  func `refuses texts that are too short or too long`(length: Int) {
    let refusal = DefinitionValidation(String(repeating: " ", count: length)).refusal
    #expect(refusal?.code == "ValidationException")
  }

  @Test func `lists the variables that states read`() throws {
    let machine = try StateMachine.read(
      #"""
      {"StartAt":"A","States":{
        "A":{"Type":"Pass","Assign":{"x.$":"States.Format('$no {}', $a.b)","y":"$no"},"Next":"B"},
        "B":{"Type":"Choice","Choices":[{"Variable":"$c","NumericEqualsPath":"$d[0]","Next":"C"}]},
        "C":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $e + $f($g) + $states.input.h %}","Next":"D"},
        "D":{"Type":"Pass","InputPath":"$$.State.Name","End":true}}}
      """#)
    let references = machine.variableReferences.map { "\($0.state): \($0.variables)" }
    #expect(references == [#"A: ["a"]"#, #"B: ["c", "d"]"#, #"C: ["e", "f", "g"]"#])
  }
}
