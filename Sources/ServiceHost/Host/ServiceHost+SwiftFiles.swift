import JSON
import ServiceModel

extension ServiceHost {
  /// The program of the one-file service at `path`, compiled if need be, and its routes.
  func prepareSwiftFile(
    _ path: String, as name: String, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LoadedProgram {
    let service = try await SwiftService.locate(path, configuration)
    try await service.toolkit.build(progress)
    try await service.compile(progress)
    let program = ServiceProgram(executable: service.program)
    if let known = try? JSONReader.read(utf8: Files.read(service.document)) {
      return LoadedProgram(program: program, description: ServiceDescription(openAPI: known))
    }
    progress(.describing(service: name))
    let document = try await openAPI(of: program, as: name)
    try Files.write(JSONWriter.utf8(document), to: service.document)
    return LoadedProgram(program: program, description: ServiceDescription(openAPI: document))
  }
}

extension SwiftService {
  /// Finds the service in the file at `path`, and the toolkit that compiles it.
  @concurrent static func locate(
    _ path: String, _ configuration: HostConfiguration
  ) async throws(ServiceHostError) -> SwiftService {
    _ = try Files.read(Files.absolute(path))
    let toolkit = try await Toolkit.locate(configuration)
    return try SwiftService(
      path: path, toolkit: toolkit, cacheDirectory: configuration.cacheDirectory)
  }
}
