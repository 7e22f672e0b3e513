import JSON
import Logging
package import ServiceModel

/// The loop of a service's process: asks the Lambda Runtime API for an invocation, serves it,
/// answers, and asks again.
///
/// It holds one connection and blocks its thread while it waits, which is all that a process
/// serving one invocation at a time needs, and the fastest.
package struct LambdaRuntime {
  /// The client of the runtime API.
  private var client: RuntimeClient

  /// The service.
  private let service: ServiceDefinition

  /// The names in the events so far, which are those of the next ones too.
  private var names = JSONNames()

  /// Creates the loop of `service` with the runtime API at `endpoint`, such as `127.0.0.1:9001`.
  package init(_ service: ServiceDefinition, endpoint: String) throws(RuntimeError) {
    client = RuntimeClient(connection: try Connection(endpoint: endpoint))
    self.service = service
  }

  /// Runs the service that `make` creates, as its environment says, until the process ends.
  ///
  /// - With `CWS_DESCRIBE=1` the OpenAPI document goes to standard output.
  /// - With `AWS_LAMBDA_RUNTIME_API` the service serves invocations; `CWS_RUNTIME_SOCKET` names a
  ///   shorter way to the same, if the host has one.
  ///
  /// It leaves the main actor, from which every call of an actor or of a concurrent function, and
  /// the way back, would wake another thread.
  @concurrent
  package static func run(
    _ make: @Sendable () async throws -> ServiceDefinition
  ) async -> Never {
    Log.bufferStandardOutputByLines()
    LoggingSystem.bootstrap(
      { JSONLogHandler(label: $0, metadataProvider: $1) }, metadataProvider: nil)
    if ProcessEnvironment["CWS_DESCRIBE"] == "1" { await describe(make) }
    guard
      let endpoint = ProcessEnvironment["CWS_RUNTIME_SOCKET"]
        ?? ProcessEnvironment["AWS_LAMBDA_RUNTIME_API"]
    else {
      Log.write("this is a service: load it in cws, or deploy it to AWS Lambda")
      ProcessExit.usage()
    }
    do {
      var runtime = try LambdaRuntime(await start(make, endpoint: endpoint), endpoint: endpoint)
      try await runtime.serve()
    } catch RuntimeError.closed {
      ProcessExit.done()
    } catch {
      Log.write("error: \(error)")
      ProcessExit.failed()
    }
  }

  /// Runs `service`, as its environment says, until the process ends.
  package static func run(_ service: ServiceDefinition) async -> Never {
    await run { service }
  }

  /// Serves invocations until the runtime API goes away.
  package mutating func serve() async throws(RuntimeError) -> Never {
    var invocation = try client.next()
    while true {
      TraceVariable.current.write(invocation.traceID ?? "")
      let outcome = await outcome(of: invocation)
      Log.flushStandardOutput()
      invocation = try client.next(after: invocation, outcome)
    }
  }

  /// How `invocation` ends.
  private mutating func outcome(of invocation: RuntimeClient.Invocation) async -> InvocationOutcome
  {
    do {
      let event = try JSONReader.read(utf8: invocation.body, names: &names)
      return await service.handle(event: event, context: invocation.context)
    } catch {
      return .error(type: "Runtime.InvalidEvent", message: "the event is no JSON: \(error.message)")
    }
  }
}

// MARK: - Starting

extension LambdaRuntime {
  /// The service that `make` creates; a failure is reported to the runtime API.
  private static func start(
    _ make: () async throws -> ServiceDefinition, endpoint: String
  ) async throws -> ServiceDefinition {
    do {
      return try await make()
    } catch {
      var client = RuntimeClient(connection: try Connection(endpoint: endpoint))
      try client.postInitializationError(
        type: "Runtime.InitError", message: String(describing: error))
      throw error
    }
  }

  /// Writes the description of the service that `make` creates, and nothing else, to standard
  /// output.
  private static func describe(_ make: () async throws -> ServiceDefinition) async -> Never {
    let output = StandardOutput.reserve()
    do {
      let description = try await make().description
      output.write(JSONWriter.utf8(description.openAPI))
      ProcessExit.done()
    } catch {
      Log.write("error: \(error)")
      ProcessExit.failed()
    }
  }
}
