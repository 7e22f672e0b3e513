import ArgumentParser
import Foundation
import JSON
import ServiceHost
import Shell

/// `cws benchmark latency`: how long the things take that people wait for.
struct LatencyBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latency",
    abstract: "Print how long the prompt and a call take on this machine.",
    discussion: """
      Each figure is a median of several runs with the 99th percentile beside it. Machines differ \
      and are shared: compare figures of one run with each other.
      """)

  @Option(help: "How often the program is started.")
  var starts = 20

  @Option(help: "How often the service is called.")
  var calls = 2_000

  func run() async throws {
    print("start to prompt    \(try await measureStarts())")
    print("call of a service  \(try await measureCalls())")
  }

  /// The time from starting the program on a terminal to its prompt.
  private func measureStarts() async throws -> Figures {
    var times: [Duration] = []
    for _ in 0..<max(1, starts) {
      times.append(try await PromptStart.measure(executable: Locations.executable))
    }
    return Figures(LatencyReport(times))
  }

  /// The time of a whole round trip to a running service.
  private func measureCalls() async throws -> Figures {
    let host = ServiceHost(Runtime.hostConfiguration)
    defer { Task { await host.shutdown() } }
    _ = try await host.load(.bundled("template"), as: nil) { _ in }
    let event: JSONValue = [
      "httpMethod": "POST", "resource": "/render", "path": "/render",
      "headers": ["content-type": "application/json"],
      "body": #"{"template":"Hello {{ name }}","context":{"name":"world"}}"#,
    ]
    return Figures(try await host.measureLatency(of: "template", payload: event, count: calls))
  }
}

/// The median and the 99th percentile of a report, as text.
struct Figures: CustomStringConvertible {
  /// The durations.
  private let report: LatencyReport

  /// Creates the figures of `report`.
  init(_ report: LatencyReport) {
    self.report = report
  }

  var description: String {
    "median \(text(report.median))   p99 \(text(report.p99))   n \(report.count)"
  }

  /// A duration in milliseconds.
  private func text(_ duration: Duration) -> String {
    String(format: "%8.3f ms", Double(duration / .nanoseconds(1)) / 1e6)
  }
}

/// Why a benchmark has no figure.
struct BenchmarkFailure: Error, CustomStringConvertible {
  /// What happened instead.
  let description: String

  /// The failure that `text` tells.
  init(_ text: String) {
    description = text
  }
}
