package import Diagnostics

/// A step of a workflow.
package struct Step: Sendable {
  /// What a step does.
  package indirect enum Kind: Sendable {
    /// Calls a service.
    case call(Call)

    /// Computes a value.
    case value(Expression)

    /// Waits for a length of time, in seconds or as an expression of seconds.
    case wait(Wait)

    /// Runs the first branch whose condition holds.
    case conditional([ConditionalBranch])

    /// Runs its body for each element of a list: `for ITEM in EXPR … end`.
    case map(MapBlock)

    /// Runs its branches at the same time.
    case parallel([ParallelBranch])

    /// Ends the workflow with an error.
    case fail(error: InterpolatedText, cause: InterpolatedText?)

    /// Ends the workflow with a value.
    case `return`(Expression?)
  }

  /// The name that its result gets.
  package var name: Name?

  /// What it does.
  package var kind: Kind

  /// What is said of it: retries, catches, a time limit, a label.
  package var clauses: [Clause]

  /// Where it stands, with the clauses.
  package var range: SourceRange

  /// Creates a step.
  package init(name: Name? = nil, kind: Kind, clauses: [Clause] = [], range: SourceRange) {
    self.name = name
    self.kind = kind
    self.clauses = clauses
    self.range = range
  }
}

/// `wait 30s`, `wait until EXPR`.
package enum Wait: Sendable {
  /// Waits for a length of time.
  case duration(TimeSpan)

  /// Waits until the timestamp (RFC 3339) that the expression gives.
  case until(Expression)
}

/// One branch of `if … else if … else … end`.
package struct ConditionalBranch: Sendable {
  /// What must hold; nil for `else`.
  package var condition: Expression?

  /// What is then done.
  package var body: [Step]

  /// Where its first line stands.
  package var range: SourceRange

  /// Creates a branch.
  package init(condition: Expression?, body: [Step], range: SourceRange) {
    self.condition = condition
    self.body = body
    self.range = range
  }
}

/// `for ITEM in EXPR [max N at once] [tolerate N | N%] … [yield EXPR] end`.
package struct MapBlock: Sendable {
  /// How many failed items are accepted.
  package enum Tolerance: Hashable, Sendable {
    /// This many.
    case count(Int)

    /// This share, in percent.
    case percentage(Int)
  }

  /// The name of the element.
  package var item: Name

  /// The list.
  package var items: Expression

  /// How many elements are worked on at the same time; nil for no limit.
  package var maximumConcurrency: Int?

  /// How many failed items are accepted.
  package var tolerance: Tolerance?

  /// What is done with each element.
  package var body: [Step]

  /// What each element gives; nil for the result of the last step.
  package var yield: Expression?

  /// Creates a block.
  package init(
    item: Name, items: Expression, maximumConcurrency: Int? = nil, tolerance: Tolerance? = nil,
    body: [Step], yield: Expression?
  ) {
    self.item = item
    self.items = items
    self.maximumConcurrency = maximumConcurrency
    self.tolerance = tolerance
    self.body = body
    self.yield = yield
  }
}

/// `branch NAME … [yield EXPR]` of a `parallel` block.
package struct ParallelBranch: Sendable {
  /// The member of the result that it fills.
  package var name: Name

  /// What is done.
  package var body: [Step]

  /// What it gives; nil for the result of the last step.
  package var yield: Expression?

  /// Where its first line stands.
  package var range: SourceRange

  /// Creates a branch.
  package init(name: Name, body: [Step], yield: Expression?, range: SourceRange) {
    self.name = name
    self.body = body
    self.yield = yield
    self.range = range
  }
}
