import ArgumentParser
import Gateway
import ServiceHost
import ServiceModel
import Shell

/// `cws serve SERVICE…`: services over HTTP, as Amazon API Gateway serves them.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve services over HTTP, as API Gateway does.",
    discussion: """
      A service is what `load` takes: a bundled name, a Swift file, … One service has all paths, \
      of several each has those that begin with its name. A path may begin with the stage.

      The behaviour is that of a REST API of Amazon API Gateway with a Lambda proxy integration: \
      the same events, headers, errors and limits; routes that are not public ask the service's \
      authorizer, whose answers count for five minutes. At / (or /_/ where the service has a \
      route there) a page lists the routes and tries them; /openapi.json is the document.

      The address goes to standard output; a line for each request, and what the services log, to \
      standard error. Ctrl-C lets the requests that are being served end, then the server.

      Examples:
        cws serve inventory.swift
        cws serve inventory.swift orders.swift --port 0 --stage prod
      """)

  @Argument(help: "The services.", completion: .file())
  var services: [String]

  @Option(help: "The port; 0 is any that is free.")
  var port = 8_000

  @Option(help: "The address to listen on; 0.0.0.0 lets other machines in.")
  var host = "127.0.0.1"

  @Option(help: "The stage's name.")
  var stage = "dev"

  @Option(help: "The most processes of each service.")
  var processes: Int?

  @Option(
    help: """
      As whom requests without an Authorization header come: anonymous, or iam, the user as whom \
      the prompt calls.
      """)
  var caller = PromptCaller.anonymous

  @Flag(help: "Load services again when their files are saved.")
  var watch = false

  @Flag(name: .shortAndLong, help: "Print neither a line for each request nor the services' logs.")
  var quiet = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port must be between 0 and 65535")
    }
    if let processes, processes < 1 { throw ValidationError("--processes must be at least 1") }
    let isFine = stage.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains(scalar))
    }
    guard isFine, !stage.isEmpty, stage.utf8.count <= 128 else {
      throw ValidationError("a stage's name has letters, digits, - and _, at most 128")
    }
  }

  /// What the stage is set to.
  var settings: GatewaySettings {
    var settings = GatewaySettings(stage: stage)
    if caller == .iam { settings.userARN = ServiceRequest.Caller.shellARN }
    return settings
  }

  func run() async throws {
    let isFine = await Serving(self).run()
    ServingLog.flush()
    if !isFine { throw ExitCode.failure }
  }
}

extension PromptCaller: ExpressibleByArgument {}
