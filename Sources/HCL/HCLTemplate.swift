/// A text with interpolated expressions.
package struct HCLTemplate: Hashable, Sendable {
  /// A piece of a text.
  package enum Segment: Hashable, Sendable {
    /// Plain text, without escapes.
    case literal(String)

    /// An expression whose value is inserted.
    case interpolation(HCLExpression)
  }

  /// The pieces in order: no two literals are neighbours, and none is empty.
  package private(set) var segments: [Segment]

  /// Creates a text of `segments`.
  package init(_ segments: [Segment] = []) {
    self.segments = []
    for segment in segments { append(segment) }
  }

  /// The expression that is the whole text, if it is but one; Terraform reads `"${x}"` as `x`.
  var soleExpression: HCLExpression? {
    guard segments.count == 1, case .interpolation(let expression) = segments[0] else { return nil }
    return expression
  }

  /// Adds a piece, joining literals.
  private mutating func append(_ segment: Segment) {
    guard case .literal(let text) = segment else { return segments.append(segment) }
    if text.isEmpty { return }
    if case .literal(let before)? = segments.last {
      segments[segments.count - 1] = .literal(before + text)
    } else {
      segments.append(segment)
    }
  }
}

extension HCLTemplate: StringInterpolationProtocol {
  package init(literalCapacity: Int, interpolationCount: Int) { self.init() }
  package mutating func appendLiteral(_ literal: String) { append(.literal(literal)) }

  /// Inserts the value that `expression` has in Terraform.
  package mutating func appendInterpolation(_ expression: HCLExpression) {
    append(.interpolation(expression))
  }

  /// Inserts `text` as it is.
  package mutating func appendInterpolation(text: String) { append(.literal(text)) }
}
