import JSON
import StatesLanguage

extension Execution {
  /// The most child executions of a Map that run at once.
  ///
  /// Source: quotas for state executions, Step Functions developer guide.
  private static let childConcurrency = 10_000

  // MARK: - Start

  /// Starts the run of a distributed Map.
  mutating func startMapRun(
    _ map: MapCode, _ distribution: DistributionCode, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    let limit = try concurrency(of: map, scope(of: strand), most: Self.childConcurrency)
    let given = distribution.reader == nil ? try items(of: map, strand, scope(of: strand)) : nil
    strand.lastEvent = record(
      .mapStateStarted, after: strand.lastEvent, .length(given?.count ?? 0))
    var run = makeMapRun(distribution)
    run.tolerance = try tolerance(of: map, scope(of: strand))
    run.limit = limit
    run.writing = try writing(of: distribution, scope(of: strand))
    strand.lastEvent = record(.mapRunStarted, after: strand.lastEvent, .mapRun(arn: run.arn))
    mapRuns[index] = run
    do throws(StateError) {
      if let given { return try launch(given, &strand, index) }
      return try read(distribution, &strand, index)
    } catch {
      throw failMapRun(error, &strand, index)
    }
  }

  /// A run with a name of its own.
  private mutating func makeMapRun(_ distribution: DistributionCode) -> MapRun {
    let label = distribution.label ?? random.uuid()
    let machine = "\(context.context.machineID)/\(label)"
    let id = random.uuid()
    var child = context.context
    child.machineID = machine
    child.machineName = "\(context.context.machineName)/\(label)"
    let arn = machine.replacing(":stateMachine:", with: ":mapRun:") + ":\(id)"
    return MapRun(arn: arn, machineARN: machine, childContext: child)
  }

  /// What is done with the results.
  private func writing(
    of distribution: DistributionCode, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> ResultWriting {
    guard let writer = distribution.writer else { return ResultWriting() }
    var writing = writer.writing
    if let arguments = try writer.arguments?.evaluate(in: scope) {
      guard let bucket = arguments["Bucket"]?.stringValue else {
        throw StateError(
          ErrorName.resultWriterFailed, cause: "The field 'Bucket' of ResultWriter is missing.")
      }
      writing.destination = (bucket, arguments["Prefix"]?.stringValue ?? "")
    }
    return writing
  }

  // MARK: - Items

  /// Asks for the items.
  private mutating func read(
    _ distribution: DistributionCode, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    guard let reader = distribution.reader else { return .wait }
    let request = try request(of: reader, scope(of: strand))
    mapRuns[index]?.source = request.source
    let id = TaskID(number: newNumber())
    tasks[id] = index
    actions.append(.readItems(id, request))
    strand.phase = .exchanging(id)
    return .wait
  }

  /// What is to be read.
  func request(
    of reader: ItemReaderCode, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> ItemRequest {
    let arguments = try reader.arguments.evaluate(in: scope)
    guard let bucket = arguments["Bucket"]?.stringValue else {
      throw StateError(
        ErrorName.itemReaderFailed, cause: "The field 'Bucket' of ItemReader is missing.")
    }
    var configuration = reader.configuration
    if let count = try reader.maxItems?.integer(in: scope) {
      guard count >= 0 else {
        throw StateError(ErrorName.itemReaderFailed, cause: "field MaxItems must be positive")
      }
      configuration.maxItems = count == 0 ? nil : count
    }
    return ItemRequest(
      listsObjects: reader.listsObjects, bucket: bucket, key: arguments["Key"]?.stringValue,
      prefix: arguments["Prefix"]?.stringValue ?? "", configuration: configuration)
  }

  /// Goes on with items that were read.
  mutating func itemsRead(_ id: TaskID, _ items: [JSONValue]) {
    endExchange(id) { execution, strand, index throws(StateError) in
      try execution.launch(items, &strand, index)
    }
  }

  /// Makes the inputs of the child executions of `items`, and starts the first ones.
  private mutating func launch(
    _ items: [JSONValue], _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    guard case .map(let map) = strand.code.action else { return .wait }
    var inputs: [JSONValue] = []
    inputs.reserveCapacity(items.count)
    for (position, value) in items.enumerated() {
      let item = MapItem(index: position, value: value, source: mapRuns[index]?.source)
      inputs.append(try input(of: map, item, strand))
    }
    if let batcher = map.distribution?.batcher {
      inputs = try batching(batcher, scope(of: strand)).batches(of: inputs)
    }
    mapRuns[index]?.inputs = inputs
    mapRuns[index]?.results = Array(repeating: nil, count: inputs.count)
    strand.phase = .joining
    return try continueMapRun(&strand, index)
  }

  /// How items are put together.
  func batching(
    _ batcher: ItemBatcherCode, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> ItemBatching {
    ItemBatching(
      maxItems: try batcher.maxItems?.integer(in: scope),
      maxBytes: try batcher.maxBytes?.integer(in: scope),
      input: try batcher.input?.evaluate(in: scope))
  }

  // MARK: - End

  /// Ends a run whose child executions have all ended.
  mutating func finishMapRun(
    _ run: MapRun, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    let children = run.results.compactMap(\.self)
    guard let destination = run.writing.destination else {
      return try leaveMapRun(
        &strand, index, with: .array(run.writing.transformed(children, ofMachine: run.machineARN)))
    }
    let objects = run.writing.objects(
      for: children, mapRun: run.arn, machineARN: run.machineARN)
    let id = TaskID(number: newNumber())
    tasks[id] = index
    actions.append(
      .writeResults(
        id, bucket: destination.bucket,
        objects: objects.map { ResultObject(key: $0.key, content: $0.content) }))
    strand.phase = .exchanging(id)
    return .wait
  }

  /// Leaves a Map whose results are written.
  mutating func resultsWritten(_ id: TaskID) {
    endExchange(id) { execution, strand, index throws(StateError) in
      guard let run = execution.mapRuns[index], let destination = run.writing.destination else {
        return .wait
      }
      return try execution.leaveMapRun(
        &strand, index,
        with: [
          "MapRunArn": .string(run.arn),
          "ResultWriterDetails": [
            "Bucket": .string(destination.bucket),
            "Key": .string(run.writing.folder(of: run.arn) + "manifest.json"),
          ],
        ])
    }
  }

  /// Leaves the Map state with `result`.
  private mutating func leaveMapRun(
    _ strand: inout Strand, _ index: Int, with result: JSONValue
  ) throws(StateError) -> Step {
    mapRuns[index] = nil
    let end = record(.mapRunSucceeded, after: strand.lastEvent, .none)
    return try leaveJoin(&strand, index, with: result, after: end)
  }

  /// Ends a run because of `error`, with which its Map state fails then.
  mutating func failMapRun(
    _ error: StateError, _ strand: inout Strand, _ index: Int
  ) -> StateError {
    guard mapRuns[index] != nil else { return error }
    abortMapRun(at: index)
    strand.lastEvent = record(
      .mapRunFailed, after: strand.lastEvent, .failure(error: error.error, cause: error.cause))
    return error
  }

  /// Takes back what the child executions of the strand at `index` wait for.
  mutating func abortMapRun(at index: Int) {
    guard let run = mapRuns.removeValue(forKey: index) else { return }
    for (position, child) in run.children.sorted(by: { $0.key < $1.key }) {
      for id in child.tasks.values {
        guard childTasks.removeValue(forKey: id) != nil else { continue }
        actions.append(.cancelTask(id))
      }
      for id in child.timers.values { cancelTimer(id) }
      readyChildren.removeAll { $0 == ChildAddress(strand: index, position: position) }
    }
  }

  /// Goes on after a read or a write of a distributed Map.
  private mutating func endExchange(
    _ id: TaskID,
    _ body: (inout Execution, inout Strand, Int) throws(StateError) -> Step
  ) {
    guard let index = tasks.removeValue(forKey: id), var strand = strands[index] else { return }
    strands[index] = nil
    settle(index, &strand) { execution, strand throws(StateError) in
      do throws(StateError) {
        return try body(&execution, &strand, index)
      } catch {
        throw execution.failMapRun(error, &strand, index)
      }
    }
  }

  /// Fails a Map whose items could not be read, or whose results could not be written.
  mutating func exchangeFailed(_ id: TaskID, with error: StateError) {
    endExchange(id) { _, _, _ throws(StateError) in throw error }
  }
}
