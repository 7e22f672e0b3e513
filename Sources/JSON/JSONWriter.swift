/// Writes values as JSON text.
///
/// Numbers are written as JavaScript does (`1e+21`, `0.1`, `1` for 1.0). Numbers that JSON has not
/// become the texts `"Infinity"`, `"-Infinity"` and `"NaN"`, as Step Functions writes them.
public struct JSONWriter {
  /// How the text is laid out.
  public enum Layout: Sendable {
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
  public static func compact(_ value: JSONValue) -> String { write(value, layout: .compact) }

  /// The text of `value` over several lines, without a final line end.
  public static func indented(_ value: JSONValue, by width: Int = 2) -> String {
    write(value, layout: .indented(width))
  }

  /// The text of `value` in `layout`.
  public static func write(_ value: JSONValue, layout: Layout) -> String {
    String(decoding: utf8(value, layout: layout), as: UTF8.self)
  }

  /// The text of `value` as UTF-8.
  public static func utf8(_ value: JSONValue, layout: Layout = .compact) -> [UInt8] {
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
    case .integer(let value): JSONNumber.append(value, to: &output)
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
    if number.isFinite {
      JSONNumber.append(number, to: &output)
    } else {
      write("\"\(JSONNumber.text(of: number))\"")
    }
  }

  /// Writes `text` with quotes and escapes.
  private mutating func writeText(_ text: String) {
    Self.appendQuoted(text, to: &output)
  }

  /// Adds `text` with quotes and escapes to `output`.
  package static func appendQuoted(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() where needsEscape(byte) {
        output.append(contentsOf: bytes[start..<index])
        appendEscape(of: byte, to: &output)
        start = index + 1
      }
      output.append(contentsOf: bytes[start...])
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether `byte` cannot stand in a text as it is.
  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Adds what stands for `byte` in a text.
  private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    let escape =
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case 0x08: "\\b"
      case 0x0C: "\\f"
      case 0x0A: "\\n"
      case 0x0D: "\\r"
      case 0x09: "\\t"
      case 0..<0x10: "\\u000" + String(byte, radix: 16)
      default: "\\u00" + String(byte, radix: 16)
      }
    output.append(contentsOf: escape.utf8)
  }

  /// Writes `text` as it is.
  private mutating func write(_ text: String) {
    output.append(contentsOf: text.utf8)
  }
}
