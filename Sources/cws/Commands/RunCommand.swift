import ArgumentParser
import Foundation
import JSON
import Shell
import Synchronization

/// `cws run FILE`: runs a session, or one of its workflows.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a saved session, or one of its workflows, and print the output as JSON.")

  @Argument(help: "The session.", completion: .file())
  var file: String

  @Option(help: "Run this workflow; of the session only what it needs is run.")
  var workflow: String?

  @Option(
    help: "The workflow's input, as JSON; fields of an object replace those of its sample input.")
  var input: String?

  func validate() throws {
    if input != nil, workflow == nil { throw ValidationError("--input needs --workflow") }
    _ = try inputValue
  }

  func run() async throws {
    let last = LastValue()
    let runtime = Runtime.script { output in
      switch output {
      case .value(let value), .file(let value): last.set(value)
      default: Runtime.printToError(output)
      }
    }
    let isFine = await run(in: runtime)
    await runtime.close()
    if let value = last.value {
      StandardStreams.write(JSONWriter.indented(value) + "\n", to: .output)
    }
    if !isFine { throw ExitCode.failure }
  }

  /// Runs the session or the workflow.
  private func run(in runtime: Runtime) async -> Bool {
    guard await runtime.session.runFile(file, onlyDefinitions: workflow != nil) else {
      return false
    }
    guard let workflow else { return true }
    return await runtime.session.runWorkflow(workflow, input: try? inputValue)
  }

  /// The workflow's input, if it is given.
  private var inputValue: JSONValue? {
    get throws {
      do throws(JSONSyntaxError) {
        return try input.map { text throws(JSONSyntaxError) in try JSONReader.read(text) }
      } catch {
        throw ValidationError("the input is no JSON: \(error.message) (byte \(error.offset))")
      }
    }
  }
}

/// The value that was printed last.
private final class LastValue: Sendable {
  private let stored = Mutex<JSONValue?>(nil)

  var value: JSONValue? { stored.withLock { $0 } }

  func set(_ value: JSONValue) { stored.withLock { $0 = value } }
}
