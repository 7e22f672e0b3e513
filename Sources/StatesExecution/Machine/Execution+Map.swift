import JSON
import StatesLanguage

extension Execution {
  /// How many iterations of an inline Map run at once at most.
  private static let inlineConcurrency = 40

  /// Starts the iterations of a Map state.
  mutating func start(
    _ map: MapCode, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    if let mock = options.mock { return try leave(map, with: mock, &strand, index) }
    if let distribution = map.distribution {
      return try startMapRun(map, distribution, &strand, index)
    }
    let scope = scope(of: strand)
    let limit = try concurrency(of: map, scope, most: Self.inlineConcurrency)
    let items = try items(of: map, strand, scope)
    strand.lastEvent = record(.mapStateStarted, after: strand.lastEvent, .length(items.count))
    let progress = MapProgress(
      items: items, limit: limit, tolerance: try tolerance(of: map, scope))
    guard !items.isEmpty else { return try leaveJoin(&strand, index, with: .array([])) }
    var join = Join(
      results: Array(repeating: nil, count: items.count), remaining: items.count, map: progress,
      lastEvent: strand.lastEvent)
    do throws(StateError) {
      try startIterations(&join, &strand, index)
    } catch {
      abort(join)
      throw error
    }
    strand.join = join
    strand.phase = .joining
    return .wait
  }

  /// Starts as many iterations as may run at once.
  mutating func startIterations(
    _ join: inout Join, _ strand: inout Strand, _ index: Int
  ) throws(StateError) {
    guard case .map(let map) = strand.code.action else { return }
    while let progress = join.map, join.running.count < progress.limit,
      progress.next < progress.items.count
    {
      let position = progress.next
      let item = MapItem(index: position, value: progress.items[position])
      let input = try input(of: map, item, strand)
      join.map?.next += 1
      let event = record(
        .mapIterationStarted, after: join.lastEvent,
        .iteration(name: strand.code.name, index: position))
      join.running[position] = addChild(
        of: strand, index, position: position, graph: map.processor, input: input, item: item,
        after: event)
    }
  }

  /// What an iteration gets.
  func input(
    of map: MapCode, _ item: MapItem, _ strand: Strand
  ) throws(StateError) -> JSONValue {
    var input = item.value
    if let selector = map.selector {
      var scope = scope(of: strand)
      scope.state.item = item
      input = try selector.evaluate(in: scope)
    }
    try checkSize(of: input, before: nil, name: strand.code.name)
    return input
  }

  // MARK: - Fields

  /// The items.
  func items(
    of map: MapCode, _ strand: Strand, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> [JSONValue] {
    switch map.items {
    case .template(let template): return try template.array("Items", in: scope)
    case .path(let path):
      let value = try path.required(in: scope)
      if let elements = value.arrayValue { return elements }
      throw noArray(at: path.path.sourceFromRoot)
    case .input:
      if let elements = strand.effectiveInput.arrayValue { return elements }
      throw noArray(at: "$")
    case nil:
      if let elements = strand.input.arrayValue { return elements }
      let text = JSONWriter.compact(strand.input)
      throw StateError(
        evaluating: nil, "Map state input must be an array but was: \(text)")
    }
  }

  /// The error of a path that leads to no list.
  private func noArray(at path: String) -> StateError {
    StateError(runtime: "Reference path \"\(path)\" must point to array.")
  }

  /// How many iterations run at once, which are `most` at most.
  func concurrency(
    of map: MapCode, _ scope: borrowing EvaluationScope, most: Int
  ) throws(StateError) -> Int {
    guard let code = map.maxConcurrency else { return most }
    let number = try code.integer(in: scope)
    guard number >= 0 else {
      throw code.refusal(
        "Expected non-negative integer for MaxConcurrency, but got \(number) instead.")
    }
    return number == 0 ? most : min(number, most)
  }

  /// How many iterations may fail, which is looked at when the Map has already started.
  func tolerance(
    of map: MapCode, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> MapProgress.Tolerance {
    do throws(StateError) {
      return try givenTolerance(of: map, scope)
    } catch {
      var error = error
      error.evaluation?.precedesEntry = true
      throw error
    }
  }

  /// What the fields say of how many iterations may fail.
  private func givenTolerance(
    of map: MapCode, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> MapProgress.Tolerance {
    let count = try map.toleratedCount?.integer(in: scope)
    if let code = map.toleratedCount, let count, count < 0 {
      throw code.refusal("ToleratedFailureCount cannot be negative.")
    }
    let percentage = try map.toleratedPercentage?.number(in: scope)
    if let code = map.toleratedPercentage, let percentage, !(0...100).contains(percentage) {
      throw code.refusal("ToleratedFailurePercentage must be between 0 and 100.")
    }
    return MapProgress.Tolerance(count: count, percentage: percentage)
  }

  // MARK: - Failures

  /// The error with which the state of `strand` fails because a branch or an iteration did; nil if
  /// that is tolerated.
  mutating func failure(
    of join: inout Join, _ error: StateError, _ child: Strand, _ strand: Strand
  ) -> StateError? {
    guard let map = join.map else { return error }
    record(
      .mapIterationFailed, after: child.lastEvent,
      .iteration(name: strand.code.name, index: child.position))
    join.map?.failures += 1
    guard map.tolerance.isExceeded(by: map.failures + 1, of: map.items.count) else { return nil }
    guard map.tolerance.isGiven else { return error }
    return .tooManyFailures
  }
}
