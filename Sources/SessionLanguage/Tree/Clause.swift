package import Diagnostics

/// Something said of a step, on its line or on lines right after it.
package struct Clause: Sendable {
  /// What is said.
  package enum Kind: Sendable {
    /// Tries again after an error.
    case retry(RetryClause)

    /// Does something else after an error.
    case `catch`(CatchClause)

    /// The longest time that the step may take.
    case timeout(TimeSpan)

    /// The longest time between two signs of life.
    case heartbeat(TimeSpan)

    /// The name of its state.
    case label(String)
  }

  /// What is said.
  package var kind: Kind

  /// Where it stands, with its block.
  package var range: SourceRange

  /// Creates a clause.
  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// `retry N times [on ERROR…] [every 2s] [backoff 2] [up to 60s] [jitter]`.
package struct RetryClause: Sendable {
  /// How many times it is tried again.
  package var attempts: Int

  /// The errors that it is tried again after; empty for any.
  package var errors: [Name]

  /// The time before the first new try; nil for AWS's default of one second.
  package var interval: TimeSpan?

  /// What the time is multiplied with for each further try; nil for AWS's default of 2.
  package var backoffRate: Double?

  /// The longest time between two tries.
  package var maximumDelay: TimeSpan?

  /// Whether the times are shortened at random.
  package var hasJitter: Bool

  /// Creates a clause.
  package init(
    attempts: Int, errors: [Name] = [], interval: TimeSpan? = nil, backoffRate: Double? = nil,
    maximumDelay: TimeSpan? = nil, hasJitter: Bool = false
  ) {
    self.attempts = attempts
    self.errors = errors
    self.interval = interval
    self.backoffRate = backoffRate
    self.maximumDelay = maximumDelay
    self.hasJitter = hasJitter
  }
}

/// `catch [ERROR…] … end`.
package struct CatchClause: Sendable {
  /// The errors that it takes; empty for any.
  package var errors: [Name]

  /// What is done; then the workflow goes on after the step, unless this fails or returns.
  package var body: [Step]

  /// Where it stands, with its block.
  package var range: SourceRange

  /// Creates a clause.
  package init(errors: [Name], body: [Step], range: SourceRange) {
    self.errors = errors
    self.body = body
    self.range = range
  }
}
