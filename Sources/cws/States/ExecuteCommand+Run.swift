import ArgumentParser
import Diagnostics
import Foundation
import JSON
import Shell
import StatesExecution
import StatesLanguage
import StatesTesting

/// A run that is ready to start.
struct PreparedRun {
  /// The run's beginning.
  var execution: Execution

  /// The answers by state.
  var responses: [String: MockedResponse]

  /// What stands in for S3.
  var objects: any ObjectStore

  /// How time passes.
  var mode: ExecutionDriver.ClockMode

  /// The state to start at.
  var from: String?

  /// The variables to start with.
  var variables: [String: JSONValue]

  /// Runs to the end; an interrupt cancels it.
  func finish() async -> (result: ExecutionResult, unanswered: UnansweredCall?) {
    let interruption = Interruption()
    let tasks = MockedTasks(responses) { interruption.interrupt() }
    let driver = ExecutionDriver(tasks: tasks, mode: mode, objects: objects)
    let input: JSONValue? = from == nil ? .none : execution.input
    let result = await interruption.run {
      await driver.run(execution, from: from, variables: variables, stateInput: input)
    }
    return (result, tasks.unansweredCall)
  }
}

extension ExecuteCommand {
  /// The run that the options describe.
  func prepared() throws -> PreparedRun {
    let validation = try StatesFiles.validation(of: file ?? "", type: type.machineType)
    guard validation.isValid, let machine = validation.machine else {
      StatesFiles.print(validation, of: file ?? "", to: .error)
      throw ExitCode.failure
    }
    try checkStart(in: machine)
    let given = try context.map(StatesFiles.json(in:))
    let context = try ContextFile.context(in: given)
    let time = try now.map(StatesFiles.time) ?? ContextFile.startTime(in: given) ?? StatesFiles.now
    var options = Execution.Options(type: type.machineType)
    options.recordsHistory = history
    let execution = Execution(
      try StatesFiles.program(of: machine), input: try givenInput(), context: context, at: time,
      options: options)
    return PreparedRun(
      execution: execution, responses: try responses(), objects: try objects(), mode: clock.mode,
      from: from,
      variables: try initialVariables())
  }

  /// The input, which may have 256 KiB as that of StartExecution.
  private func givenInput() throws -> JSONValue {
    let input = try input.map(StatesFiles.argument) ?? [:]
    let limit = 262_144
    guard JSONWriter.compact(input).utf8.count > limit else { return input }
    throw ValidationError(
      "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must "
        + "have length less than or equal to \(limit)")
  }

  /// Checks that there is the state to start at.
  private func checkStart(in machine: StateMachine) throws {
    guard let from else { return }
    var names: [String] = []
    machine.graph.visitStates { names.append($0.name) }
    guard !names.contains(from) else { return }
    let near = nearestName(to: from, among: names).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("there is no state '\(from)'\(near)")
  }

  /// The answers of the chosen case.
  private func responses() throws -> [String: MockedResponse] {
    guard let mocks else { return [:] }
    do {
      return try MockConfiguration(try StatesFiles.json(in: mocks)).responses(for: self.case)
    } catch let mistake as MockMistake {
      throw ValidationError("\(mocks): \(mistake.message)")
    }
  }

  /// What stands in for S3: the folder of the option, or nothing at all.
  private func objects() throws -> any ObjectStore {
    guard let s3 else { return MemoryObjectStore() }
    guard LocalFiles().isFolder(s3) else { throw ValidationError("there is no folder \(s3)") }
    return FolderObjectStore(folder: URL(filePath: LocalFiles().absolutePath(s3)))
  }

  /// The variables to start with.
  private func initialVariables() throws -> [String: JSONValue] {
    guard let variables else { return [:] }
    guard let object = try StatesFiles.argument(variables).objectValue else {
      throw ValidationError("--variables needs a JSON object")
    }
    return Dictionary(object.members.map { ($0.key, $0.value) }) { $1 }
  }

  /// Prints what came of a run.
  func report(_ run: (result: ExecutionResult, unanswered: UnansweredCall?)) throws {
    if let call = run.unanswered {
      StandardStreams.write("cws execute: \(call.message)\n", to: .error)
      throw ExitCode(2)
    }
    let result = run.result
    if history {
      StatesFiles.print(["events": .array(result.history.map(\.json))])
    } else if let output = result.output {
      StatesFiles.print(output)
    }
    guard let failure = result.failure else { return }
    StandardStreams.write(JSONWriter.indented(failure) + "\n", to: .error)
    throw ExitCode.failure
  }
}

extension ExecutionResult {
  /// What is told of a run that has no output.
  fileprivate var failure: JSONValue? {
    switch status {
    case .succeeded: return nil
    case .failed(let error):
      let texts = [("error", error.error), ("cause", error.cause)]
      return .object(
        texts.compactMap { key, text in text.map { (key: key, value: .string($0)) } })
    case .timedOut: return ["error": "States.Timeout"]
    case .cancelled, .stopped: return ["error": "ExecutionAborted"]
    }
  }
}
