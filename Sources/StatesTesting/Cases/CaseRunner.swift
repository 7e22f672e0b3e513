import Diagnostics
package import JSON
package import StatesExecution
package import StatesLanguage

/// Runs cases in the format of recorded runs and answers what came of them.
package struct CaseRunner: Sendable {
  /// What runs functions whose source is given.
  let functions: any FunctionRunner

  /// The time of cases that have no clock.
  let now: Timestamp

  /// How long a case may run before it is cancelled.
  let limit: Duration

  /// Whether recorded calls only answer with parameters that match.
  let callsMustMatch: Bool

  /// Runs cases at the time `now`, with `functions` for those whose source is given.
  package init(
    functions: any FunctionRunner, now: Timestamp, limit: Duration = .seconds(60),
    callsMustMatch: Bool = false
  ) {
    self.functions = functions
    self.now = now
    self.limit = limit
    self.callsMustMatch = callsMustMatch
  }

  /// What the context object of every case says.
  package static let context = ExecutionContext(
    machineName: "CorpusStateMachine", executionName: "corpus-execution", account: "111111111111",
    roleARN: "arn:aws:iam::111111111111:role/corpus-role")

  /// The answers to the cases in `line`: one, or the elements of a list.
  ///
  /// Brackets and commas of a list of cases with one on each line are passed over.
  package func answers(to line: String) async -> [JSONValue] {
    var text = Substring(line)
    while text.last?.isWhitespace == true || text.last == "," { text.removeLast() }
    guard !text.isEmpty, text != "[", text != "]" else { return [] }
    do throws(JSONSyntaxError) {
      let json = try JSONReader.read(String(text))
      var answers: [JSONValue] = []
      for one in json.arrayValue ?? [json] { answers.append(await answer(one)) }
      return answers
    } catch {
      return [["id": .null, "error": "InvalidCase", "cause": .string(error.message)]]
    }
  }

  /// The answer to `json`, which is a case.
  package func answer(_ json: JSONValue) async -> JSONValue {
    let one = RecordedCase(json)
    switch one.api {
    case "TestState": return await answerTestState(one)
    case "ValidateStateMachineDefinition": return validate(one)
    case "DescribeStateMachine": return describe(one)
    case "CreateStateMachine": return one.refusal ?? one.answer(["status": "ACTIVE"])
    default: return await answerRun(one)
    }
  }

  /// The answer to a case about the validation of a definition.
  private func validate(_ one: RecordedCase) -> JSONValue {
    if let refusal = one.validation.refusal, refusal.code == "ValidationException" {
      return one.refused(refusal)
    }
    return one.answer(["response": one.validation.response()])
  }

  /// The answer to a case about what a machine refers to.
  private func describe(_ one: RecordedCase) -> JSONValue {
    if let refusal = one.refusal { return refusal }
    let references = one.validation.machine?.variableReferences ?? []
    let object = JSONValue.object(
      references.map { (key: $0.state, value: .array($0.variables.map { .string($0) })) })
    return one.answer(["response": ["variableReferences": object]])
  }

  /// The answer to a case in which a machine runs.
  private func answerRun(_ one: RecordedCase) async -> JSONValue {
    do throws(RequestRefusal) {
      return one.answer(try await run(one).outline)
    } catch {
      guard error.code == Self.notRunnable else { return one.refused(error) }
      return one.answer([
        "status": "FAILED", "error": .string(error.code), "cause": .string(error.message),
        "history": [],
      ])
    }
  }

  /// What is said of a machine that Step Functions accepts and this interpreter cannot run.
  private static let notRunnable = "NotRunnable"

  /// Runs the machine of the case `json`; throws if it is refused.
  package func result(of json: JSONValue) async throws(RequestRefusal) -> ExecutionResult {
    try await run(RecordedCase(json))
  }

  /// Runs the machine of `one`.
  private func run(_ one: RecordedCase) async throws(RequestRefusal) -> ExecutionResult {
    let execution = Execution(
      try program(of: one), input: one.input, context: Self.context, at: one.clock ?? now,
      options: Execution.Options(type: one.type))
    let tasks = RecordedTasks(
      tasks: one.json["tasks"], functions: one.json["functions"], runner: functions,
      mustMatch: callsMustMatch)
    let driver = ExecutionDriver(tasks: tasks, objects: one.objects)
    return await cancellable { await driver.run(execution) }
  }

  /// The machine of `one`, made ready to run.
  private func program(of one: RecordedCase) throws(RequestRefusal) -> Program {
    if let refusal = one.validation.refusal { throw refusal }
    guard let machine = one.validation.machine else { throw .invalid("There is no machine.") }
    do throws(DiagnosticSet) {
      return try Program(machine)
    } catch {
      let sentences = error.elements.map(\.message).joined(separator: ", ")
      throw RequestRefusal(code: Self.notRunnable, message: sentences)
    }
  }

  /// What `work` gives, which is cancelled when it takes too long.
  private func cancellable<T: Sendable>(_ work: @escaping @Sendable () async -> T) async -> T {
    let task = Task { await work() }
    let watch = Task { [limit] in
      try await Task.sleep(for: limit)
      task.cancel()
    }
    defer { watch.cancel() }
    return await task.value
  }
}

extension ExecutionResult {
  /// The result as a recorded run has it.
  fileprivate var outline: JSONValue {
    var object = JSONObject.Builder()
    object["status"] = .string(statusName)
    switch status {
    case .succeeded(let output): object["output"] = output
    case .failed(let error):
      object["error"] = error.error.map { .string($0) }
      object["cause"] = error.cause.map { .string($0) }
    default: break
    }
    object["history"] = .array(history.compactMap(\.outline))
    return .object(object.build())
  }

  /// The status as DescribeExecution names it.
  package var statusName: String {
    switch status {
    case .succeeded: "SUCCEEDED"
    case .failed: "FAILED"
    case .timedOut: "TIMED_OUT"
    case .cancelled: "ABORTED"
    case .stopped: "RUNNING"
    }
  }
}
