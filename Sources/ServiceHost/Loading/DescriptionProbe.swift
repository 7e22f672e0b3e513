import JSON
import ServiceModel

/// Asks a program for its routes: with `CWS_DESCRIBE=1` it prints its OpenAPI document and ends.
struct DescriptionProbe: Sendable {
  /// The program.
  var program: ServiceProgram

  /// The service's name.
  var service: String

  /// The program's variables.
  var environment: [String: String]

  /// How long the program may take.
  var limit: Duration

  /// Runs the program and returns the document that it prints.
  func run(_ runner: CommandRunner) async throws(ServiceHostError) -> JSONValue {
    let command = Command(
      executable: program.executable, arguments: program.arguments,
      environment: environment.merging(["CWS_DESCRIBE": "1"]) { $1 })
    return try document(of: try await runner.run(command, limit: limit))
  }

  // MARK: -

  /// The document that the program printed.
  private func document(of result: Command.Result) throws(ServiceHostError) -> JSONValue {
    let lines = LogExcerpt.lines(of: result.errors, count: 10)
    guard let status = result.status else {
      throw error("did not describe itself within \(limit.words)", lines)
    }
    guard status == .exited(0) else { throw error("\(status) instead of describing itself", lines) }
    guard let document = try? JSONReader.read(utf8: result.output), document["paths"] != nil else {
      let start = String(decoding: result.output.prefix(80), as: UTF8.self)
      let what = result.output.isEmpty ? "nothing" : JSONWriter.quoted(start)
      throw error("printed \(what) where its OpenAPI document was expected", lines)
    }
    return document
  }

  /// The error that the service `did` something else.
  private func error(_ did: String, _ lines: [String]) -> ServiceHostError {
    ServiceHostError(
      .description, "\(service) \(did)",
      help:
        "with CWS_DESCRIBE=1 in its environment, a service prints its OpenAPI document and ends",
      output: lines)
  }
}
