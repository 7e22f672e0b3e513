import JSON

/// JSON text that is written piece by piece, without a value in between.
struct JSONText: Sendable {
  /// The text so far.
  private(set) var bytes: [UInt8] = []

  /// Starts with room for `capacity` bytes.
  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// `text` in quotes.
  static func quoted(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    JSONWriter.appendQuoted(text, to: &output)
    return output
  }

  /// Adds JSON as it is.
  mutating func add(_ json: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
  }

  /// Adds JSON as it is.
  mutating func add(_ json: [UInt8]) {
    bytes.append(contentsOf: json)
  }

  /// Adds `text` in quotes.
  mutating func addText(_ text: String) {
    JSONWriter.appendQuoted(text, to: &bytes)
  }

  /// Adds `text` in quotes, or `null` if there is none.
  mutating func addTextOrNull(_ text: String?) {
    if let text { addText(text) } else { add("null") }
  }

  /// Adds `number`.
  mutating func addNumber(_ number: Int64) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Adds an object of `items`, or `null` if there are none.
  mutating func addObject<Item>(
    _ items: [Item], name: (Item) -> String, value: (inout JSONText, Item) -> Void
  ) {
    guard !items.isEmpty else { return add("null") }
    add("{")
    for (position, item) in items.enumerated() {
      if position > 0 { add(",") }
      addText(name(item))
      add(":")
      value(&self, item)
    }
    add("}")
  }

  /// Adds a list of `texts` and `last`.
  mutating func addList(_ texts: some Sequence<String>, _ last: String) {
    add("[")
    for text in texts {
      addText(text)
      add(",")
    }
    addText(last)
    add("]")
  }
}
