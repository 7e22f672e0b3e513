package import ServiceModel
import JSON

extension ServiceHost {
  /// Makes `source` callable as `name`, and returns its routes.
  ///
  /// A service that had the name finishes its calls. Services can be loaded side by side.
  package func load(
    _ source: ServiceSource, as name: String? = nil,
    progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
  ) async throws(ServiceHostError) -> ServiceDescription {
    let name = name ?? source.defaultName
    guard ServiceName.isValid(name) else { throw ServiceName.error(name) }
    var loaded = try await prepare(source, as: name, progress)
    guard !isShutDown else { throw ServiceHostError(.cancelled, "the host has been shut down") }
    loaded.variables = try Self.variables(of: source, stage: stage)
    loaded.description.name = name
    install(loaded, from: source, as: name)
    return loaded.description
  }

  /// Loads `service` again from where it came.
  package func reload(
    _ service: String, progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
  ) async throws(ServiceHostError) -> ServiceDescription {
    guard let source = sources[service] else {
      throw ServiceHostError(.unknownService, "no service is loaded as \(service)")
    }
    return try await load(source, as: service, progress: progress)
  }

  // MARK: -

  /// The program of `source`, made if need be, and its routes.
  private func prepare(
    _ source: ServiceSource, as name: String,
    _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LoadedProgram {
    switch source {
    case .bundled(let bundled): try await prepareBundled(bundled, progress)
    case .executable(let path, let arguments):
      try await prepareExecutable(path, arguments, as: name, progress)
    case .swiftFile(let path): try await prepareSwiftFile(path, as: name, progress)
    case .swiftPackage(let path, let product):
      try await preparePackage(path, product: product, as: name, progress)
    }
  }

  /// The program of a service that comes with the tool.
  private func prepareBundled(
    _ name: String, _ progress: @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LoadedProgram {
    guard let bundled = configuration.bundled[name] else { throw unknownBundledService(name) }
    let program = ServiceProgram(executable: bundled.executable, arguments: bundled.arguments)
    if let description = bundled.description {
      return LoadedProgram(program: program, description: description)
    }
    progress(.describing(service: name))
    return LoadedProgram(
      program: program, description: try await describe(program, as: name))
  }

  /// The error that no bundled service has that name.
  func unknownBundledService(_ name: String) -> ServiceHostError {
    let names = configuration.bundled.keys.sorted().joined(separator: ", ")
    return ServiceHostError(
      .unknownService, "no bundled service is named \(name)",
      help: names.isEmpty ? nil : "there are \(names)")
  }

  /// The program at `path`, which must tell its routes.
  private func prepareExecutable(
    _ path: String, _ arguments: [String], as name: String,
    _ progress: @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LoadedProgram {
    let path = Files.absolute(path)
    guard Files.isExecutable(path) else {
      let problem = Files.exists(path) ? "cannot be executed" : "does not exist"
      throw ServiceHostError(.unreadableFile, "\(path) \(problem)")
    }
    let program = ServiceProgram(executable: path, arguments: arguments)
    if let document = try DescriptionFile.document(of: path) {
      return LoadedProgram(program: program, description: ServiceDescription(openAPI: document))
    }
    progress(.describing(service: name))
    let document = try await askForRoutes(program, as: name)
    return LoadedProgram(program: program, description: ServiceDescription(openAPI: document))
  }

  /// The program of what was built in `build`, and its routes, which it is asked for once.
  func prepare(
    _ build: ServiceBuild, as name: String, _ progress: @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LoadedProgram {
    let program = ServiceProgram(executable: build.program)
    if let known = build.document {
      return LoadedProgram(program: program, description: ServiceDescription(openAPI: known))
    }
    progress(.describing(service: name))
    let document = try await openAPI(of: program, as: name)
    try build.keep(document)
    return LoadedProgram(program: program, description: ServiceDescription(openAPI: document))
  }

  /// The routes that `program` tells.
  private func describe(
    _ program: ServiceProgram, as name: String
  ) async throws(ServiceHostError) -> ServiceDescription {
    ServiceDescription(openAPI: try await openAPI(of: program, as: name))
  }
}
