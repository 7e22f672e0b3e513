import Dispatch
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

  /// Writes the log, so that a reader who pauses does not stop the server.
  private static let logQueue = DispatchQueue(label: "cws.serve.log")

  /// Starts with nothing loaded.
  init(_ command: ServeCommand) {
    self.command = command
  }

  /// Serves until the process is told to end; false if that was not possible.
  func run() async -> Bool {
    let signals = EndSignals()
    var isFine = await load()
    if isFine { isFine = await serve(until: signals) }
    await runtime.close()
    return isFine
  }

  // MARK: -

  /// Loads the services.
  private func load() async -> Bool {
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
      let server = try await GatewayServer.start(
        await sites(), of: runtime.host, GatewaySettings(stage: command.stage),
        at: GatewayServer.Address(host: command.host, port: command.port), log: log)
      announce(server.address)
      await signals.next()
      await server.stop()
      return true
    } catch {
      Runtime.printToError(Output.failure(StyledText(error.message), help: error.help))
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
    guard !command.quiet else { return { _ in } }
    return { lines in
      Self.logQueue.async { StandardStreams.write(lines, to: .error) }
    }
  }
}

/// A name as the session language takes it, in quotes.
struct QuotedName: CustomStringConvertible {
  /// The name.
  private let name: String

  /// Quotes `name`.
  init(_ name: String) {
    self.name = name
  }

  var description: String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
