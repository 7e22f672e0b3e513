extension ServiceHost {
  /// A Lambda package of the loaded service `service`.
  package func package(
    _ service: String, architecture: LambdaArchitecture? = nil,
    progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
  ) async throws(ServiceHostError) -> LambdaPackage {
    guard let source = sources[service] else {
      throw ServiceHostError(.unknownService, "no service is loaded as \(service)")
    }
    return try await package(source, architecture: architecture, progress: progress)
  }

  /// A Lambda package of `source`, which need not be loaded, for functions with `architecture`, or
  /// that of the program.
  package func package(
    _ source: ServiceSource, architecture: LambdaArchitecture? = nil,
    progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
  ) async throws(ServiceHostError) -> LambdaPackage {
    let contents = try await contents(of: source, architecture, progress)
    return try await LambdaPackage.make(contents, architecture: architecture)
  }

  // MARK: -

  /// What goes into a package of `source`, built if need be.
  private func contents(
    of source: ServiceSource, _ architecture: LambdaArchitecture?,
    _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LambdaPackage.Contents {
    if case .executable(let path, let arguments) = source {
      return LambdaPackage.Contents(program: Files.absolute(path), arguments: arguments)
    }
    if let architecture, architecture != .own {
      throw ServiceHostError(
        .packaging, "services cannot be compiled for \(architecture.rawValue) here",
        help: "package it on a machine with \(architecture.rawValue), or in a container of one")
    }
    switch source {
    case .bundled(let name): return try await bundledContents(name, progress)
    case .swiftFile(let path): return try await fileContents(path, progress)
    case .swiftPackage(let path, let product):
      return try await packageContents(path, product, progress)
    case .executable(let path, _): return LambdaPackage.Contents(program: path)
    }
  }

  /// What goes into a package of the one-file service at `path`.
  private func fileContents(
    _ path: String, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LambdaPackage.Contents {
    let runner = commandRunner()
    let service = try await SwiftService.locate(path, configuration, runner)
    try await service.toolkit.build(runner, progress)
    try await service.compileForDeployment(runner, progress)
    return LambdaPackage.Contents(program: service.build.bootstrap)
  }

  /// What goes into a package of a product of the Swift package at `path`.
  private func packageContents(
    _ path: String, _ product: String?, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LambdaPackage.Contents {
    let runner = commandRunner()
    let package = try await SwiftPackage.locate(path, product: product, configuration, runner)
    try await package.compileForDeployment(runner, progress)
    return LambdaPackage.Contents(
      program: package.build.bootstrap, resources: package.resources)
  }

  /// What goes into a package of the bundled service `name`.
  private func bundledContents(
    _ name: String, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LambdaPackage.Contents {
    guard configuration.bundled[name] != nil else { throw unknownBundledService(name) }
    let runner = commandRunner()
    let toolkit = try await Toolkit.locate(configuration, runner)
    let services = try BundledServices(toolkit: toolkit)
    try await services.compileForDeployment(runner, progress)
    return LambdaPackage.Contents(program: services.program, arguments: [name])
  }
}
