/// Writes values as JSON text.
///
/// Numbers are written as JavaScript does (`1e+21`, `0.1`, `1` for 1.0). Numbers that JSON has not
/// become the texts `"Infinity"`, `"-Infinity"` and `"NaN"`, as Step Functions writes them.
package struct JSONWriter {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// No white space.
    case compact

    /// One line with spaces after `:` and `,` and inside braces: `{ "a": 1, "b": [1, 2] }`.
    case spaced

    /// One member or element a line, indented by this many spaces.
    case indented(Int)
  }

  /// The text so far, as UTF-8.
  private var output: [UInt8] = []

  /// How the text is laid out.
  private let layout: Layout

  /// The text of `value` without white space.
  package static func compact(_ value: JSONValue) -> String { write(value, layout: .compact) }

  /// The text of `value` over several lines, without a final line end.
  package static func indented(_ value: JSONValue, by width: Int = 2) -> String {
    write(value, layout: .indented(width))
  }

  /// The text of `value` in `layout`.
  package static func write(_ value: JSONValue, layout: Layout) -> String {
    String(decoding: utf8(value, layout: layout), as: UTF8.self)
  }

  /// The text of `value` as UTF-8.
  package static func utf8(_ value: JSONValue, layout: Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(value, depth: 0)
    return writer.output
  }

  /// `text` as a JSON text with its quotes.
  package static func quoted(_ text: String) -> String {
    var writer = JSONWriter(layout: .compact)
    writer.writeText(text)
    return String(decoding: writer.output, as: UTF8.self)
  }

  /// Starts with nothing written.
  private init(layout: Layout) {
    self.layout = layout
  }

  /// Writes `value`, which stands `depth` containers deep.
  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: write("null")
    case .bool(let value): write(value ? "true" : "false")
    case .integer(let value): write(String(value))
    case .number(let value): writeNumber(value)
    case .string(let value): writeText(value.text)
    case .array(let value): writeArray(value, depth: depth)
    case .object(let value): writeObject(value, depth: depth)
    case .function: write("\"\"")
    }
  }

  /// Writes the elements of `array`.
  private mutating func writeArray(_ array: JSONArray, depth: Int) {
    guard !array.elements.isEmpty else { return write("[]") }
    write("[")
    for (index, element) in array.elements.enumerated() {
      if index > 0 { writeSeparator() }
      startLine(depth: depth + 1)
      write(element, depth: depth + 1)
    }
    startLine(depth: depth)
    write("]")
  }

  /// Writes the members of `object`.
  private mutating func writeObject(_ object: JSONObject, depth: Int) {
    guard !object.isEmpty else { return write("{}") }
    write("{")
    padBrace()
    for (index, key) in object.shape.keys.enumerated() {
      if index > 0 { writeSeparator() }
      startLine(depth: depth + 1)
      writeText(key)
      writeColon()
      write(object.values[index], depth: depth + 1)
    }
    startLine(depth: depth)
    padBrace()
    write("}")
  }

  /// Writes the comma between elements or members.
  private mutating func writeSeparator() {
    if case .spaced = layout { write(", ") } else { write(",") }
  }

  /// Writes the colon after a name.
  private mutating func writeColon() {
    if case .compact = layout { write(":") } else { write(": ") }
  }

  /// Writes the space inside a brace.
  private mutating func padBrace() {
    if case .spaced = layout { write(" ") }
  }

  /// Starts a new line where the layout has one.
  private mutating func startLine(depth: Int) {
    guard case .indented(let width) = layout else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: width * depth))
  }

  /// Writes `number`, in quotes if JSON has no such number.
  private mutating func writeNumber(_ number: Double) {
    let text = JSONNumber.text(of: number)
    write(number.isFinite ? text : "\"\(text)\"")
  }

  /// Writes `text` with quotes and escapes.
  private mutating func writeText(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case 0x08: write("\\b")
      case 0x0C: write("\\f")
      case 0x0A: write("\\n")
      case 0x0D: write("\\r")
      case 0x09: write("\\t")
      case 0..<0x20: writeControl(byte)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Writes a control character as `\u00XX`.
  private mutating func writeControl(_ byte: UInt8) {
    let digits = String(byte, radix: 16)
    write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }

  /// Writes `text` as it is.
  private mutating func write(_ text: String) {
    output.append(contentsOf: text.utf8)
  }
}
