import Diagnostics
import JSON
import JSONata

/// An expression with the value of every part of it, a part a line.
package struct Breakdown: Sendable {
  /// What stands before the expression in its step: `amount:=`, `if `.
  var label: String

  /// The expression.
  var source: String

  /// What stands after it: the brace of an interpolation.
  var ending = ""

  /// What it and its parts came to.
  var report: EvaluationReport

  /// The lines, indented by `indent`, of at most `width` cells.
  func text(width: Int, indent: Int) -> StyledText {
    let rows = self.rows(indent: indent)
    let widest = rows.map(\.text.plain.displayWidth).max() ?? 0
    let column = min(widest, max(24, (width - 4) * 3 / 5))
    var text = StyledText()
    for row in rows {
      if !text.isEmpty { text.append("\n") }
      text.append(row.text.cut(to: column))
      let room = max(12, width - column - 2)
      guard let value = row.value(width: room), !value.isEmpty else { continue }
      let used = min(row.text.plain.displayWidth, column)
      text.append(String(repeating: " ", count: column - used + 2))
      text.append(value)
    }
    return text
  }

  // MARK: -

  /// The lines of the expression and its parts.
  private func rows(indent: Int) -> [Row] {
    let bytes = Array(source.utf8)
    let row = Row(
      label: label, text: source + ending, indent: indent, content: .outcome(report.outcome))
    let isWhole = report.parts.first?.range.count == bytes.count
    let parts = isWhole ? report.parts.flatMap(\.parts) : report.parts
    return [row] + parts.flatMap { rows(of: $0, bytes, indent: indent + 2) }
  }

  /// The lines of a part and the parts in it.
  private func rows(of part: EvaluationReport.Part, _ bytes: [UInt8], indent: Int) -> [Row] {
    let text = String(decoding: bytes[part.range], as: UTF8.self)
    var content = Row.Content.missing
    if let values = part.values {
      content = .values(values)
    } else if part.holdsFailure {
      guard case .failure(let error) = report.outcome else { return [] }
      content = part.isFailed ? .outcome(.failure(error)) : .open
    }
    let row = Row(label: "", text: text, indent: indent, content: content)
    if case .missing = content { return [row] }
    return [row] + part.parts.flatMap { rows(of: $0, bytes, indent: indent + 2) }
  }
}

/// A line of a breakdown.
private struct Row {
  /// What is said of a part.
  enum Content {
    /// How the evaluation ended.
    case outcome(Result<JSONValue?, JSONataError>)

    /// Its values.
    case values(EvaluationReport.Values)

    /// Nothing, because a part in it has failed.
    case open

    /// That it has not been evaluated.
    case missing
  }

  var label: String
  var text: StyledText
  var content: Content

  /// Creates a line about `source`.
  init(label: String, text source: String, indent: Int, content: Content) {
    self.label = label
    self.content = content
    let words = source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    text = StyledText(String(repeating: " ", count: indent))
    text.append(label, .faint)
    text.append(words, label.isEmpty ? .plain : .strong)
  }

  /// What is said of the part, in `width` cells where it is a value.
  func value(width: Int) -> StyledText? {
    switch content {
    case .outcome(.success(let value)): return Self.text(of: value).cut(to: width)
    case .outcome(.failure(let error)):
      return StyledText("✗ \(error.code): \(error.message)", .failure)
    case .values(let values): return Self.text(of: values, width: width)
    case .open: return nil
    case .missing: return StyledText("not evaluated", .faint)
    }
  }

  /// The values of a part that may have many, one after the other.
  private static func text(of values: EvaluationReport.Values, width: Int) -> StyledText {
    guard values.count > 1 else { return text(of: values.last).cut(to: width) }
    let count = "  \(values.count) times"
    var text = StyledText()
    for value in values.first {
      if !text.isEmpty { text.append(" · ", .faint) }
      text.append(Self.text(of: value).cut(to: 24))
    }
    if values.count > values.first.count {
      text.append(values.count > values.first.count + 1 ? " … " : " · ", .faint)
      text.append(Self.text(of: values.last).cut(to: 24))
    }
    return text.cut(to: max(8, width - count.count)) + StyledText(count, .faint)
  }

  /// One value.
  private static func text(of value: JSONValue?) -> StyledText {
    switch value {
    case nil: StyledText("nothing", .warning)
    case .function?: StyledText("a function", .faint)
    case let value?: JSONLayout.line(of: value)
    }
  }
}

extension EvaluationReport.Part {
  /// Whether the error of the evaluation came up in the part or in a part of it.
  fileprivate var holdsFailure: Bool { isFailed || parts.contains(where: \.holdsFailure) }
}

extension StyledText {
  /// The text up to `width` cells; what is cut off is marked by `…`.
  func cut(to width: Int) -> StyledText {
    guard plain.displayWidth > width else { return self }
    var text = StyledText()
    var room = width - 1
    for span in spans where room > 0 {
      let part = span.text.prefix(displayWidth: room)
      text.append(String(part), span.style)
      room -= String(part).displayWidth
    }
    return text + StyledText("…", .faint)
  }
}
