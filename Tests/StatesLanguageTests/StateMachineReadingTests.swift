import Diagnostics
import JSON
import StatesLanguage
import Testing

/// A machine whose only state is `state`.
func machine(_ state: String) -> String {
  #"{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":\#(state)}}"#
}

@Suite struct StateMachineReadingTests {
  @Test(arguments: [
    #"{"Type":"Task","Comment":"c","Resource":"arn","Arguments":{"a":"{% $b %}"},"Credentials":{"RoleArn":"r"},"TimeoutSeconds":60,"HeartbeatSeconds":"{% $h %}","Retry":[{"ErrorEquals":["E"],"IntervalSeconds":2,"MaxAttempts":3,"BackoffRate":1.5,"MaxDelaySeconds":9,"JitterStrategy":"FULL"}],"Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"e":"{% $states.errorOutput %}"},"Output":1,"Next":"A"}],"Assign":{"x":1},"Output":"{% $states.result %}","Next":"A"}"#,
    #"{"Type":"Pass","Assign":{"x":1},"Output":{"y":null},"End":true}"#,
    #"{"Type":"Choice","Choices":[{"Comment":"c","Condition":"{% true %}","Assign":{"a":1},"Output":2,"Next":"A"},{"Condition":true,"Next":"A"}],"Default":"A","Output":3}"#,
    #"{"Type":"Wait","Seconds":3,"End":true}"#,
    #"{"Type":"Wait","Timestamp":"{% $t %}","Next":"A"}"#,
    #"{"Type":"Succeed","Output":1}"#, #"{"Type":"Fail","Error":"E","Cause":"{% $c %}"}"#,
    #"{"Type":"Parallel","Arguments":{"a":1},"Branches":[{"Comment":"b","StartAt":"B","States":{"B":{"Type":"Succeed"}}}],"End":true}"#,
    #"{"Type":"Map","Items":[1,2],"ItemReader":{"Resource":"arn:aws:states:::s3:getObject"},"ItemSelector":{"i":1},"ItemBatcher":{"MaxItemsPerBatch":2},"MaxConcurrency":4,"ToleratedFailureCount":1,"ToleratedFailurePercentage":12.5,"Label":"l","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"B","States":{"B":{"Type":"Succeed"}}},"ResultWriter":{"Resource":"r"},"End":true}"#,
    #"{"Type":"Pass","QueryLanguage":"JSONPath","InputPath":"$.a","Parameters":{"b.$":"$.b"},"Result":1,"ResultPath":null,"OutputPath":"$","Next":"A"}"#,
    #"{"Type":"Choice","Choices":[{"Not":{"Variable":"$.a","IsNull":true},"Next":"A"},{"And":[{"Variable":"$.a","StringEquals":"x"}],"Next":"A"}]}"#,
    #"{"Type":"Wait","SecondsPath":"$.s","End":true}"#,
    #"{"Type":"Fail","ErrorPath":"$.e","CausePath":"$.c"}"#,
  ])
  func `writes in customary order what it read`(state: String) throws {
    let text = machine(state)
    let machine = try StateMachine.read(text)
    #expect(JSONWriter.compact(machine.json) == text)
    #expect(try StateMachine(json: machine.json) == machine)
  }

  @Test func `puts members into their order`() throws {
    let machine = try StateMachine.read(
      #"{"States":{"A":{"End":true,"Output":1,"Type":"Pass"}},"Version":"1.0","StartAt":"A"}"#)
    let expected =
      #"{"Version":"1.0","StartAt":"A","States":{"A":{"Type":"Pass","Output":1,"End":true}}}"#
    #expect(JSONWriter.compact(machine.json) == expected)
    #expect(machine.queryLanguage == nil)
  }

  @Test(arguments: [
    (#"{"Type":"Pass","Nxt":"B"}"#, "Field 'Nxt' is not supported at /States/A"),
    (#"{"Type":"Pass","Retry":[]}"#, "Field 'Retry' is not supported at /States/A"),
    (
      #"{"Type":"Task","End":true}"#,
      "These fields are required: [Resource] at /States/A"
    ),
    (
      #"{"Type":"Tsk"}"#,
      "one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/A/Type"
    ),
    (#"{}"#, "These fields are required: [Type] at /States/A"),
    (#"[]"#, "Expected value of type Object at /States/A"),
    (#"{"Type":"Wait","Seconds":"x"}"#, "Expected value of type Integer at /States/A/Seconds"),
    (
      #"{"Type":"Wait","End":true}"#,
      "This object should have only one of the following fields: [SecondsPath, Seconds, "
        + "TimestampPath, Timestamp] at /States/A"
    ),
    (#"{"Type":"Choice","Choices":[]}"#, "Value cannot be empty at /States/A/Choices"),
    (
      #"{"Type":"Choice","Choices":[{"Condition":1,"Next":"A"}]}"#,
      "Expected value of type Boolean at /States/A/Choices[0]/Condition"
    ),
    (
      #"{"Type":"Parallel","Branches":[{"States":{"B":{"Type":"Succeed"}}}]}"#,
      "These fields are required: [StartAt] at /States/A/Branches[0]"
    ),
    (
      #"{"Type":"Task","Resource":"r","Retry":[{"ErrorEquals":[],"BackoffRate":0.5}]}"#,
      "Minimum value is 1.0 at /States/A/Retry[0]/BackoffRate"
    ),
    (
      #"{"Type":"Pass","Next":"A","End":true}"#,
      "There should only be one of the following fields: [Next, End] at /States/A"
    ),
    (
      #"{"Type":"Pass","End":false}"#,
      "This object should have only one of the following fields: [Next, End] at /States/A"
    ),
  ])
  func `refuses what has not the right form`(state: String, message: String) {
    let error = #expect(throws: DiagnosticSet.self) { try StateMachine.read(machine(state)) }
    let messages = error?.elements.map(\.message) ?? []
    #expect(messages.contains { $0.hasSuffix(message) }, "\(messages)")
  }

  @Test func `marks the place in the text`() throws {
    let text = machine(#"{"Type":"Pass","Nxt":"B","Comment":7,"End":true}"#)
    let error = #expect(throws: DiagnosticSet.self) { try StateMachine.read(text) }
    let file = SourceFile(name: "a.json", text: text)
    #expect(error?.sorted.map { file.slice($0.range) } == [#""Nxt""#, "7"])
    #expect(error?.sorted.first?.help == "did you mean 'Next'?")
  }

  @Test func `says where a text is no JSON`() {
    let error = #expect(throws: DiagnosticSet.self) { try StateMachine.read("{,}") }
    #expect(error?.elements.map(\.code) == ["json-syntax"])
  }
}
