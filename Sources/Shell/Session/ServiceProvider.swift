package import JSON
package import ServiceHost
package import struct ServiceHost.Invocation
package import ServiceModel

/// What a session needs of services; ``ServiceHost`` in the tool, something quicker in tests.
package protocol ServiceProvider: Sendable {
  /// Makes the service at `source` ready to be called.
  ///
  /// - Parameters:
  ///   - source: The service.
  ///   - name: What it is called; nil for its own name.
  ///   - progress: Is told what is being done while it takes long.
  /// - Returns: The service's routes.
  /// - Throws: Why the service cannot be called.
  func load(
    _ source: ServiceSource, as name: String?, progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> ServiceDescription

  /// Loads a service again from where it came from, and ends its processes.
  func reload(
    _ name: String, progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> ServiceDescription

  /// Forgets a service and ends its processes.
  func unload(_ name: String) async

  /// Sends `payload` to a service and waits for its answer, until `timeout` or cancellation.
  func invoke(_ service: String, payload: JSONValue, timeout: Duration?) async -> Invocation

  /// The last lines that a service wrote to its log.
  func logs(of name: String) async -> [String]

  /// The Lambda package of a service.
  func package(_ name: String) async throws(ServiceHostError) -> [UInt8]
}
