/// What a Wait state does: it lets time pass.
package struct WaitState: Equatable, Sendable {
  /// How long, in JSONata or as a constant; nil where a JSONPath field says it.
  package var duration: Duration?

  /// How long a Wait state waits.
  package enum Duration: Equatable, Sendable {
    /// That many seconds, a number or an expression.
    case seconds(Template)
    /// Until then, an RFC 3339 text or an expression.
    case timestamp(Template)
  }

  /// Creates a Wait state.
  package init(_ duration: Duration?) {
    self.duration = duration
  }
}
