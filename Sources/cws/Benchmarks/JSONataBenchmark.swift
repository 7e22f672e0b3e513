import ArgumentParser
import Foundation
import Shell

/// `cws benchmark jsonata`: the time of one evaluation, for each case of a folder.
struct JSONataBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jsonata",
    abstract: "Print how long expressions take, beside other engines.",
    discussion: """
      For each case: the median and the shortest time of one operation over all rounds, and whether \
      its result is the expected one. With --python the engines jlens and jsonatapy run in turn \
      with this one, each on Python's values and on documents of its own; the better of both is \
      shown, and the ratio is that of the fastest engine's time to this one's: above 1 this one is \
      faster.

      A case is warmed up for 0.3 seconds; a round takes 0.2 seconds. Build with -c release.
      """)

  @Option(help: "The folder with bench.json, data and bench_py.py.", completion: .directory)
  var data = "../shared/bench/jsonata"

  @Option(help: "A Python with jlens, jsonatapy or both.", completion: .file())
  var python: String?

  @Option(help: "Only the case of this name.")
  var only: String?

  @Option(help: "How often each engine measures a case.")
  var rounds = 6

  func run() async throws {
    let suite = try await BenchmarkSuite.read(from: data, only: only)
    let engines = try await engines()
    let table = JSONataBenchmarkTable(hasPeers: python != nil)
    #if DEBUG
      print("built for debugging: the figures say little", to: .error)
    #endif
    print(table.head, to: .output)
    var rows: [JSONataBenchmarkRow] = []
    for item in suite.items {
      rows.append(try await measure(item, beside: engines))
      if let row = rows.last { print(table.line(of: row), to: .output) }
    }
    print(table.foot(of: rows), to: .output)
    if rows.contains(where: { !$0.isRight }) { throw ExitCode.failure }
  }

  func validate() throws {
    if rounds < 1 { throw ValidationError("--rounds must be at least 1") }
  }

  /// The other engines.
  private func engines() async throws -> [PythonEngine] {
    guard let python else { return [] }
    let engines = try await PythonEngine.installed(in: python)
    for package in PythonEngine.packages where !engines.contains(where: { $0.package == package }) {
      print("\(package) is not installed in \(python)", to: .error)
    }
    return engines
  }

  /// Measures `item`: half of the rounds before the other engines, the rest after them, so that all
  /// have the same share of whatever else the machine does.
  private func measure(
    _ item: BenchmarkSuite.Item, beside engines: [PythonEngine]
  ) async throws -> JSONataBenchmarkRow {
    var row = JSONataBenchmarkRow(name: item.name)
    let stopwatch = try Stopwatch(item)
    row.isRight = stopwatch.isRight
    row.times = try stopwatch.rounds((rounds + 1) / 2)
    for engine in engines {
      row.peers[engine.name] = try await engine.time(
        of: item.name, rounds: rounds, python: python ?? "", folder: data)
    }
    row.times += try stopwatch.rounds(rounds / 2)
    return row
  }

  /// Writes a line.
  private func print(_ line: String, to channel: TerminalChannel) {
    StandardStreams.write(line + "\n", to: channel)
  }
}
