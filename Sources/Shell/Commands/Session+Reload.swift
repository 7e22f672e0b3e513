import ServiceHost
import ServiceModel
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// `reload [SERVICE]`: what came from the services turns stale.
  func reload(_ name: Name?) async throws(SessionFailure) {
    let names = try name.map { name throws(SessionFailure) in [try knownService(name)] }
    var batch = LoadBatch()
    for service in names ?? catalog.services.keys.sorted() where !Task.isCancelled {
      await batch.add { () async throws(SessionFailure) in
        try await reloadService(service, progress: surroundings.progress)
      }
    }
    guard !batch.loaded.isEmpty || !batch.failures.isEmpty else {
      throw .message("no service is loaded", help: "see `help load`")
    }
    defer { markStale(Set(batch.loaded.map(\.name))) }
    try report(batch)
  }

  /// Whether services are loaded again when their sources are saved.
  package var watchesSources: Bool { settings.watchesSources }

  /// The services whose sources are saved, as that happens; given once after `set watch on`.
  package func takeSavedServices() -> AsyncStream<String>? {
    defer { savedServices = nil }
    return savedServices
  }

  /// Loads `service` again because its source has been saved, and says so.
  package func reloadSaved(_ service: String) async {
    guard catalog.services[service] != nil else { return }
    do throws(SessionFailure) {
      let description = try await reloadService(service) { _ in }
      show(
        .passing(StyledText("saved and loaded again  ", .faint) + Self.routeTable([description])))
      markStale([service])
    } catch {
      show(error.output)
      show(.passing("\(service) answers as before it was saved"))
    }
  }

  // MARK: -

  /// Loads one service again.
  private func reloadService(
    _ service: String, progress: @escaping @Sendable (WorkProgress?) -> Void
  ) async throws(SessionFailure) -> ServiceDescription {
    defer { progress(nil) }
    do throws(ServiceHostError) {
      let description = try await surroundings.services.reload(service) { progress($0.shown) }
      catalog.services[service] = description
      return description
    } catch {
      throw SessionFailure(error)
    }
  }

  /// Marks what came from `services`: results, cells, and steps of workflows.
  private func markStale(_ services: Set<String>) {
    notebook.markStale(services)
    for name in results.markStale(services) { announceStale("$\(name)") }
    for index in workflows.indices where workflows[index].markReloaded(services) {
      announceStale(workflows[index].name)
    }
    announceStale(services.sorted().flatMap { workspace?.callers(of: $0) ?? [] })
  }
}
