/// An entry of `Retry`: which errors are tried again, how often and when.
package struct Retrier: Equatable, Sendable {
  /// What it is for.
  package var comment: String?

  /// The names of the errors.
  package var errors: [String]

  /// The delay before the first retry.
  package var intervalSeconds: Int?

  /// The number of retries.
  package var maxAttempts: Int?

  /// The factor by which the delay grows.
  package var backoffRate: Double?

  /// The longest delay.
  package var maxDelaySeconds: Int?

  /// Whether the delay is drawn between 0 and its full length.
  package var jitter: JitterStrategy?

  /// How a delay is varied.
  package enum JitterStrategy: String, Hashable, Sendable, CaseIterable {
    /// Not at all.
    case none = "NONE"
    /// Drawn between 0 and its full length.
    case full = "FULL"
  }

  /// Creates a retrier; what is nil has the language's default (1 s, 3 times, factor 2).
  package init(
    comment: String? = nil, errors: [String], intervalSeconds: Int? = nil, maxAttempts: Int? = nil,
    backoffRate: Double? = nil, maxDelaySeconds: Int? = nil, jitter: JitterStrategy? = nil
  ) {
    self.comment = comment
    self.errors = errors
    self.intervalSeconds = intervalSeconds
    self.maxAttempts = maxAttempts
    self.backoffRate = backoffRate
    self.maxDelaySeconds = maxDelaySeconds
    self.jitter = jitter
  }
}
