/// A text whose parts have styles; it becomes ANSI only where colours are on.
package struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// What a part of a text is, which decides how it looks.
  package enum Style: String, Hashable, Sendable {
    case plain, success, failure, warning, faint, strong, key, string, number, keyword

    /// A duration or another figure that differs from run to run; left out of files.
    case measure
  }

  /// A part with one style.
  package struct Span: Hashable, Sendable {
    var text: String
    var style: Style
  }

  /// The parts in order.
  package private(set) var spans: [Span] = []

  /// Creates a text of one part.
  package init(_ text: String = "", _ style: Style = .plain) {
    append(text, style)
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  /// The text without styles.
  package var plain: String { spans.map(\.text).joined() }

  /// The text as it is kept in a file: without styles, measures and spaces at the ends of lines.
  package var kept: String {
    let text = spans.filter { $0.style != .measure }.map(\.text).joined()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  /// Whether there is nothing in it.
  package var isEmpty: Bool { spans.isEmpty }

  /// Adds `text` in `style`.
  package mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    if spans.last?.style == style {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, style: style))
    }
  }

  /// Adds the parts of `other`.
  package mutating func append(_ other: StyledText) {
    for span in other.spans { append(span.text, span.style) }
  }

  /// The parts of both.
  package static func + (a: StyledText, b: StyledText) -> StyledText {
    var sum = a
    sum.append(b)
    return sum
  }

  /// The text for a terminal: with ANSI escapes if `isColored`.
  package func rendered(isColored: Bool) -> String {
    guard isColored else { return plain }
    return spans.map { span in
      span.style.parameters.map { "\u{1B}[\($0)m\(span.text)\u{1B}[0m" } ?? span.text
    }.joined()
  }
}

extension StyledText.Style {
  /// The SGR parameters of the style (ECMA-48); nil for none.
  fileprivate var parameters: String? {
    switch self {
    case .plain: nil
    case .success: "32"
    case .failure: "31"
    case .warning: "33"
    case .faint, .measure: "2"
    case .strong: "1"
    case .key: "34"
    case .string: "32"
    case .number: "36"
    case .keyword: "35"
    }
  }
}
