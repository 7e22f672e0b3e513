import Foundation
import JSON
import ServiceHost
import ServiceModel
import Shell
import StandardServices

/// A session with the machine's files, services and clock around it.
struct Runtime {
  /// The session.
  let session: Session

  /// What reads lines into the session.
  let loop: ShellLoop

  /// What runs the services.
  let host: ServiceHost

  /// Makes a session whose output `emit` takes; progress is shown on `terminal`.
  init(terminal: any Terminal, emit: (@Sendable (Output) -> Void)? = nil) {
    let printer = OutputPrinter(terminal: terminal)
    host = ServiceHost(Self.hostConfiguration)
    var surroundings = Session.Surroundings(
      services: HostedServices(host: host), files: LocalFiles(),
      now: { Int64(Date().timeIntervalSince1970 * 1_000) },
      progress: { terminal.showProgress($0) },
      bundledServices: Self.bundledServices.map { ($0.key, $0.value.description.summary ?? "") })
    surroundings.isInteractive = terminal.isInteractive
    session = Session(surroundings: surroundings, emit: emit ?? { printer.print($0) })
    loop = ShellLoop(session: session, terminal: terminal)
  }

  /// Makes a session that no person types into.
  static func script(emit: @escaping @Sendable (Output) -> Void) -> Runtime {
    let colors = (StandardStreams.isColored(.output), StandardStreams.isColored(.error))
    return Runtime(terminal: ScriptTerminal(colors: colors), emit: emit)
  }

  /// Ends all services.
  func close() async {
    await host.shutdown()
  }

  /// Where services are built, and which come with the tool.
  static var hostConfiguration: HostConfiguration {
    var configuration = HostConfiguration(
      cacheDirectory: Locations.cache, toolkitRoot: Locations.toolkit,
      bundled: bundledServices.mapValues { definition in
        BundledService(
          executable: Locations.executable,
          arguments: [ServiceCommand.name, definition.description.name],
          description: definition.description)
      })
    configuration.macros = Locations.macros
    return configuration
  }

  /// The services that come with the tool, by name.
  private static let bundledServices = StandardServices.all

  /// Writes any output to standard error.
  static func printToError(_ output: Output) {
    let isColored = StandardStreams.isColored(.error)
    StandardStreams.write(
      output.text(width: Output.fileWidth, isColored: isColored) + "\n", to: .error)
  }
}

/// The services of a host, as a session sees them.
struct HostedServices: ServiceProvider {
  /// The host.
  let host: ServiceHost

  func load(
    _ source: ServiceSource, as name: String?, progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> ServiceDescription {
    try await host.load(source, as: name, progress: progress)
  }

  func reload(
    _ name: String, progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> ServiceDescription {
    try await host.reload(name, progress: progress)
  }

  func unload(_ name: String) async { await host.unload(name) }

  func invoke(_ service: String, payload: JSONValue, timeout: Duration?) async -> CallResult {
    await host.invoke(service, payload: payload, timeout: timeout)
  }

  func logs(of name: String) async -> [LogLine] { await host.logs(of: name) }

  func logStream(of name: String) async -> AsyncStream<LogLine> {
    await host.logStream(of: name, fromStart: true)
  }

  func changes() async throws(ServiceHostError) -> AsyncStream<String> {
    try await host.changes()
  }

  func setStage(_ stage: String) async throws(ServiceHostError) { try await host.setStage(stage) }

  func setProcessLimit(_ limit: Int) async { await host.setProcessLimit(limit) }

  func package(
    _ name: String, progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> [UInt8] {
    try await host.package(name, progress: progress).archive
  }
}
