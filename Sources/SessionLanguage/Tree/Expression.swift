package import Diagnostics
package import JSONata

/// A JSONata expression as it stands in a session.
package struct Expression: Sendable {
  /// The text, unchanged.
  package var source: String

  /// Where it stands.
  package var range: SourceRange

  /// The compiled expression; nil if its syntax is wrong, which has been diagnosed.
  package var compiled: JSONataExpression?

  /// Creates an expression.
  package init(source: String, range: SourceRange, compiled: JSONataExpression?) {
    self.source = source
    self.range = range
    self.compiled = compiled
  }
}

/// A text in which `{$…}` is an interpolated expression.
package struct InterpolatedText: Sendable {
  /// A piece of the text.
  package enum Segment: Sendable {
    /// Plain text, with its escapes resolved.
    case literal(String)

    /// An expression whose value is inserted.
    case expression(Expression)
  }

  /// The pieces in order; no two literals are neighbours.
  package var segments: [Segment]

  /// Where the text stands, with its quotes.
  package var range: SourceRange

  /// Creates a text.
  package init(_ segments: [Segment], range: SourceRange) {
    self.segments = segments
    self.range = range
  }

  /// The text, if nothing is interpolated.
  package var literal: String? {
    switch segments.count {
    case 0: return ""
    case 1:
      guard case .literal(let text) = segments[0] else { return nil }
      return text
    default: return nil
    }
  }
}

/// A length of time such as `30s`, `5m` or `1h`.
package struct TimeSpan: Hashable, Sendable {
  /// The length in seconds.
  package var seconds: Int

  /// Where it stands.
  package var range: SourceRange

  /// Creates a length of time.
  package init(seconds: Int, range: SourceRange) {
    self.seconds = seconds
    self.range = range
  }
}
