import Foundation

/// What was measured of one case.
struct JSONataBenchmarkRow {
  /// The case.
  let name: String

  /// Whether the result is the expected one.
  var isRight = true

  /// The nanoseconds of one operation in each round.
  var times: [Double] = []

  /// The nanoseconds that other engines take, by their names in `bench_py.py`.
  var peers: [String: Double] = [:]

  /// The middle time.
  var median: Double {
    let sorted = times.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// The shortest time.
  var minimum: Double { times.min() ?? .nan }

  /// The shorter of the times of the package `package`.
  func peer(_ package: String) -> Double? {
    PythonEngine.all.filter { $0.package == package }.compactMap { peers[$0.name] }.min()
  }

  /// How many times as long the fastest other engine takes.
  var ratio: Double? { peers.values.min().map { $0 / median } }
}

/// The figures of a benchmark as lines of text.
struct JSONataBenchmarkTable {
  /// Whether there are columns for other engines.
  let hasPeers: Bool

  /// The names of the columns.
  var head: String {
    line("case", ["median", "min"] + (hasPeers ? PythonEngine.packages + ["ratio"] : []))
  }

  /// The figures of `row`.
  func line(of row: JSONataBenchmarkRow) -> String {
    var cells = [row.median, row.minimum].map { text($0) }
    if hasPeers {
      cells += PythonEngine.packages.map { package in row.peer(package).map { text($0) } ?? "–" }
      cells.append(row.ratio.map { String(format: "%.2f", $0) } ?? "–")
    }
    return line(row.name, cells) + (row.isRight ? "" : "  wrong result")
  }

  /// What all `rows` say together.
  func foot(of rows: [JSONataBenchmarkRow]) -> String {
    let ratios = rows.compactMap(\.ratio)
    guard !ratios.isEmpty else { return "\(rows.count) cases" }
    let mean = exp(ratios.map { log($0) }.reduce(0, +) / Double(ratios.count))
    let ahead = ratios.filter { $0 > 1 }.count
    return String(
      format: "geometric mean of the ratios %.2f; faster in %d of %d cases", mean, ahead,
      ratios.count)
  }

  /// A name and `cells` in columns.
  private func line(_ name: String, _ cells: [String]) -> String {
    let name = name.padding(toLength: max(20, name.count), withPad: " ", startingAt: 0)
    return cells.reduce(name) { line, cell in
      line + String(repeating: " ", count: max(1, 12 - cell.count)) + cell
    }
  }

  /// A time in the unit that suits it.
  private func text(_ nanoseconds: Double) -> String {
    switch nanoseconds {
    case ..<1e3: String(format: "%.0f ns", nanoseconds)
    case ..<1e6: String(format: "%.2f µs", nanoseconds / 1e3)
    default: String(format: "%.2f ms", nanoseconds / 1e6)
    }
  }
}
