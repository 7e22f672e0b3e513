import Diagnostics
import JSON
import StatesExecution
import StatesLanguage
import Testing

/// Definitions that are large, deep or strange are refused or run, in little time.
@Suite(.timeLimit(.minutes(15))) struct HostileDefinitionTests {
  /// A machine of `count` Pass states in a row, which lead to what `target` names.
  private func chain(_ count: Int, target: (Int) -> String) -> JSONValue {
    let states: [(key: String, value: JSONValue)] = (1...count).map { number in
      let end: JSONValue = ["Type": "Pass", "End": true]
      return (
        "State\(number)",
        number == count ? end : ["Type": "Pass", "Next": .string(target(number))]
      )
    }
    return ["StartAt": "State1", "States": .object(states)]
  }

  /// What came of running `machine` without a limit of events.
  private func run(_ machine: StateMachine, input: JSONValue = [:]) async throws -> ExecutionResult
  {
    var options = Execution.Options()
    options.eventLimit = nil
    let driver = ExecutionDriver(tasks: ClosureTaskHandler { _ in .success(1) })
    return await driver.run(
      Execution(try Program(machine), input: input, at: .epoch, options: options))
  }

  // MARK: - Size

  @Test func `a text of 10 MB is refused as the service does`() {
    let padding = String(repeating: " ", count: 10_000_000)
    for text in ["{\(padding)}", padding, String(repeating: "[", count: 10_000_000)] {
      let validation = DefinitionValidation(text)
      #expect(validation.refusal?.code == "ValidationException")
      #expect(
        validation.refusal?.message
          == "1 validation error detected: Value at 'definition' failed to satisfy constraint: "
          + "Member must have length less than or equal to 1048576")
    }
  }

  @Test func `100,000 states are checked and run`() async throws {
    let validation = DefinitionValidation(chain(100_000) { "State\($0 + 1)" })
    #expect(validation.findings.isEmpty)
    let machine = try #require(validation.machine)
    let result = try await run(machine)
    #expect(result.output == [:])
    #expect(result.history.count == 200_002)
  }

  @Test func `100,000 mistakes are all found, and the service tells the first 100`() {
    let validation = DefinitionValidation(chain(100_000) { "Stat\($0 + 1)" })
    #expect(validation.findings.count == 99_999 * 2)
    #expect(validation.findings.first?.help == "did you mean 'State2'?")
    #expect(validation.diagnostics.elements.count == 99_999 * 2)
    let response = validation.response()
    #expect(response["diagnostics"]?.arrayValue?.count == 100)
    #expect(response["truncated"] == true)
  }

  @Test func `one state with very many variables is looked through`() throws {
    let sum = (0..<40_000).map { "$v\($0)" }.joined(separator: "+")
    let machine = try StateMachine.read(
      #"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Output": ["{% \#(sum) %}"], "End": true}}}"#
    )
    #expect(machine.variableReferences.map(\.variables.count) == [40_000])
  }

  @Test func `a name of 1 MB is refused, whatever is wrong besides`() {
    let name = String(repeating: "n", count: 500_000)
    let text = #"{"StartAt": "\#(name)a", "States": {"\#(name)b": {"Type": "Succeed"}}}"#
    let validation = DefinitionValidation(text)
    #expect(
      Set(validation.findings.map(\.code)) == [.missingTarget, .invalidName])
    let file = SourceFile(name: "f", text: text)
    #expect(DiagnosticRenderer().render(validation.diagnostics, in: file).contains("f:1:"))
    let one = #"{"StartAt": "\#(name)\#(name)", "States": {"\#(name)\#(name)": 1}}"#
    #expect(!DefinitionValidation(one.replacing("\": \"", with: "\":\"")).isValid)
  }

  // MARK: - Depth

  /// `depth` Map or Parallel states inside each other.
  private func nested(_ depth: Int, inParallel: Bool) -> String {
    let names = (0..<depth).map { "N\($0)" }
    let before = names.map { name in
      #"{"StartAt":"\#(name)","States":{"\#(name)":{"Type":"#
        + (inParallel
          ? #""Parallel","End":true,"Branches":["# : #""Map","End":true,"ItemProcessor":"#)
    }
    let after = String(repeating: inParallel ? "]}}}" : "}}}", count: depth)
    return before.joined() + #"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"# + after
  }

  @Test(arguments: [true, false])
  func `200 nested states are checked and run`(inParallel: Bool) async throws {
    let validation = DefinitionValidation(nested(200, inParallel: inParallel))
    #expect(validation.findings.isEmpty)
    var (input, output): (JSONValue, JSONValue) = (1, 1)
    for _ in 0..<200 {
      output = [output]
      if !inParallel { input = [input] }
    }
    let machine = try #require(validation.machine)
    #expect(try await run(machine, input: input).output == output)
  }

  @Test(arguments: [1_000, 10_000])
  func `states nested too deeply are refused with the place`(depth: Int) throws {
    for inParallel in [true, false] {
      let text = nested(depth, inParallel: inParallel)
      let validation = DefinitionValidation(text)
      #expect(validation.findings.map(\.code) == [.tooDeep])
      let finding = try #require(validation.diagnostics.elements.first)
      #expect(finding.message == "The definition is nested deeper than 1000 levels")
      #expect(finding.range.lowerBound > 1_000)
    }
  }

  @Test func `100,000 brackets are refused`() {
    for open in ["[", #"{"a":"#] {
      let text = #"{"StartAt":"# + String(repeating: open, count: 100_000)
      #expect(DefinitionValidation(text).findings.map(\.code) == [.tooDeep])
    }
  }

  // MARK: - Form

  @Test(arguments: [
    ("{\n  \"StartAt\": }", 2, 14), ("{\"StartAt\": \"A\",\n\n", 3, 1), ("", 1, 1),
    ("{\"StartAt\": 'A'}", 1, 13), ("{\"a\": 1}\n{", 2, 1), ("{\"é\": tru}", 1, 7),
    ("\u{0}", 1, 1), ("{\"a\": 1e}", 1, 9), ("{\"a\": \"\u{1}\"}", 1, 8), ("[1,]", 1, 4),
  ])
  func `malformed JSON is told with line and column`(_ text: String, _ line: Int, _ column: Int)
    throws
  {
    let validation = DefinitionValidation(text)
    #expect(validation.findings.count == 1)
    let diagnostic = try #require(validation.diagnostics.elements.first)
    let position = SourceFile(name: "", text: text).position(at: diagnostic.range.lowerBound)
    #expect(position == SourcePosition(line: line, column: column), "\(diagnostic.message)")
  }

  @Test(arguments: [
    "1e400", "-1e400", "99999999999999999999999999", "-9223372036854775809", "1e308", "0.1e-400",
    String(repeating: "9", count: 100_000), "1e99999999999999999999",
  ])
  func `huge numbers are refused or taken`(_ number: String) async throws {
    let fields = [
      #""Type": "Wait", "Seconds": \#(number)"#, #""Type": "Pass", "Result": \#(number)"#,
      #""Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "TimeoutSeconds": \#(number)"#,
      #""Type": "Pass", "Parameters": {"a.$": "States.MathAdd(\#(number), 1)"}"#,
      #""Type": "Pass", "InputPath": "$[\#(number)]""#,
      #""Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% \#(number) * 2 %}""#,
      #""Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% \#(number) %}""#,
      #""Type": "Map", "MaxConcurrency": \#(number), "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}"#,
      #""Type": "Map", "ToleratedFailurePercentage": \#(number), "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}"#,
    ]
    for field in fields {
      let validation = DefinitionValidation(
        #"{"StartAt": "A", "TimeoutSeconds": 60, "States": {"A": {\#(field), "End": true}}}"#)
      guard validation.isValid, let machine = validation.machine else { continue }
      _ = try await run(machine, input: [1])
    }
  }
}
