import Diagnostics

extension JSONReader {
  /// Reads the rest of an object whose brace has been read.
  mutating func readObject() throws(JSONSyntaxError) -> JSONValue {
    let outer = path
    let start = values.count
    var place = NameTree.root
    skipWhitespace()
    if consume("}") { return .object(.empty) }
    while true {
      skipWhitespace()
      let nameStart = offset
      guard consume("\"") else { throw error("expected a name in double quotes") }
      if let expected = names.expected(after: place, in: bytes, at: &offset) {
        place = expected
      } else {
        offset = nameStart
        let name = try readString()
        let isEscaped = offset - nameStart - 2 != name.utf8.count
        guard let next = names.place(of: name, isEscaped: isEscaped, after: place) else {
          let before = names.names(at: place)
          return try readOtherObject(before, next: name, at: nameStart, start, outer)
        }
        place = next
      }
      if positions != nil { enter(names.name(at: place), of: outer, from: nameStart) }
      try readColon()
      values.push(try readValue())
      if try isEndOfObject() { break }
    }
    path = outer
    return .object(values.takeObject(from: start, shape: names.shape(at: place)))
  }

  /// Reads the rest of an object with many or repeated names, of which `keys` have been read with
  /// their values and `next` without.
  private mutating func readOtherObject(
    _ keys: [String], next: String, at offset: Int, _ start: Int, _ outer: String
  ) throws(JSONSyntaxError) -> JSONValue {
    var builder = JSONObject.Builder()
    for (key, value) in zip(keys, values.takeList(from: start)) { builder[key] = value }
    var key = next
    var keyStart = offset
    while true {
      if options.rejectsDuplicateKeys, builder[key] != nil {
        throw JSONSyntaxError("the name \"\(key)\" stands twice in this object", at: keyStart)
      }
      if positions != nil { enter(key, of: outer, from: keyStart) }
      try readColon()
      builder[key] = try readValue()
      if try isEndOfObject() { break }
      skipWhitespace()
      keyStart = self.offset
      guard peek() == UInt8(ascii: "\"") else { throw error("expected a name in double quotes") }
      key = try readString()
    }
    path = outer
    return .object(builder.build())
  }

  /// Notes where the member `key` of the object at `outer` stands, which ends here.
  private mutating func enter(_ key: String, of outer: String, from start: Int) {
    path = outer + "/" + JSONPositions.escaped(key)
    positions?.keys[path] = SourceRange(start, offset)
  }

  /// Reads the colon after a name, and the white space around it.
  private mutating func readColon() throws(JSONSyntaxError) {
    skipWhitespace()
    guard consume(":") else { throw error("expected `:` after the name") }
    skipWhitespace()
  }

  /// Reads the closing brace, or else the comma between two members.
  private mutating func isEndOfObject() throws(JSONSyntaxError) -> Bool {
    skipWhitespace()
    if consume("}") { return true }
    guard consume(",") else { throw error("expected `,` or `}`") }
    return false
  }
}
