import ArgumentParser
import Foundation
import ServiceHost
import ServiceModel
import Shell

/// `cws benchmark services`: how fast services start and answer.
struct ServicesBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "services",
    abstract: "Print how fast services start and answer, beside Chalice and CoWorks in Python.",
    discussion: """
      The route is the same everywhere: GET /stock/{sku}, public, which answers an object of two \
      members. First the start of a one-file service: compiled, and from the cache; then a call at \
      the prompt; then requests over HTTP under many connections that are kept open, each server \
      alone, with the time that half of the answers and 99 of 100 do not exceed. With --python the \
      local servers of Chalice and of CoWorks are measured in the same run.

      Build with -c release.
      """)

  @Option(help: "A Python with chalice and coworks.", completion: .file())
  var python: String?

  @Option(help: "The connections.")
  var connections = 50

  @Option(help: "The seconds for which each server is asked, in each round.")
  var seconds = 4.0

  @Option(help: "The calls at the prompt.")
  var calls = 1_000

  @Option(help: "How often each case is measured; the median counts.")
  var rounds = 3

  func validate() throws {
    let numbers = [("--connections", connections), ("--calls", calls), ("--rounds", rounds)]
    for (name, number) in numbers where number < 1 {
      throw ValidationError("\(name) must be at least 1")
    }
    if seconds < 0.1 { throw ValidationError("--seconds must be at least 0.1") }
  }

  func run() async throws {
    #if DEBUG
      print("built for debugging: the figures say little", to: .error)
    #endif
    let folder = try ServiceSample.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try await measureStart(in: folder)
    try await measurePrompt(in: folder)
    try await measureServers(in: folder)
  }

  // MARK: -

  /// Measures from the source to the first answer.
  private func measureStart(in folder: URL) async throws {
    let start = ServiceStart(folder: folder)
    try await start.prepare()
    var (cold, cached): ([Double], [Double]) = ([], [])
    for round in 0..<rounds {
      cold.append(try await start.time(variant: round))
      cached.append(try await start.time(variant: round))
    }
    print("from the source to the first answer, compiled: \(Self.summary(cold))")
    print("from the source to the first answer, from the cache: \(Self.summary(cached))")
  }

  /// Measures calls at the prompt.
  private func measurePrompt(in folder: URL) async throws {
    let times = try await ServiceStart(folder: folder).promptTimes(calls: calls).sorted()
    let (half, most) = (times[times.count / 2], times[times.count * 99 / 100])
    print(
      "a call at the prompt: median \(StatesBenchmarkRow.text(ofTime: half)), "
        + "p99 \(StatesBenchmarkRow.text(ofTime: most))")
  }

  /// Measures requests over HTTP, and compares.
  private func measureServers(in folder: URL) async throws {
    print(ServerRow.head(connections: connections))
    var own: ServerRow?
    for server in [BenchmarkServer.cws, .chalice, .coworks] {
      do {
        guard let row = try await measure(server, in: folder) else { continue }
        print(row.text + (own.map { row.comparison(with: $0) } ?? ""))
        if server == .cws { own = row }
      } catch let failure as BenchmarkFailure {
        if server == .cws { throw failure }
        print("\(server.name): not measured: \(failure.description)")
      }
    }
  }

  /// Measures `server`; nil if there is no Python for it.
  private func measure(_ server: BenchmarkServer, in folder: URL) async throws -> ServerRow? {
    guard let program = server.program(python: python) else {
      print("\(server.name): not measured: name a Python that has it with --python")
      return nil
    }
    let port = try FreePort.find()
    let load = LoadGenerator(
      port: port, path: ServiceSample.path, body: server.body, connections: connections)
    let results = try await ServedProcess(
      executable: program, arguments: server.arguments(port: port, folder: folder),
      folder: server.folder(in: folder)
    ).run(port: port, path: ServiceSample.path) {
      (0..<rounds).map { _ in load.run(seconds: seconds, warmUp: min(1, seconds)) }
    }
    let row = ServerRow(name: server.name, results: results)
    guard row.isRight else { throw BenchmarkFailure("\(row.failures) wrong or missing answers") }
    return row
  }

  /// The median and the shortest of `times` in nanoseconds.
  private static func summary(_ times: [Double]) -> String {
    "median \(StatesBenchmarkRow.text(ofTime: StatesBenchmarkRow.median(of: times))), "
      + "min \(StatesBenchmarkRow.text(ofTime: times.min() ?? .nan))"
  }

  /// Writes a line.
  private func print(_ line: String, to channel: TerminalChannel = .output) {
    StandardStreams.write(line + "\n", to: channel)
  }
}
