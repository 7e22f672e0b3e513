import Diagnostics
import ServiceHost
import ServiceModel
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// `load WHAT… [as NAME]`; what cannot be loaded does not keep the rest from it.
  func load(_ sources: [Name], alias: Name?) async throws(SessionFailure) {
    if let alias, sources.count > 1 {
      throw .message("`as \(alias)` names one service, but \(sources.count) are loaded")
    }
    var batch = LoadBatch()
    for source in sources where !Task.isCancelled {
      await batch.add { () async throws(SessionFailure) in
        try await loadService(source.text, alias: alias?.text)
      }
    }
    try report(batch)
  }

  /// Prints what was loaded, and what could not be.
  func report(_ batch: LoadBatch) throws(SessionFailure) {
    if !batch.loaded.isEmpty { print(.text(Self.routeTable(batch.loaded, times: batch.times))) }
    guard var last = batch.failures.last else { return }
    for failure in batch.failures.dropLast() { print(failure.output) }
    last.isKept = !batch.loaded.isEmpty
    throw last
  }

  /// `unload SERVICE`.
  func unload(_ name: Name) async throws(SessionFailure) {
    let service = try knownService(name)
    await surroundings.services.unload(service)
    catalog.services[service] = nil
  }

  /// `services`.
  func listServices() {
    let loaded = catalog.services.values.sorted { $0.name < $1.name }
    if !loaded.isEmpty { print(.text(Self.routeTable(loaded))) }
    let others = surroundings.bundledServices.filter { catalog.services[$0.name] == nil }
    guard !others.isEmpty else { return }
    var text = StyledText("bundled, ready to `load`:", .faint)
    for service in others { text.append("\n  \(service.name)  \(service.summary)") }
    print(.text(text))
  }

  /// The loaded service that `name` names.
  func knownService(_ name: Name) throws(SessionFailure) -> String {
    if catalog.services[name.text] != nil { return name.text }
    let nearest = nearestName(to: name.text, among: catalog.services.keys.sorted())
    throw .message(
      "no service `\(name)` is loaded",
      help: nearest.map { "did you mean `\($0)`?" } ?? "load it with `load`; see `services`")
  }

  // MARK: -

  /// Loads one service and enters it into the catalog.
  private func loadService(
    _ source: String, alias: String?
  ) async throws(SessionFailure) -> ServiceDescription {
    let progress = surroundings.progress
    do throws(ServiceHostError) {
      let description = try await surroundings.services.load(
        try serviceSource(source), as: alias, progress: { progress($0.shown) })
      progress(nil)
      catalog.services[description.name] = description
      return description
    } catch {
      progress(nil)
      throw SessionFailure(error)
    }
  }

  /// A line a service: its name, then its routes.
  static func routeTable(
    _ services: [ServiceDescription], times: [String: Duration] = [:]
  ) -> StyledText {
    let width = services.map(\.name.displayWidth).max() ?? 0
    var text = StyledText()
    for (index, service) in services.enumerated() {
      if index > 0 { text.append("\n") }
      let padding = String(repeating: " ", count: width - service.name.displayWidth)
      text.append(service.name, .strong)
      text.append(padding)
      for route in service.routes {
        text.append("  ")
        text.append(route.method.rawValue, .keyword)
        text.append(" \(route.path)")
      }
      if let time = times[service.name], time >= .seconds(10) {
        text.append("  \(time.shortText)", .measure)
      }
    }
    return text
  }
}
