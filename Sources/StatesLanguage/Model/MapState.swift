/// What a Map state does: it runs one graph with each of many items.
package struct MapState: Equatable, Sendable {
  /// The items; nil takes the state's input.
  package var items: Template?

  /// What reads the items from elsewhere, in a distributed Map.
  package var itemReader: Template?

  /// What each iteration gets; nil hands on the item.
  package var itemSelector: Template?

  /// How items are put together, in a distributed Map.
  package var itemBatcher: Template?

  /// How many iterations run at once, a number or an expression; 0 means as many as possible.
  package var maxConcurrency: Template?

  /// How many iterations may fail, a number or an expression.
  package var toleratedFailureCount: Template?

  /// Which share of the iterations may fail, in percent, a number or an expression.
  package var toleratedFailurePercentage: Template?

  /// The name of the map run, in a distributed Map.
  package var label: String?

  /// What is done with an item.
  package var itemProcessor: ItemProcessor

  /// The field in which the item processor stands, which has an old name too.
  package var processorField = "ItemProcessor"

  /// What writes the results elsewhere, in a distributed Map.
  package var resultWriter: Template?

  /// Which errors are tried again.
  package var retriers: [Retrier]

  /// Where errors lead.
  package var catchers: [Catcher]

  /// Creates an inline Map.
  package init(
    items: Template? = nil, itemSelector: Template? = nil, maxConcurrency: Template? = nil,
    toleratedFailureCount: Template? = nil, toleratedFailurePercentage: Template? = nil,
    itemProcessor: ItemProcessor, retriers: [Retrier] = [], catchers: [Catcher] = []
  ) {
    self.items = items
    self.itemSelector = itemSelector
    self.maxConcurrency = maxConcurrency
    self.toleratedFailureCount = toleratedFailureCount
    self.toleratedFailurePercentage = toleratedFailurePercentage
    self.itemProcessor = itemProcessor
    self.retriers = retriers
    self.catchers = catchers
  }
}

/// What a Map does with an item, and how its iterations are run.
package struct ItemProcessor: Equatable, Sendable {
  /// Where iterations run.
  package enum Mode: String, Hashable, Sendable, CaseIterable {
    /// Within the execution.
    case inline = "INLINE"
    /// As executions of their own.
    case distributed = "DISTRIBUTED"
  }

  /// The kind of the executions of a distributed Map.
  package enum ExecutionType: String, Hashable, Sendable, CaseIterable {
    /// Standard executions.
    case standard = "STANDARD"
    /// Express executions.
    case express = "EXPRESS"
  }

  /// Where iterations run; nil is inline.
  package var mode: Mode?

  /// The kind of the executions of a distributed Map.
  package var executionType: ExecutionType?

  /// What is done with an item.
  package var graph: StateGraph

  /// Creates an item processor.
  package init(
    mode: Mode? = .inline, executionType: ExecutionType? = nil, startAt: String, states: [State]
  ) {
    self.mode = mode
    self.executionType = executionType
    graph = StateGraph(startAt: startAt, states: states)
  }

  /// Creates an item processor of a whole graph.
  package init(mode: Mode?, executionType: ExecutionType?, graph: StateGraph) {
    self.mode = mode
    self.executionType = executionType
    self.graph = graph
  }
}
