import ArgumentParser
import Diagnostics
import Foundation
import JSON
import Shell
import StatesExecution
import StatesLanguage
import StatesTesting

/// `cws execute FILE`: runs a state machine with mocks in the place of services.
struct ExecuteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "execute",
    abstract: "Run a state machine (ASL) as Step Functions would, and print its output.",
    discussion: """
      Tasks are answered by mocks in the format of Step Functions Local's MockConfigFile. A failed \
      run prints {"error", "cause"} on standard error and exits with 1.

      With --batch, cases of recorded runs are read one a line, from the file or from standard \
      input, and answered one a line.
      """)

  @Argument(help: "The definition in the Amazon States Language.", completion: .file())
  var file: String?

  @Option(help: "The input, as JSON or as @FILE.")
  var input: String?

  @Option(help: "The answers of services, in a MockConfigFile.", completion: .file())
  var mocks: String?

  @Option(help: "The case of the mocks, as MACHINE#CASE.")
  var `case`: String?

  @Flag(help: "Print the response of GetExecutionHistory instead of the output.")
  var history = false

  @Option(help: "A JSON file with members of the context object.", completion: .file())
  var context: String?

  @Option(help: "When the execution starts, in RFC 3339.")
  var now: String?

  @Option(
    help: "A folder that stands in for S3: its folders are the buckets.", completion: .directory)
  var s3: String?

  @Option(help: "Start at this state, on --input, with --variables.")
  var from: String?

  @Option(help: "The variables to start with, as JSON or as @FILE.")
  var variables: String?

  @Option(help: "Let time pass at once (virtual) or as it does (real).")
  var clock: ClockChoice = .virtual

  @Option(help: "The kind of workflow: STANDARD or EXPRESS.")
  var type: WorkflowType = .standard

  @Flag(help: "Answer cases of recorded runs, one a line.")
  var batch = false

  func validate() throws {
    if file == nil, !batch { throw ValidationError("Missing expected argument '<file>'") }
    if self.case != nil, mocks == nil { throw ValidationError("--case needs --mocks") }
    if variables != nil, from == nil { throw ValidationError("--variables needs --from") }
  }

  func run() async throws {
    if batch {
      try await BatchRun(file: file).run()
    } else {
      let run = try prepared()
      try report(await run.finish())
    }
  }
}

/// How time passes in a run.
enum ClockChoice: String, ExpressibleByArgument, CaseIterable {
  case virtual, real

  /// The mode of the driver.
  var mode: ExecutionDriver.ClockMode {
    switch self {
    case .virtual: .virtual
    case .real: .real
    }
  }
}

/// A kind of workflow on the command line.
enum WorkflowType: String, ExpressibleByArgument, CaseIterable {
  case standard = "STANDARD"
  case express = "EXPRESS"

  /// The kind in the model.
  var machineType: MachineType {
    switch self {
    case .standard: .standard
    case .express: .express
    }
  }
}
