package import JSON
package import ServiceHost
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
  func invoke(_ service: String, payload: JSONValue, timeout: Duration?) async -> CallResult

  /// The last lines that a service wrote to its log.
  func logs(of name: String) async -> [LogLine]

  /// The last lines of a service's log and, as they come, the next ones, until the task that reads
  /// them is cancelled.
  func logStream(of name: String) async -> AsyncStream<LogLine>

  /// The services whose sources have been saved, as that happens, until the task that reads them is
  /// cancelled.
  ///
  /// - Throws: Why files cannot be watched.
  func changes() async throws(ServiceHostError) -> AsyncStream<String>

  /// Lets services have the variables of another stage.
  ///
  /// - Throws: What is wrong with the stage or its files.
  func setStage(_ stage: String) async throws(ServiceHostError)

  /// Lets each service have at most `limit` processes.
  func setProcessLimit(_ limit: Int) async

  /// The Lambda package of a service.
  func package(
    _ name: String, progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> [UInt8]
}
