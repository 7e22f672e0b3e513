import Foundation

/// A server of the measured service.
enum BenchmarkServer {
  /// `cws serve`.
  case cws

  /// `chalice local`.
  case chalice

  /// The local server of CoWorks for Python.
  case coworks

  /// What a row calls it.
  var name: String {
    switch self {
    case .cws: "cws serve"
    case .chalice: "chalice local"
    case .coworks: "CoWorks (Python)"
    }
  }

  /// The body of its answers.
  var body: String {
    switch self {
    case .cws, .chalice: #"{"sku":"A-1","quantity":3}"#
    case .coworks: #"{"quantity":3,"sku":"A-1"}"# + "\n"
    }
  }

  /// The program that is started; nil without a `python` for it.
  func program(python: String?) -> String? {
    self == .cws ? Locations.executable : python
  }

  /// The program's arguments.
  func arguments(port: Int, folder: URL) -> [String] {
    switch self {
    case .cws:
      ["serve", folder.appending(path: "inventory.swift").path, "--port", "\(port)"]
    case .chalice:
      [
        "-c", "from chalice.cli import main; main()", "local", "--port", "\(port)",
        "--no-autoreload",
      ]
    case .coworks: [folder.appending(path: "inventory.py").path, "\(port)"]
    }
  }

  /// The folder in which it starts.
  func folder(in folder: URL) -> URL {
    self == .chalice ? folder.appending(path: "chalice") : folder
  }
}

/// What was measured of a server.
struct ServerRow {
  /// The server.
  let name: String

  /// What each round saw.
  let results: [LoadGenerator.Result]

  /// How many answers were wrong or did not come.
  var failures: Int { results.map(\.failures).reduce(0, +) }

  /// Whether all rounds had answers, and all of them were right.
  var isRight: Bool { failures == 0 && results.allSatisfy { !$0.latencies.isEmpty } }

  /// The answers a second, the median of the rounds.
  var rate: Double { StatesBenchmarkRow.median(of: results.map(\.rate)) }

  /// The names of the columns.
  static func head(connections: Int) -> String {
    line("HTTP, \(connections) connections", ["requests/s", "median", "p99"])
  }

  /// The figures.
  var text: String {
    let times = [50.0, 99.0].map { percent in
      StatesBenchmarkRow.text(
        ofTime: StatesBenchmarkRow.median(of: results.map { $0.percentile(percent) }))
    }
    return Self.line(name, [String(format: "%.0f", rate)] + times)
  }

  /// How many times as many answers `own` gave.
  func comparison(with own: ServerRow) -> String {
    String(format: "   cws serve answers %.1f times as many", own.rate / rate)
  }

  /// A name and `cells` in columns.
  private static func line(_ name: String, _ cells: [String]) -> String {
    cells.reduce(name.padding(toLength: 26, withPad: " ", startingAt: 0)) { line, cell in
      line + String(repeating: " ", count: max(1, 12 - cell.count)) + cell
    }
  }
}
