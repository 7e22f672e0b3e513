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
    var loaded: [ServiceDescription] = []
    var failures: [SessionFailure] = []
    for source in sources where !Task.isCancelled {
      do throws(SessionFailure) {
        loaded.append(try await loadService(source.text, alias: alias?.text))
      } catch {
        failures.append(error)
      }
    }
    if !loaded.isEmpty { print(.text(Self.routeTable(loaded))) }
    guard var last = failures.popLast() else { return }
    for failure in failures { print(failure.output) }
    last.isKept = !loaded.isEmpty
    throw last
  }

  /// `reload [SERVICE]`.
  func reload(_ name: Name?) async throws(SessionFailure) {
    let names = try name.map { name throws(SessionFailure) in [try knownService(name)] }
    let progress = surroundings.progress
    var loaded: [ServiceDescription] = []
    for service in names ?? catalog.services.keys.sorted() {
      do throws(ServiceHostError) {
        let description = try await surroundings.services.reload(service) { progress($0.text) }
        catalog.services[service] = description
        loaded.append(description)
      } catch {
        progress(nil)
        throw SessionFailure(error)
      }
    }
    progress(nil)
    guard !loaded.isEmpty else { throw .message("no service is loaded", help: "see `help load`") }
    print(.text(Self.routeTable(loaded)))
    announceStale(loaded.flatMap { workspace?.callers(of: $0.name) ?? [] })
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

  /// `logs SERVICE`.
  func showLogs(_ name: Name) async throws(SessionFailure) {
    let lines = await surroundings.services.logs(of: try knownService(name))
    show(
      lines.isEmpty
        ? .passing("its log is empty") : .text(StyledText(lines.joined(separator: "\n"))))
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
        try serviceSource(source), as: alias, progress: { progress($0.text) })
      progress(nil)
      catalog.services[description.name] = description
      return description
    } catch {
      progress(nil)
      throw SessionFailure(error)
    }
  }

  /// What `text` names: a bundled service, or a file.
  private func serviceSource(_ text: String) throws(ServiceHostError) -> ServiceSource {
    if surroundings.bundledServices.contains(where: { $0.name == text }) { return .bundled(text) }
    if let path = existingPath(text) { return .swiftFile(path: path) }
    throw notFound(text)
  }

  /// The names of the bundled services, as a sentence has them.
  private func notFound(_ text: String) -> ServiceHostError {
    let names = surroundings.bundledServices.map(\.name)
    let nearest = nearestName(to: text, among: names).map { "did you mean `\($0)`? " } ?? ""
    let known = names.joined(separator: ", ")
    return ServiceHostError(
      .unknownService, "there is no service and no file `\(text)`",
      help: "\(nearest)bundled services: \(known); or give the path of a Swift file")
  }

  /// A line a service: its name, then its routes.
  static func routeTable(_ services: [ServiceDescription]) -> StyledText {
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
    }
    return text
  }
}
