import JSON

/// Writes values as `JSON.stringify` does in JavaScript: members in its order, functions as empty
/// texts, and, as the language wants it, fractions with 15 significant digits.
struct ScriptWriter {
  /// The text so far, as UTF-8.
  var output: [UInt8] = []

  private let isPretty: Bool

  /// The deepest nesting; more could exhaust the stack.
  private static let depthLimit = 2_000

  /// Starts with nothing written; a pretty text has a line for each member and element.
  init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  /// Writes `value`, which stands `depth` containers deep.
  mutating func write(_ value: JSONValue, depth: Int) throws(JSONataError) {
    switch value {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let number): JSONNumber.append(number, to: &output)
    case .number(let number):
      if number.isInfinite { throw JSONataError("D1001", value: value) }
      if number.isNaN {
        output.append(contentsOf: "null".utf8)
      } else {
        Text.append(number, to: &output)
      }
    case .string(let string): JSONWriter.appendQuoted(string.text, to: &output)
    case .function: output.append(contentsOf: "\"\"".utf8)
    case .array(let list): try write(list, depth: depth + 1)
    case .object(let object): try write(object, depth: depth + 1)
    }
  }

  /// Writes the elements of `list`.
  private mutating func write(_ list: JSONArray, depth: Int) throws(JSONataError) {
    try check(depth: depth)
    output.append(UInt8(ascii: "["))
    for (index, element) in list.elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      startLine(depth: depth)
      try write(element, depth: depth)
    }
    if !list.elements.isEmpty { startLine(depth: depth - 1) }
    output.append(UInt8(ascii: "]"))
  }

  /// Writes the members of `object`.
  private mutating func write(_ object: JSONObject, depth: Int) throws(JSONataError) {
    try check(depth: depth)
    output.append(UInt8(ascii: "{"))
    let order = object.scriptOrder
    for index in object.values.indices {
      let position = order?[index] ?? index
      if index > 0 { output.append(UInt8(ascii: ",")) }
      startLine(depth: depth)
      JSONWriter.appendQuoted(object.keys[position], to: &output)
      output.append(contentsOf: (isPretty ? ": " : ":").utf8)
      try write(object.values[position], depth: depth)
    }
    if !object.isEmpty { startLine(depth: depth - 1) }
    output.append(UInt8(ascii: "}"))
  }

  /// Checks that a value `depth` containers deep is within the limit.
  private func check(depth: Int) throws(JSONataError) {
    guard depth <= Self.depthLimit else {
      throw JSONataError("D1011", value: .integer(Int64(Self.depthLimit)))
    }
  }

  /// Starts a new line of a pretty text.
  private mutating func startLine(depth: Int) {
    guard isPretty else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}
