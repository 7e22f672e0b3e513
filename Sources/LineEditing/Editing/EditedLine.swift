/// A line and the place of the cursor in it.
struct EditedLine: Hashable {
  /// The text.
  var text: String

  /// The place of the cursor, as an offset in the text's UTF-8 bytes.
  var cursor: Int

  /// Creates a line with the cursor at its end.
  init(_ text: String) {
    self.init(text, cursor: text.utf8.count)
  }

  /// Creates a line with the cursor at `cursor`.
  init(_ text: String, cursor: Int) {
    self.text = text
    self.cursor = cursor
  }

  /// The number of scalars before the UTF-8 offset `offset`, which is brought into the text.
  func scalarOffset(of offset: Int) -> Int {
    let bytes = text.utf8.prefix(max(0, offset))
    return text.unicodeScalars[..<bytes.endIndex].count
  }

  /// The text before the cursor.
  var head: String {
    String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
  }
}
