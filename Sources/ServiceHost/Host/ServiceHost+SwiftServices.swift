extension ServiceHost {
  /// The program of the one-file service at `path`, compiled if need be, and its routes.
  func prepareSwiftFile(
    _ path: String, as name: String, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LoadedProgram {
    let runner = commandRunner()
    let service = try await SwiftService.locate(path, configuration, runner)
    try await service.toolkit.build(runner, progress)
    try await service.compile(runner, progress)
    return try await prepare(service.build, as: name, progress)
  }

  /// The program of a product of the package at `path`, built if need be, and its routes.
  func preparePackage(
    _ path: String, product: String?, as name: String,
    _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LoadedProgram {
    let runner = commandRunner()
    let package = try await SwiftPackage.locate(path, product: product, configuration, runner)
    try await package.compile(runner, progress)
    return try await prepare(package.build, as: name, progress)
  }
}

extension SwiftService {
  /// Finds the service in the file at `path`, and the toolkit that compiles it.
  @concurrent static func locate(
    _ path: String, _ configuration: HostConfiguration, _ runner: CommandRunner
  ) async throws(ServiceHostError) -> SwiftService {
    _ = try Files.read(Files.absolute(path))
    let toolkit = try await Toolkit.locate(configuration, runner)
    return try SwiftService(path: path, toolkit: toolkit)
  }
}
