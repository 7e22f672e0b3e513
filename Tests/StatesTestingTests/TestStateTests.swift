import JSON
import StatesExecution
import StatesLanguage
import StatesTesting
import Testing

@Suite struct TestStateTests {
  /// The response to a request with `members`, or the sentence of its refusal.
  private func response(_ members: String) async throws -> JSONValue {
    let tester = TestState(
      tasks: ClosureTaskHandler { _ in .failure("Called") }, now: Timestamp(seconds: 0))
    do throws(RequestRefusal) {
      let json = (try? JSONReader.read("{\(members)}")) ?? .null
      return try await tester.respond(to: TestStateRequest(json))
    } catch {
      return .string("\(error.code): \(error.message)")
    }
  }

  private let task =
    #""definition": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload.$": "$.a"}, "ResultSelector": {"p.$": "$.Payload"}, "ResultPath": "$.r", "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3}], "Catch": [{"ErrorEquals": ["Gone"], "Next": "N"}, {"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "X"}], "Next": "Y"}, "input": "{\"a\": 1}""#

  @Test func `tells what the fields of a task make of its data`() async throws {
    let response = try await response(
      task + #", "inspectionLevel": "DEBUG", "mock": {"result": "{\"Payload\": 5}"}"#)
    #expect(response["status"] == "SUCCEEDED")
    #expect(response["nextState"] == "Y")
    #expect(response["output"] == ["a": 1, "r": ["p": 5]])
    #expect(
      response["inspectionData"] == [
        "input": ["a": 1], "afterInputPath": ["a": 1],
        "afterParameters": ["FunctionName": "f", "Payload": 1], "result": ["Payload": 5],
        "afterResultSelector": ["p": 5], "afterResultPath": ["a": 1, "r": ["p": 5]],
      ])
  }

  @Test func `tells which retrier applies`() async throws {
    let response = try await response(
      task
        + #", "inspectionLevel": "TRACE", "stateConfiguration": {"retrierRetryCount": 2}, "mock": {"errorOutput": {"error": "Busy", "cause": "c"}}"#
    )
    #expect(response["status"] == "RETRIABLE")
    #expect(response["error"] == "Busy")
    #expect(response["output"] == nil)
    #expect(
      response["inspectionData"]?["errorDetails"]
        == ["retryIndex": 0, "retryBackoffIntervalSeconds": 18])
  }

  @Test func `tells which catcher applies when retries are used up`() async throws {
    let response = try await response(
      task
        + #", "inspectionLevel": "TRACE", "stateConfiguration": {"retrierRetryCount": 3}, "mock": {"errorOutput": {"error": "Busy", "cause": "c"}}"#
    )
    #expect(response["status"] == "CAUGHT_ERROR")
    #expect(response["nextState"] == "X")
    #expect(response["output"] == ["a": 1, "e": ["Error": "Busy", "Cause": "c"]])
    #expect(response["inspectionData"]?["errorDetails"] == ["catchIndex": 1])
  }

  @Test func `applies the fields of a Map without running its iterations`() async throws {
    let response = try await response(
      #""definition": {"Type": "Map", "ItemsPath": "$.l", "MaxConcurrency": 2, "ItemSelector": {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value"}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Fail"}}}, "End": true}, "input": "{\"l\": [5, 6]}", "inspectionLevel": "DEBUG", "mock": {"result": "[1, 2]"}"#
    )
    #expect(response["output"] == [1, 2])
    #expect(response["inspectionData"]?["afterItemsPath"] == [5, 6])
    #expect(
      response["inspectionData"]?["afterItemSelector"] == [["i": 0, "v": 5], ["i": 1, "v": 6]])
    #expect(response["inspectionData"]?["maxConcurrency"] == 2)
  }

  @Test func `an error reaches the catchers of the states around`() async throws {
    let machine =
      #""definition": {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:lambda:r:1:function:f", "Retry": [{"ErrorEquals": ["Busy"]}], "End": true}}}, "Catch": [{"ErrorEquals": ["Gone"], "ResultPath": "$.e", "Next": "N"}], "End": true}, "N": {"Type": "Succeed"}}}, "stateName": "T", "input": "{\"a\": 1}", "inspectionLevel": "DEBUG""#
    let caught = try await response(machine + #", "mock": {"errorOutput": {"error": "Gone"}}"#)
    #expect(caught["status"] == "CAUGHT_ERROR")
    #expect(caught["nextState"] == "N")
    #expect(caught["output"]?["e"]?["Error"] == "Gone")
    #expect(caught["inspectionData"]?["errorDetails"] == ["catchIndex": 0])
    let failed = try await response(machine + #", "mock": {"errorOutput": {"error": "Other"}}"#)
    #expect(failed["status"] == "FAILED")
    let retried = try await response(machine + #", "mock": {"errorOutput": {"error": "Busy"}}"#)
    #expect(retried["status"] == "RETRIABLE")
  }

  @Test(arguments: [
    (
      #""definition": {"Type": "Pass", "End": true}, "mock": {"result": "1"}"#,
      "ValidationException: State type 'Pass' is not supported when a mock is specified"
    ),
    (
      #""definition": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "stateName": "B""#,
      "ValidationException: State not found in definition"
    ),
    (
      #""definition": "{", "input": "{}""#,
      "InvalidDefinition: Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: Unexpected "
        + "end-of-input\n at [Source: (String)\"{\"; line: 1, column: 2] at [Source: (String)\"{\"; "
        + "line: 1, column: 2]'"
    ),
    (
      #""definition": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:kms:encrypt", "Parameters": {}, "End": true}, "mock": {"result": "{\"CiphertextBlob\": \"\"}"}"#,
      "ValidationException: Mock result schema validation error: Field 'CiphertextBlob' is smaller "
        + "than the minimum length"
    ),
    (
      #""definition": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "Parameters": {"StateMachineArn": "m"}, "End": true}, "mock": {"result": "{\"ExecutionArn\": \"a\"}"}"#,
      "ValidationException: Mock result schema validation error: Required field 'StartDate' is "
        + "missing"
    ),
    (
      #""definition": {"Type": "Task", "Resource": "arn:aws:lambda:r:1:function:f", "End": true}, "mock": {"result": "1"}, "context": "{\"Execution\": {\"Id\": 1}}""#,
      "ValidationException: Invalid Context object provided: Field 'Id' must be a string"
    ),
    (
      #""definition": {"Type": "Pass", "End": true}, "inspectionLevel": "ALL""#,
      "ValidationException: 1 validation error detected: Value 'ALL' at 'inspectionLevel' failed to "
        + "satisfy constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]"
    ),
  ])
  func `refuses requests that make no sense`(members: String, message: String) async throws {
    #expect(try await response(members) == .string(message))
  }
}
