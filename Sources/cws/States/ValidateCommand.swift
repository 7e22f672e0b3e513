import ArgumentParser
import Diagnostics
import Shell
import StatesLanguage

/// `cws validate FILE`: checks a state machine as Step Functions does.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check a state machine (ASL) as Step Functions does, with positions.",
    discussion: "The exit code is 1 if Step Functions would refuse it.")

  @Argument(help: "The definition in the Amazon States Language.", completion: .file())
  var file: String

  @Flag(help: "Print the response of ValidateStateMachineDefinition.")
  var json = false

  @Flag(help: "With --json, list warnings too.")
  var warnings = false

  @Option(help: "The kind of workflow: STANDARD or EXPRESS.")
  var type: WorkflowType = .standard

  func run() throws {
    let validation = try StatesFiles.validation(of: file, type: type.machineType)
    if json {
      StatesFiles.print(validation.response(withWarnings: warnings))
    } else {
      StatesFiles.print(validation, of: file, to: .output)
      if validation.findings.isEmpty { StandardStreams.write("\(file): OK\n", to: .output) }
    }
    if !validation.isValid { throw ExitCode.failure }
  }
}
