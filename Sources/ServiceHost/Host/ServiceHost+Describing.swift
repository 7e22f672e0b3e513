import JSON
import ServiceModel

extension ServiceHost {
  /// Asks `program`, which was not built here, for its OpenAPI document: by a call of
  /// `GET /admin/routes`, and if that is no answer, as the authors' library has it.
  func askForRoutes(
    _ program: ServiceProgram, as name: String
  ) async throws(ServiceHostError) -> JSONValue {
    let answer = await callForRoutes(program, as: name)
    if let document = answer.document { return document }
    if Task.isCancelled { throw ServiceHostError(.cancelled, "cancelled") }
    do throws(ServiceHostError) {
      return try await openAPI(of: program, as: name)
    } catch {
      guard error.code == .description else { throw error }
      throw ServiceHostError(
        .description, "\(name) does not tell its routes",
        help: """
          put its OpenAPI document beside it, as \(DescriptionFile.paths(of: program.executable)[0]), \
          or let it answer GET /admin/routes with that document
          """, output: ["GET /admin/routes: \(answer.problem)"])
    }
  }

  /// Asks `program` for its OpenAPI document, as the authors' library prints it.
  func openAPI(
    of program: ServiceProgram, as name: String
  ) async throws(ServiceHostError) -> JSONValue {
    var environment = ServiceEnvironment(
      service: name, region: configuration.region, taskRoot: program.folder,
      runtimeAPI: "127.0.0.1:9")
    environment.extra = configuration.environment
    let probe = DescriptionProbe(
      program: program, service: name, environment: environment.variables,
      limit: configuration.startTimeout)
    return try await probe.run(commandRunner())
  }

  // MARK: -

  /// What a process of `program`, started for this call alone, answers when asked for its routes.
  private func callForRoutes(_ program: ServiceProgram, as name: String) async -> RoutesAnswer {
    let loaded = LoadedProgram(program: program, description: ServiceDescription(name: name))
    let source = ServiceSource.executable(path: program.executable, arguments: program.arguments)
    let pool = makePool(of: loaded, from: source, as: name)
    defer { handle(.retire, in: pool) }
    let request = ServiceRequest(.get, "/admin/routes", caller: .workflow)
    let call = Call(
      id: .random(), payload: JSONWriter.utf8(request.event(.workflow)),
      timeout: configuration.startTimeout)
    let report = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        calls[call.id] = RunningCall { continuation.resume(returning: $0) }
        handle(.call(call), in: pool)
      }
    } onCancel: {
      later { $0.cancel(call.id) }
    }
    return RoutesAnswer(CallResult(RawInvocation(report), of: name).outcome)
  }
}

/// What a service answered to the question for its routes.
private struct RoutesAnswer {
  /// The OpenAPI document, if it answered with one.
  let document: JSONValue?

  /// What it answered instead.
  let problem: String

  /// Reads `outcome`: the document itself, or an answer of HTTP with it.
  init(_ outcome: InvocationOutcome) {
    switch outcome {
    case .error(let type, let message):
      document = nil
      problem = "\(type): \(message)"
    case .answer(let value):
      let body = value["body"]?.stringValue ?? ""
      let candidates = [value, try? JSONReader.read(utf8: Array(body.utf8))].compactMap { $0 }
      document = candidates.first { $0["paths"] != nil }
      problem = "an answer that is no OpenAPI document"
    }
  }
}
