import ArgumentParser
import LambdaRuntime
import StandardServices

/// `cws run-service NAME`: is a bundled service; the host and a Lambda package's bootstrap call it.
struct ServiceCommand: AsyncParsableCommand {
  /// The word that names the command.
  static let name = "run-service"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Be a bundled service, under the Lambda Runtime API.", shouldDisplay: false)

  @Argument(help: "The service.")
  var service: String

  func run() async throws {
    guard let definition = StandardServices.all[service] else {
      let known = StandardServices.all.keys.sorted().joined(separator: ", ")
      throw ValidationError("there is no bundled service `\(service)`; there is \(known)")
    }
    await LambdaRuntime.run(definition)
  }
}
