import Diagnostics
package import JSON

/// Lays out a JSON value for reading: on one line what fits, the rest a member a line.
package struct JSONLayout {
  /// The cells that a line may take.
  private let width: Int

  /// The text so far.
  private var output = StyledText()

  /// The text of `value` in lines of at most `width` cells where that is possible.
  package static func text(of value: JSONValue, width: Int) -> StyledText {
    var layout = JSONLayout(width: width)
    layout.write(value, indent: 0, used: width == .max ? nil : 0)
    return layout.output
  }

  /// `value` on one line of any length.
  package static func line(of value: JSONValue) -> StyledText {
    text(of: value, width: .max)
  }

  /// Starts with nothing written.
  private init(width: Int) {
    self.width = width
  }

  /// Writes `value` on a line of which `used` cells are taken; nil if it stays on that line anyway.
  private mutating func write(_ value: JSONValue, indent: Int, used: Int?) {
    switch value {
    case .array(let array) where !array.elements.isEmpty:
      write(array, of: value, indent: indent, used: used)
    case .object(let object) where !object.isEmpty:
      write(object, of: value, indent: indent, used: used)
    default: output.append(JSONWriter.compact(value), style(of: value))
    }
  }

  /// Writes a list.
  private mutating func write(_ array: JSONArray, of value: JSONValue, indent: Int, used: Int?) {
    let isInline = fits(value, used: used)
    output.append("[")
    for (index, element) in array.elements.enumerated() {
      if index > 0 { output.append(isInline ? ", " : ",") }
      if !isInline { startLine(indent + 2) }
      write(element, indent: indent + 2, used: isInline ? nil : indent + 2)
    }
    if !isInline { startLine(indent) }
    output.append("]")
  }

  /// Writes an object.
  private mutating func write(_ object: JSONObject, of value: JSONValue, indent: Int, used: Int?) {
    let isInline = fits(value, used: used)
    output.append(isInline ? "{ " : "{")
    for (index, key) in object.keys.enumerated() {
      if index > 0 { output.append(isInline ? ", " : ",") }
      if !isInline { startLine(indent + 2) }
      let name = JSONWriter.quoted(key)
      output.append(name, .key)
      output.append(": ")
      let start = isInline ? nil : indent + 4 + name.displayWidth
      write(object.values[index], indent: indent + 2, used: start)
    }
    if !isInline { startLine(indent) }
    output.append(isInline ? " }" : "}")
  }

  /// Whether `value` stays on the line of which `used` cells are taken.
  private func fits(_ value: JSONValue, used: Int?) -> Bool {
    guard let used else { return true }
    return JSONWriter.write(value, layout: .spaced).displayWidth + used <= width
  }

  /// Starts a line.
  private mutating func startLine(_ indent: Int) {
    output.append("\n" + String(repeating: " ", count: indent))
  }

  /// How a scalar looks.
  private func style(of value: JSONValue) -> StyledText.Style {
    switch value {
    case .string: .string
    case .integer, .number: .number
    case .bool, .null: .keyword
    default: .plain
    }
  }
}
