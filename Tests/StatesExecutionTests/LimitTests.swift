import JSON
import StatesExecution
import StatesLanguage
import Testing

/// What Step Functions limits, a little below and a little above each limit.
@Suite struct LimitTests {
  /// A run of the machine that `text` defines.
  private func run(
    _ text: String, input: JSONValue = [:], options: Execution.Options = .init(),
    result: JSONValue = 1
  ) async throws -> ExecutionResult {
    let program = try Program(try StateMachine.read(text))
    let driver = ExecutionDriver(tasks: ClosureTaskHandler { _ in .success(result) })
    return await driver.run(Execution(program, input: input, at: .epoch, options: options))
  }

  /// A text whose JSON has `bytes` bytes.
  private func text(bytes: Int) -> JSONValue { .string(String(repeating: "a", count: bytes - 2)) }

  /// A JSONata machine of one Pass state with `fields`, and one that follows it.
  private func pass(_ fields: String) -> String {
    """
    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", \(fields), "Output": 1, "Next": "B"}, "B": {"Type": "Succeed"}}}
    """
  }

  // MARK: - Data

  @Test(arguments: [
    ("input", #""A": {"Type": "Pass", "Parameters": {"b.$": "$"}, "End": true}"#, 6),
    (
      "result",
      #""A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}"#, 0
    ),
    (
      "arguments",
      #""A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"b.$": "$"}, "ResultPath": null, "OutputPath": null, "End": true}"#,
      6
    ),
    (
      "items",
      #""A": {"Type": "Map", "ItemsPath": "$.l", "ResultPath": null, "OutputPath": null, "ItemSelector": {"b.$": "$.b"}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}, "End": true}"#,
      6
    ),
  ])
  func `data may have 256 KiB`(_ what: String, _ state: String, _ more: Int) async throws {
    let machine = #"{"StartAt": "A", "States": {\#(state)}}"#
    for excess in [0, 1] {
      let value = text(bytes: 262_144 - more + excess)
      let input: JSONValue = what == "items" ? ["l": [1], "b": value] : value
      let result = try await run(
        machine, input: input, result: what == "arguments" ? 1 : value)
      #expect((result.error?.error == "States.DataLimitExceeded") == (excess == 1), "\(what)")
    }
  }

  // MARK: - Variables

  @Test func `one Assign may set 256 KiB`() async throws {
    let half = String(repeating: "a", count: 131_070)
    for (more, error) in [("", nil), ("a", "States.DataLimitExceeded")] {
      let machine = pass(#""Assign": {"x": "\#(half)", "y": "\#(half)\#(more)"}"#)
      let result = try await run(machine)
      #expect(result.error?.error == error)
      if error != nil {
        #expect(result.error?.cause?.contains("assigned by the state 'A'") == true)
      } else {
        #expect(result.variables.count == 2)
      }
    }
  }

  @Test func `all variables may have 10 MiB, and those of ended scopes do not count`() async throws
  {
    let value = String(repeating: "a", count: 262_142)
    for count in [40, 41] {
      var states = (0..<count).map {
        #""S\#($0)": {"Type": "Pass", "Assign": {"v\#($0)": "{% $states.input %}"}, "Next": "S\#($0 + 1)"}"#
      }
      states.append(
        #""S\#(count)": {"Type": "Pass", "Assign": {"v0": "{% $states.input %}"}, "End": true}"#)
      let machine =
        #"{"QueryLanguage": "JSONata", "StartAt": "S0", "States": {\#(states.joined(separator: ","))}}"#
      let result = try await run(machine, input: .string(value))
      #expect((result.error?.error == "States.DataLimitExceeded") == (count == 41))
      #expect((result.error?.cause?.contains("(10485760)") == true) == (count == 41))
    }
    let map = #"""
      {"QueryLanguage": "JSONata", "StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
        "Items": "{% [1..100] %}", "MaxConcurrency": 30,
        "ItemProcessor": {"StartAt": "A", "States": {
          "A": {"Type": "Pass", "Assign": {"x": "\#(value)"}, "End": true}}}}}}
      """#
    #expect(try await run(map).error == nil)
  }

  @Test func `a catcher gets the error of variables that are too large`() async throws {
    let machine = #"""
      {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Arguments": {}, "Assign": {"x": "{% $states.result %}", "y": 1}, "Next": "B",
          "Catch": [{"ErrorEquals": ["States.DataLimitExceeded"], "Next": "C"}]},
        "B": {"Type": "Succeed"}, "C": {"Type": "Pass", "Output": "caught", "End": true}}}
      """#
    #expect(try await run(machine, result: text(bytes: 262_144)).output == "caught")
  }

  // MARK: - Time and events

  /// A JSONPath machine of `count` Pass states.
  private func chain(_ count: Int) -> String {
    let states = (1...count).map { number in
      #""S\#(number)": {"Type": "Pass", "\#(number < count ? #"Next": "S\#(number + 1)""# : #"End": true"#)}"#
    }
    return #"{"StartAt": "S1", "States": {\#(states.joined(separator: ","))}}"#
  }

  @Test func `the last event that the limit allows ends the execution`() async throws {
    for (limit, types) in [
      (8, ["PassStateEntered", "PassStateExited", "ExecutionSucceeded"]),
      (7, ["PassStateExited", "PassStateEntered", "ExecutionFailed"]),
      (6, ["PassStateEntered", "PassStateExited", "ExecutionFailed"]),
    ] {
      var options = Execution.Options()
      options.eventLimit = limit
      let result = try await run(chain(3), options: options)
      let history = result.history
      #expect(history.count == limit)
      #expect(history.map(\.id) == Array(1...limit))
      #expect(Array(history.map(\.type.rawValue).suffix(types.count)) == types)
      if limit < 8 {
        #expect(
          result.error
            == StateError(
              "States.Runtime",
              cause: "The execution reached the maximum number of history events (\(limit))."))
      }
    }
  }

  @Test func `a Standard workflow has 25,000 events and a year, an Express one five minutes`()
    async throws
  {
    #expect(Execution.Options(type: .standard).eventLimit == 25_000)
    #expect(Execution.Options(type: .express).eventLimit == nil)
    for (type, seconds, isInTime) in [
      (MachineType.express, 299, true), (.express, 301, false), (.standard, 301, true),
      (.standard, 365 * 86_400 - 1, true), (.standard, 365 * 86_400 + 1, false),
    ] {
      let machine =
        #"{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": \#(seconds), "End": true}}}"#
      let result = try await run(machine, options: Execution.Options(type: type))
      if isInTime {
        #expect(result.output == [:])
      } else {
        guard case .timedOut = result.status else {
          Issue.record("\(type) \(seconds): \(result.status)")
          continue
        }
        #expect(result.history.last?.type == .executionTimedOut)
      }
    }
  }

  @Test func `the child executions of an Express Map have five minutes`() async throws {
    for (type, isInTime) in [("EXPRESS", false), ("STANDARD", true)] {
      let machine = #"""
        {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "\#(type)"},
          "StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 400, "End": true}}}}}}
        """#
      let result = try await run(machine, input: [1, 2])
      #expect((result.output == [1, 2]) == isInTime, "\(result.status)")
    }
  }
}
