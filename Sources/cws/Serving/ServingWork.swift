import Dispatch
import ServiceHost
import ServiceModel
import Shell

/// What goes on while services are served.
struct ServingWork: Sendable {
  /// Runs the services.
  let host: ServiceHost

  /// Serves them.
  let server: GatewayServer

  /// The names of the services.
  let services: [String]

  /// Serves until the process is told to end, prints what the services log, and loads those again
  /// that `changes` names.
  func run(
    until signals: EndSignals, changes: AsyncStream<String>?, printsLogs: Bool
  ) async {
    await withDiscardingTaskGroup { group in
      for service in services where printsLogs { group.addTask { await follow(service) } }
      if let changes { group.addTask { await reload(changes) } }
      await signals.next()
      await server.stop()
      group.cancelAll()
    }
  }

  // MARK: -

  /// Prints what `service` logs.
  private func follow(_ service: String) async {
    for await line in await host.logStream(of: service, fromStart: true) {
      ServingLog.write("\(service) | \(LogEntry(line.text).text)\n")
    }
  }

  /// Loads the services again whose names come.
  private func reload(_ changes: AsyncStream<String>) async {
    for await service in changes { await reload(service) }
  }

  /// Loads `service` again; if that fails, what there is goes on.
  private func reload(_ service: String) async {
    do throws(ServiceHostError) {
      server.replace(service, try await host.reload(service))
      ServingLog.write("reloaded \(service)\n")
    } catch {
      Runtime.printToError(SessionFailure(error).output)
    }
  }
}

/// The log of a server.
enum ServingLog {
  /// Where lines are written, so that a reader who pauses does not stop the server.
  private static let queue = DispatchQueue(label: "cws.serve.log")

  /// Writes `lines`, each with its end.
  @Sendable static func write(_ lines: String) {
    queue.async { StandardStreams.write(lines, to: .error) }
  }

  /// Returns when what was given has been written.
  static func flush() {
    queue.sync {}
  }
}
