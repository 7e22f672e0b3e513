/// The content of a JSON text, shared by reference.
package final class JSONString: Sendable {
  /// The text.
  package let text: String

  /// Creates the content `text`.
  package init(_ text: String) {
    self.text = text
  }
}

/// Whether two texts are the same sequence of bytes.
///
/// Swift's `==` on `String` is canonical equivalence, which JSON's names and JSONata's `=` are not.
package func haveEqualBytes(_ a: String, _ b: String) -> Bool {
  guard a == b else { return false }
  guard a.utf8.count == b.utf8.count else { return false }
  return a.utf8.elementsEqual(b.utf8)
}
