package import JSON
import StatesLanguage

/// What stands in the place of the branches of a Parallel state or the iterations of a Map.
package struct MockedJoin: Sendable {
  /// The result of the state, or the error of a branch or an iteration.
  package var result: Result<JSONValue, StateError>

  /// How many iterations have failed.
  package var failedIterations: Int

  /// What is read from elsewhere.
  package var readerData: [UInt8]?

  /// Creates a mock.
  package init(
    result: Result<JSONValue, StateError>, failedIterations: Int = 0, readerData: [UInt8]? = nil
  ) {
    self.result = result
    self.failedIterations = failedIterations
    self.readerData = readerData
  }
}

extension Execution {
  /// Leaves a Map with the result of `mock`, after its fields have been applied.
  mutating func leave(
    _ map: MapCode, with mock: MockedJoin, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    let count = try inputs(of: map, mock, strand).count
    let scope = scope(of: strand)
    let limit = try map.maxConcurrency?.integer(in: scope) ?? 0
    let tolerance = try tolerance(of: map, scope)
    note(.maxConcurrency, .integer(Int64(limit)), in: strand)
    if let count = tolerance.count {
      note(.toleratedFailureCount, .integer(Int64(count)), in: strand)
    }
    if let percentage = tolerance.percentage {
      note(.toleratedFailurePercentage, .number(percentage), in: strand)
    }
    mockMistake = mockMistake ?? mock.mistake(forItems: count)
    if tolerance.isGiven, tolerance.isExceeded(by: mock.failedIterations, of: count) {
      throw .tooManyFailures
    }
    return try leaveJoin(&strand, index, with: try mock.result.get())
  }

  /// The inputs of the iterations.
  private mutating func inputs(
    of map: MapCode, _ mock: MockedJoin, _ strand: Strand
  ) throws(StateError) -> [JSONValue] {
    let items = try mockedItems(of: map, mock, strand)
    var inputs: [JSONValue] = []
    for (position, value) in items.enumerated() {
      inputs.append(try input(of: map, MapItem(index: position, value: value), strand))
    }
    if map.selector != nil { note(.afterItemSelector, .array(inputs), in: strand) }
    guard let batcher = map.distribution?.batcher else { return inputs }
    inputs = try batching(batcher, scope(of: strand)).batches(of: inputs)
    note(.afterItemBatcher, .array(inputs), in: strand)
    return inputs
  }

  /// The items, which may be read from the mock.
  private mutating func mockedItems(
    of map: MapCode, _ mock: MockedJoin, _ strand: Strand
  ) throws(StateError) -> [JSONValue] {
    guard let reader = map.distribution?.reader else {
      let items = try items(of: map, strand, scope(of: strand))
      if strand.code.flow != nil { note(.afterItemsPath, .array(items), in: strand) }
      return items
    }
    let request = try request(of: reader, scope(of: strand))
    guard let data = mock.readerData else {
      mockMistake =
        "ItemReader data must be specified when testing a Map state with ItemReader specified."
      return []
    }
    let decoding = ItemDecoding(configuration: request.configuration)
    let items = try decoding.items(in: data, as: request.configuration.inputType ?? .json)
    if strand.code.flow != nil { note(.afterItemsPath, .array(items), in: strand) }
    return items
  }

  /// Notes what a field has made of the data of the state, if stays are recorded.
  mutating func note(_ stage: StateVisit.Stage, _ value: JSONValue, in strand: Strand) {
    if strand.visit >= 0 { visits[strand.visit].stages.append((stage, value)) }
  }
}

extension MockedJoin {
  /// Why the mock does not fit a Map with so many items.
  fileprivate func mistake(forItems count: Int) -> String? {
    if failedIterations > count {
      return "Map iteration failure count must be less than or equal to the number of Map "
        + "iterations."
    }
    return nil
  }
}

extension StateError {
  /// More iterations of a Map failed than it tolerates.
  static var tooManyFailures: StateError {
    StateError(
      ErrorName.exceedToleratedFailure,
      cause: "The specified tolerated failure threshold was exceeded")
  }
}
