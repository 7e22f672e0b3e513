/// A name as the session language takes it, in quotes.
struct QuotedName: CustomStringConvertible {
  /// The name.
  private let name: String

  /// Quotes `name`.
  init(_ name: String) {
    self.name = name
  }

  var description: String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
