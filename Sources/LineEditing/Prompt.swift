/// The text before the line that is edited.
///
/// It is drawn with exactly one space between it and the line. Control characters are left out.
package struct Prompt: Hashable, Sendable {
  /// A look that a terminal gives to text.
  package enum Style: Int, Sendable {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33
    case blue = 34
    case magenta = 35
    case cyan = 36
  }

  /// A stretch of text in one style.
  package struct Part: Hashable, Sendable {
    /// The visible text.
    package var text: String

    /// The style, or `nil` for plain text.
    package var style: Style?

    /// Creates a part that is plain unless a style is given.
    package init(_ text: String, style: Style? = nil) {
      self.text = text
      self.style = style
    }
  }

  /// The text in its order.
  package var parts: [Part]

  /// Creates a prompt of several parts.
  package init(parts: [Part]) {
    self.parts = parts
  }

  /// Creates a prompt in one style, plain unless one is given.
  package init(_ text: String, style: Style? = nil) {
    self.parts = [Part(text, style: style)]
  }
}

extension Prompt: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
