import ServiceModel

/// A service that the host runs, with its processes.
///
/// It belongs to its host and is used on the host's event loop only.
final class LoadedService {
  /// The name under which it is called.
  let name: String

  /// Where it comes from.
  let source: ServiceSource

  /// The program of its processes.
  let program: ServiceProgram

  /// Its routes.
  let description: ServiceDescription

  /// The variables that the files beside its source set.
  var variables: [String: String]

  /// Its calls and processes.
  var pool: ServicePool

  /// Creates a service without processes.
  init(
    id: PoolID, name: String, source: ServiceSource, loaded: LoadedProgram,
    pool: ServicePool.Limits
  ) {
    self.name = name
    self.source = source
    self.program = loaded.program
    self.description = loaded.description
    self.variables = loaded.variables
    self.pool = ServicePool(id: id, service: name, limits: pool)
  }
}

extension LoadedService {
  /// What its function may use.
  var function: FunctionConfiguration { description.function }

  /// How long a call of it may take.
  var timeout: Duration { .seconds(function.timeoutSeconds) }
}

/// The program that answers for a service.
struct ServiceProgram: Hashable, Sendable {
  /// The path of the program.
  var executable: String

  /// Its arguments.
  var arguments: [String] = []

  /// The folder in which it starts, which is that of the program.
  var folder: String { Files.folder(of: executable) }
}

/// A program with what is known of its routes.
struct LoadedProgram: Sendable {
  /// The program.
  var program: ServiceProgram

  /// Its routes.
  var description: ServiceDescription

  /// The variables that the files beside its source set.
  var variables: [String: String] = [:]
}
