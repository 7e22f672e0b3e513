import Diagnostics
package import JSON

/// A list of objects as rows and columns.
package struct Table {
  /// The most rows that are shown.
  private static let rowLimit = 50

  /// The names of the columns.
  private var columns: [Column] = []

  /// How many rows there are.
  private let rowCount: Int

  /// Creates the table of `value`, if it is a list of objects with at least one member.
  package init?(_ value: JSONValue) {
    guard let rows = value.arrayValue, !rows.isEmpty else { return nil }
    let objects = rows.compactMap(\.objectValue)
    guard objects.count == rows.count else { return nil }
    rowCount = rows.count
    var names = JSONObject.Builder()
    for object in objects { for key in object.keys { names[key] = .null } }
    let shown = objects.prefix(Self.rowLimit)
    columns = names.build().keys.map { name in Column(name: name, values: shown.map { $0[name] }) }
    if columns.isEmpty { return nil }
  }

  /// The table in lines of at most `width` cells: a heading, then a line a row.
  package func text(width: Int) -> StyledText {
    let shown = fittingColumns(width: width)
    var text = StyledText(line(shown.map(\.heading)), .faint)
    for row in 0..<min(rowCount, Self.rowLimit) {
      text.append("\n" + line(shown.map { $0.cell(row) }))
    }
    if shown.count < columns.count {
      let hidden = columns.dropFirst(shown.count).map(\.name).joined(separator: ", ")
      text.append("\n … and the columns \(hidden)", .faint)
    }
    if rowCount > Self.rowLimit {
      text.append("\n … and \(rowCount - Self.rowLimit) more rows", .faint)
    }
    return text
  }

  /// The columns that fit a line, at least one.
  private func fittingColumns(width: Int) -> [Column] {
    var used = 1
    let count = columns.prefix { column in
      used += column.width + 2
      return used - 2 <= width
    }.count
    return Array(columns.prefix(max(1, count)))
  }

  /// One line of `cells`.
  private func line(_ cells: [String]) -> String {
    var text = " " + cells.joined(separator: "  ")
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// A column of a table.
private struct Column {
  /// The widest a cell may be.
  private static let widthLimit = 60

  /// Its name.
  let name: String

  /// The cells that it takes.
  let width: Int

  /// Whether it holds numbers, which stand to the right.
  private let isNumeric: Bool

  /// The text of each row.
  private let texts: [String]

  /// Creates the column of `values`; absent ones are empty.
  init(name: String, values: [JSONValue?]) {
    self.name = name
    let present = values.compactMap { $0 }.filter { !$0.isNull }
    isNumeric = !present.isEmpty && present.allSatisfy { $0.doubleValue != nil }
    let decimals = present.map(Self.decimals).max() ?? 0
    let isUniform = isNumeric && decimals <= 6
    texts = values.map { Self.text($0, decimals: isUniform ? decimals : nil) }
    width = max(name.displayWidth, texts.map(\.displayWidth).max() ?? 0)
  }

  /// The heading, padded.
  var heading: String { padded(name) }

  /// The text of `row`, padded.
  func cell(_ row: Int) -> String { padded(texts[row]) }

  /// `text` with spaces on the side away from which it is aligned.
  private func padded(_ text: String) -> String {
    let padding = String(repeating: " ", count: max(0, width - text.displayWidth))
    return isNumeric ? padding + text : text + padding
  }

  /// The text of `value` with as many decimals as its column has.
  private static func text(_ value: JSONValue?, decimals: Int?) -> String {
    guard let value, !value.isNull else { return "" }
    if let decimals, let number = value.doubleValue {
      return fixed(number, decimals: decimals, text: JSONWriter.compact(value))
    }
    let text = value.stringValue ?? JSONWriter.write(value, layout: .spaced)
    let line = text.map { $0.isNewline ? "⏎" : String($0) }.joined()
    return line.displayWidth <= widthLimit ? line : line.prefix(displayWidth: widthLimit - 1) + "…"
  }

  /// The number of decimals of a number's text; large for one with an exponent.
  private static func decimals(_ value: JSONValue) -> Int {
    let text = JSONWriter.compact(value)
    if text.contains("e") { return .max }
    return text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  /// `text` with zeros added to `decimals` decimals.
  private static func fixed(_ number: Double, decimals: Int, text: String) -> String {
    let missing = decimals - Self.decimals(.number(number))
    guard decimals > 0, missing > 0 else { return text }
    return text + (text.contains(".") ? "" : ".") + String(repeating: "0", count: missing)
  }
}
