import ArgumentParser

/// `cws benchmark`: how fast the parts of the tool are.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Print how fast the tool is on this machine.",
    discussion: "Machines differ and are shared: compare figures of one run with each other.",
    subcommands: [
      LatencyBenchmark.self, JSONataBenchmark.self, StatesBenchmark.self, ServicesBenchmark.self,
    ],
    defaultSubcommand: LatencyBenchmark.self)
}
