import ServiceModel

/// What came of loading several services.
struct LoadBatch {
  /// The services that are ready.
  private(set) var loaded: [ServiceDescription] = []

  /// How long each of them took, by name.
  private(set) var times: [String: Duration] = [:]

  /// Why others are not.
  private(set) var failures: [SessionFailure] = []

  /// Loads one more; that it fails does not keep the rest from it.
  mutating func add(
    _ load: () async throws(SessionFailure) -> ServiceDescription
  ) async {
    let start = ContinuousClock.now
    do throws(SessionFailure) {
      let service = try await load()
      loaded.append(service)
      times[service.name] = ContinuousClock.now - start
    } catch {
      failures.append(error)
    }
  }
}
