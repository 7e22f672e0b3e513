import Diagnostics
import JSON
import StatesLanguage
import Testing

@Suite struct PathRulesTests {
  @Test(arguments: [
    (
      #""Type":"Pass","Parameters":{"a":{"b.$":"States.Nope()"}},"End":true"#,
      "The value for the field 'b.$' must be a valid JSONPath or a valid intrinsic function call at "
        + "/States/A/Parameters/a"
    ),
    (
      #""Type":"Pass","Assign":{"b.$":5},"End":true"#,
      "The value for the field 'b.$' must be a valid JSONPath or a valid intrinsic function call at "
        + "/States/A/Assign"
    ),
    (
      #""Type":"Pass","InputPath":"$.","End":true"#,
      "Value must be a valid JSONPath. at /States/A/InputPath"
    ),
    (
      #""Type":"Pass","ResultPath":"$.a[*]","End":true"#,
      "Value is not a Reference Path at /States/A/ResultPath"
    ),
    (
      #""Type":"Wait","SecondsPath":"x","End":true"#,
      "Value is not a Reference Path: Reference path didn't start with '$' at /States/A/SecondsPath"
    ),
    (
      #""Type":"Fail","CausePath":"States.Nope()""#,
      "Value must be a valid JSONPath. at /States/A/CausePath"
    ),
    (
      #""Type":"Choice","Choices":[{"And":[{"Variable":"$..a","IsNull":true}],"Next":"A"}]"#,
      "Value is not a Reference Path at "
        + "/States/A/Choices[0]/And[0]/Variable"
    ),
  ])
  func `refuses what is no path`(state: String, message: String) throws {
    let machine = try StateMachine.read(#"{"StartAt":"A","States":{"A":{\#(state)}}}"#)
    let findings = StateMachineCheck.findings(of: machine, isWhole: false)
    #expect(findings.map { $0.diagnostic(in: nil).message } == [message])
  }

  @Test func `takes every kind of path in its place`() throws {
    let machine = try StateMachine.read(
      #"""
      {"StartAt": "A", "States": {"A": {
        "Type": "Map", "InputPath": "$.a[?(@.b > 1)]", "ItemsPath": "$$.Execution.Input.items",
        "ItemSelector": {"x.$": "States.Format('{}', $v.y)", "y": [{"z.$": "$$.Map.Item.Index"}]},
        "ResultPath": "$.out[0]", "OutputPath": null, "MaxConcurrencyPath": "$limit",
        "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}},
        "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "A"}],
        "End": true}}}
      """#)
    #expect(StateMachineCheck.findings(of: machine).isEmpty)
  }
}
