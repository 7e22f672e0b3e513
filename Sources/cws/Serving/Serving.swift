import Gateway
import ServiceHost
import ServiceModel
import Shell

/// Services on their way from their sources to an address.
struct Serving {
  /// What was asked for.
  private let command: ServeCommand

  /// The session in which the services are loaded.
  private let runtime = Runtime.script(emit: Runtime.printToError)

  /// Starts with nothing loaded.
  init(_ command: ServeCommand) {
    self.command = command
  }

  /// Serves until the process is told to end; false if that was not possible.
  func run() async -> Bool {
    let signals = EndSignals()
    let isFine = await load() ? await serve(until: signals) : false
    await runtime.close()
    return isFine
  }

  // MARK: -

  /// Loads the services.
  private func load() async -> Bool {
    do throws(ServiceHostError) {
      try await runtime.host.setStage(command.stage)
    } catch {
      Runtime.printToError(SessionFailure(error).output)
      return false
    }
    if let processes = command.processes { await runtime.host.setProcessLimit(processes) }
    for service in command.services {
      guard await runtime.session.enter("load \(QuotedName(service))") == .done else {
        return false
      }
    }
    return true
  }

  /// Serves what is loaded until the process is told to end.
  private func serve(until signals: EndSignals) async -> Bool {
    do throws(ServiceHostError) {
      let sites = await sites()
      var changes: AsyncStream<String>?
      if command.watch { changes = try await runtime.host.changes() }
      let server = try await GatewayServer.start(
        sites, of: runtime.host, command.settings,
        at: GatewayServer.Address(host: command.host, port: command.port),
        log: log)
      announce(server.address)
      let work = ServingWork(host: runtime.host, server: server, services: sites.map(\.name))
      await work.run(until: signals, changes: changes, printsLogs: !command.quiet)
      return true
    } catch {
      Runtime.printToError(SessionFailure(error).output)
      return false
    }
  }

  /// The loaded services, each where its paths begin.
  private func sites() async -> [Site] {
    let descriptions = await runtime.host.descriptions.sorted { $0.key < $1.key }
    return descriptions.map { name, description in
      Site(name, at: descriptions.count == 1 ? nil : name, description)
    }
  }

  /// Prints where clients find the services.
  private func announce(_ address: GatewayServer.Address) {
    let host = address.host.contains(":") ? "[\(address.host)]" : address.host
    StandardStreams.write("http://\(host):\(address.port)/\n", to: .output)
  }

  /// Takes lines of the log.
  private var log: @Sendable (String) -> Void {
    if command.quiet { return { _ in } }
    return ServingLog.write
  }
}
