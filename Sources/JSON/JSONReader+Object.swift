import Diagnostics

extension JSONReader {
  /// Reads the rest of an object whose brace has been read.
  mutating func readObject() throws(JSONSyntaxError) -> JSONValue {
    var keys: [String] = []
    var values: [JSONValue] = []
    var known: Set<JSONShape.Key> = []
    var isRepeated = false
    let outer = path
    skipWhitespace()
    if consume("}") { return .object(.empty) }
    while true {
      skipWhitespace()
      let start = offset
      let key = try readKey()
      if isDuplicate(key, in: keys, known: &known) {
        guard !options.rejectsDuplicateKeys else {
          throw JSONSyntaxError("the name \"\(key)\" stands twice in this object", at: start)
        }
        isRepeated = true
      }
      enter(key, of: outer, at: SourceRange(start, offset))
      try readColon()
      keys.append(key)
      values.append(try readValue())
      skipWhitespace()
      if consume("}") { break }
      guard consume(",") else { throw error("expected `,` or `}`") }
    }
    path = outer
    if isRepeated { return .object(zip(keys, values).map { (key: $0, value: $1) }) }
    return .object(JSONObject(shape: shapes.shape(of: keys), values: values))
  }

  /// Whether `key` is among `keys`; `known` helps with large objects.
  private func isDuplicate(
    _ key: String, in keys: [String], known: inout Set<JSONShape.Key>
  ) -> Bool {
    if keys.count < 8 { return keys.contains { haveEqualBytes($0, key) } }
    if known.isEmpty { known = Set(keys.map { JSONShape.Key(text: $0) }) }
    return !known.insert(JSONShape.Key(text: key)).inserted
  }

  /// Notes where the member `key` of the object at `outer` stands.
  private mutating func enter(_ key: String, of outer: String, at range: SourceRange) {
    guard positions != nil else { return }
    path = outer + "/" + JSONPositions.escaped(key)
    positions?.keys[path] = range
  }

  /// Reads a member's name.
  private mutating func readKey() throws(JSONSyntaxError) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw error("expected a name in double quotes") }
    return try readString()
  }

  /// Reads the colon after a name, and the white space around it.
  private mutating func readColon() throws(JSONSyntaxError) {
    skipWhitespace()
    guard consume(":") else { throw error("expected `:` after the name") }
    skipWhitespace()
  }
}

/// Shapes by their names, so that objects made alike share one.
struct ShapeCache {
  private var last: JSONShape?
  private var known: [[String]: JSONShape] = [:]

  /// The most shapes that are remembered.
  private static let limit = 1_024

  /// The shape of `keys`, which are distinct.
  mutating func shape(of keys: [String]) -> JSONShape {
    if let last, isSame(last.keys, keys) { return last }
    let shape = known[keys].flatMap { isSame($0.keys, keys) ? $0 : nil } ?? add(keys)
    last = shape
    return shape
  }

  /// Makes the shape of `keys`.
  private mutating func add(_ keys: [String]) -> JSONShape {
    let shape = JSONShape(uniqueKeys: keys)
    if known.count < Self.limit { known[keys] = shape }
    return shape
  }

  /// Whether two lists of names have the same bytes.
  private func isSame(_ a: [String], _ b: [String]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { haveEqualBytes($0, $1) }
  }
}
