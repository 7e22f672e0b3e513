import ArgumentParser
import Foundation
import Shell

/// `cws benchmark states`: how fast state machines run.
struct StatesBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "states",
    abstract: "Print how fast state machines run, beside moto's interpreter.",
    discussion: """
      For each case: the median and the shortest time over all rounds, the time of one transition, \
      item, state or template, how many there are in a second, and how many times as long all take \
      as half of them: 2 if the time is linear. A transition is a state that is entered. With \
      --python the counting loop in JSONPath is also run by moto, which keeps a history.

      Build with -c release.
      """)

  @Option(help: "A Python with moto[stepfunctions].", completion: .file())
  var python: String?

  @Option(help: "The transitions of the counting loops.")
  var transitions = 1_000_000

  @Option(help: "The items of the Map.")
  var items = 100_000

  @Option(help: "The states of the long workflow.")
  var states = 10_000

  @Option(help: "How often the template is filled in.")
  var templates = 10_000

  @Option(help: "The transitions of the counting loop that moto runs.")
  var motoTransitions = 2_000

  @Option(help: "How often each case is measured.")
  var rounds = 3

  func run() async throws {
    #if DEBUG
      print("built for debugging: the figures say little", to: .error)
    #endif
    try await measureMemory()
    print(StatesBenchmarkRow.head)
    var rows: [StatesBenchmarkRow] = []
    for (workload, size) in cases {
      let measured = try await measure(workload, size: size)
      for row in measured { print(row.text) }
      rows += measured
    }
    try await measureMoto(beside: rows)
    if rows.contains(where: { !$0.isRight }) { throw ExitCode.failure }
  }

  func validate() throws {
    let numbers = [
      ("--transitions", transitions), ("--items", items), ("--states", states),
      ("--templates", templates), ("--moto-transitions", motoTransitions),
    ]
    for (name, number) in numbers where number < 4 {
      throw ValidationError("\(name) must be at least 4")
    }
    if rounds < 1 { throw ValidationError("--rounds must be at least 1") }
  }

  /// What is measured, with its size.
  private var cases: [(workload: StatesWorkload, size: Int)] {
    [
      (.jsonataLoop, transitions), (.jsonataLoop.withHistory, transitions),
      (.pathLoop, transitions), (.pathLoop.withHistory, transitions),
      (.map, items), (.map.withHistory, items), (.chain, states), (.template, templates),
    ]
  }

  /// Measures the parts of `workload`.
  private func measure(
    _ workload: StatesWorkload, size: Int
  ) async throws -> [StatesBenchmarkRow] {
    var (samples, halves): ([StatesSample], [StatesSample]) = ([], [])
    for _ in 0..<rounds {
      halves.append(try await .take(workload, size: size / 2))
      samples.append(try await .take(workload, size: size))
    }
    return workload.parts.map { part in
      StatesBenchmarkRow(
        name: workload.title(of: part), unit: workload.unit, size: size,
        times: samples.compactMap { $0.times[part] },
        halfTimes: halves.compactMap { $0.times[part] },
        isRight: (samples + halves).allSatisfy(\.isRight))
    }
  }

  /// Measures how much memory Maps take, the smaller one first because the peak never falls.
  private func measureMemory() async throws {
    guard let start = PeakMemory.residentBytes else { return }
    for size in [items / 2, items] {
      _ = try await StatesSample.take(.map, size: size)
      let taken = Double(max(0, (PeakMemory.bytes ?? start) - start))
      print(
        String(
          format: "Map of %d items: at most %.1f MB, %.0f bytes an item", size, taken / 1e6,
          taken / Double(size)))
    }
  }

  /// Measures moto's counting loop, and compares it with that among `rows`.
  private func measureMoto(beside rows: [StatesBenchmarkRow]) async throws {
    guard let python else { return }
    let workload = StatesWorkload.pathLoop.withHistory
    let times = try await MotoEngine(python: python).times(
      of: workload, size: motoTransitions, rounds: rounds)
    let moto = StatesBenchmarkRow.median(of: times) / Double(motoTransitions)
    let title = workload.title(of: .running)
    for row in rows where row.name == title {
      let texts = [moto, row.each].map { StatesBenchmarkRow.text(ofTime: $0) }
      print(
        "\(title): moto \(texts[0]) a transition, here \(texts[1]), ratio "
          + String(format: "%.0f", moto / row.each))
    }
  }

  /// Writes a line.
  private func print(_ line: String, to channel: TerminalChannel = .output) {
    StandardStreams.write(line + "\n", to: channel)
  }
}

extension StatesWorkload {
  /// The name of a row.
  fileprivate func title(of part: StatesPart) -> String {
    let history = recordsHistory ? ", history on" : ""
    return name + history + (parts.count > 1 ? ", \(part.rawValue)" : "")
  }
}
