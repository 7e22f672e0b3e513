import Diagnostics
import JSON
import StatesLanguage
import Testing

@Suite struct StateMachineCheckTests {
  /// What is found in a JSONata machine with these states.
  private func findings(_ states: String) throws -> [String] {
    let machine = try StateMachine.read(
      #"{"QueryLanguage":"JSONata","StartAt":"A","States":{\#(states)}}"#)
    return StateMachineCheck.findings(of: machine).map {
      "\($0.diagnostic(in: nil).code): \($0.diagnostic(in: nil).message)"
    }
  }

  @Test(arguments: [
    (
      #""A":{"Type":"Pass","Next":"Bb"},"B":{"Type":"Succeed"}"#,
      [
        "MISSING_TRANSITION_TARGET: Missing 'Next' target: Bb at /States/A/Next",
        "MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B",
      ]
    ),
    (
      #""A":{"Type":"Pass","Next":"A"}"#, ["MISSING_END_STATE: Workflow has no terminal state"]
    ),
    (
      #""A":{"Type":"Pass","End":true}, "B":{"Type":"Pass","Next":"B"},"C":{"Type":"Succeed"}"#,
      [
        "MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B",
        "MISSING_TRANSITION_TARGET: State \"C\" is not reachable. at /States/C",
      ]
    ),
    (
      #""A":{"Type":"Choice","Choices":[{"Condition":true,"Next":"B"}],"Default":"C"},"B":{"Type":"Succeed"}"#,
      ["MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/Default"]
    ),
    (
      #""A":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}],"End":true}"#,
      ["DUPLICATE_STATE_NAME: Duplicate State name: A at /States/A/Branches[0]/States/A"]
    ),
    (
      #""A":{"Type":"Pass","InputPath":"$","End":true}"#,
      [
        "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'InputPath' "
          + "is only supported for the 'JSONPath' QueryLanguage at /States/A"
      ]
    ),
    (
      #""A":{"Type":"Pass","QueryLanguage":"JSONPath","End":true}"#,
      [
        "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for "
          + "whole state machine at /States/A"
      ]
    ),
    (
      #""A":{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"A"}]},"B":{"Type":"Succeed"}"#,
      [
        "MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B",
        "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'Variable' "
          + "is only supported for the 'JSONPath' QueryLanguage at /States/A/Choices[0]",
        "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'IsNull' "
          + "is only supported for the 'JSONPath' QueryLanguage at /States/A/Choices[0]",
      ]
    ),
    (
      #""A":{"Type":"Pass","Assign":{"states":1,"x.y":2,"é_1":3},"End":true}"#,
      [
        "RESERVED_VARIABLE_NAME: Cannot assign to reserved variable '$states'. at /States/A/Assign/states",
        "INVALID_VARIABLE_NAME: Invalid variable name 'x.y': the variable name contains invalid "
          + "characters. at /States/A/Assign/x.y",
      ]
    ),
    (
      #""A":{"Type":"Parallel","Assign":{"x":1},"Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","Assign":{"x":2},"End":true}}}],"End":true}"#,
      []
    ),
    (
      #""A":{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","Assign":{"x":2},"End":true}}}],"Next":"C"},"C":{"Type":"Pass","Assign":{"x":1},"End":true}"#,
      [
        "SCHEMA_VALIDATION_FAILED: The variable 'x' is already assigned in an outer scope at "
          + "/States/A/Branches[0]/States/B/Assign/x"
      ]
    ),
    (
      #""A":{"Type":"Task","Resource":"arn:aws:lambda:r:1:function:f","Retry":[{"ErrorEquals":["States.ALL"]},{"ErrorEquals":["E"]}],"End":true}"#,
      [
        "SCHEMA_VALIDATION_FAILED: States.ALL must appear alone and at end of list at "
          + "/States/A/Retry[0]/ErrorEquals"
      ]
    ),
    (
      #""A":{"Type":"Wait","Timestamp":"2025-01-01T00:00:00","End":true}"#,
      ["SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp at /States/A/Timestamp"]
    ),
    (
      #""A":{"Type":"Task","Resource":"arn:aws:lambda:r:1:function:f","TimeoutSeconds":5,"HeartbeatSeconds":5,"End":true}"#,
      [
        "SCHEMA_VALIDATION_FAILED: 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds' at "
          + "/States/A/HeartbeatSeconds"
      ]
    ),
    (
      #""A":{"Type":"Pass","Output":{"a":["{% 1"]},"End":true}"#,
      [
        "SCHEMA_VALIDATION_FAILED: JSONata string must start with {% and end with %} at "
          + "/States/A/Output/a[0]"
      ]
    ),
    (
      #""A":{"Type":"Map","ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Pass","Assign":{"y":1},"End":true}}},"Assign":{"x":1},"End":true}"#,
      []
    ),
  ])
  func `finds what makes no sense`(states: String, expected: [String]) throws {
    #expect(try findings(states) == expected)
  }

  @Test(arguments: [
    ("$a +", "INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output/x"),
    (
      "$states.result",
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$states.result' is not supported. at "
        + "/States/A/Output/x"
    ),
    (
      "$states.errorOutput.Cause",
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$states.errorOutput' is not supported. at "
        + "/States/A/Output/x"
    ),
    (
      "$count(phone)",
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at "
        + "/States/A/Output/x"
    ),
    (
      "$states.input.$$",
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' is not supported. at /States/A/Output/x"
    ),
    ("$states.input[a = $.b].(c)^(d){e: f}", nil), ("$a ?? 1", nil), ("$states.input.x + $y", nil),
    ("$states.context.State.Name", nil),
  ])
  func `checks expressions`(source: String, expected: String?) throws {
    let found = try findings(
      #""A":{"Type":"Pass","Output":{"x":"{% \#(source) %}"},"End":true}"#)
    if source.contains("??") {
      #expect(found.first?.hasPrefix("INVALID_JSONATA_EXPRESSION") == true)
    } else {
      #expect(found == [expected].compactMap(\.self))
    }
  }

  @Test func `a name has at most 80 characters`() throws {
    let name = String(repeating: "n", count: 81)
    let machine = StateMachine(startAt: name, states: [State(name: name, kind: .succeed)])
    #expect(StateMachineCheck.findings(of: machine).map(\.code) == [.invalidName])
  }
}
