import Foundation

/// What was measured of one part of a workload.
struct StatesBenchmarkRow {
  /// The workload and the part.
  let name: String

  /// What there is many of.
  let unit: String

  /// How many.
  let size: Int

  /// The nanoseconds of all in each round.
  let times: [Double]

  /// The nanoseconds of half as many in each round.
  let halfTimes: [Double]

  /// Whether all outputs were right.
  let isRight: Bool

  /// The middle time of one.
  var each: Double { Self.median(of: times) / Double(size) }

  /// How much longer all take than half of them; 2 if the time is linear.
  var growth: Double { Self.median(of: times) / Self.median(of: halfTimes) }

  /// The names of the columns.
  static let head = line("case", ["size", "median", "min", "each", "per second", "to half"])

  /// The figures.
  var text: String {
    let cells = [
      "\(size)", Self.text(ofTime: Self.median(of: times)),
      Self.text(ofTime: times.min() ?? .nan), Self.text(ofTime: each),
      String(format: "%.0f", 1e9 / each), String(format: "%.2f", growth),
    ]
    return Self.line(name, cells) + " \(unit)s" + (isRight ? "" : "  wrong result")
  }

  /// A time in the unit that suits it.
  static func text(ofTime nanoseconds: Double) -> String {
    switch nanoseconds {
    case ..<1e3: String(format: "%.0f ns", nanoseconds)
    case ..<1e6: String(format: "%.2f µs", nanoseconds / 1e3)
    case ..<1e9: String(format: "%.2f ms", nanoseconds / 1e6)
    default: String(format: "%.3f s", nanoseconds / 1e9)
    }
  }

  /// The middle of `times`.
  static func median(of times: [Double]) -> Double {
    let sorted = times.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// A name and `cells` in columns.
  private static func line(_ name: String, _ cells: [String]) -> String {
    cells.reduce(name.padding(toLength: 38, withPad: " ", startingAt: 0)) { line, cell in
      line + String(repeating: " ", count: max(1, 12 - cell.count)) + cell
    }
  }
}
