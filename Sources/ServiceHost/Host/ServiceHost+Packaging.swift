extension ServiceHost {
  /// A Lambda package of `service` for the runtime `provided.al2023`: the bytes of a zip archive
  /// that are the same whenever the service is.
  package func package(
    _ service: String, progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
  ) async throws(ServiceHostError) -> [UInt8] {
    guard let pool = services[service], let loaded = pools[pool] else {
      throw ServiceHostError(.unknownService, "no service is loaded as \(service)")
    }
    switch loaded.source {
    case .bundled: return try await LambdaPackage.wrapped(loaded.program)
    case .executable: return try await packageExecutable(loaded.program)
    case .swiftFile(let path): return try await packageSwiftFile(path, progress)
    }
  }

  // MARK: -

  /// The package of a program that was given.
  private func packageExecutable(
    _ program: ServiceProgram
  ) async throws(ServiceHostError) -> [UInt8] {
    guard program.arguments.isEmpty else { return try await LambdaPackage.wrapped(program) }
    return try await LambdaPackage.standalone(program.executable)
  }

  /// The package of the one-file service at `path`, compiled for deployment.
  private func packageSwiftFile(
    _ path: String, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> [UInt8] {
    let service = try await SwiftService.locate(path, configuration)
    try await service.toolkit.build(progress)
    try await service.toolkit.buildForDeployment(progress)
    try await service.compileForDeployment(progress)
    return try await LambdaPackage.standalone(service.bootstrap)
  }
}
