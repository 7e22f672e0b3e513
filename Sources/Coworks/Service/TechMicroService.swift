import LambdaRuntime
@_exported public import ServiceModel

/// A small technical service: one type whose methods are its routes.
///
/// The macro `@TechMicroService` conforms a type to it.
public protocol TechMicroService: Sendable {
  /// Creates the one instance that serves all calls of its process.
  init() async throws

  /// The routes and what answers them.
  static var outline: ServiceOutline<Self> { get }
}

extension TechMicroService {
  /// Serves calls until the process ends; this is what the program of a service does.
  public static func serve() async -> Never {
    await LambdaRuntime.run { try await Self().definition }
  }

  /// The service as values and functions.
  package var definition: ServiceDefinition { Self.outline.definition(of: self) }
}
