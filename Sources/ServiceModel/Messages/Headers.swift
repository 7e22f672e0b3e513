/// The headers of a request or an answer, in order; names are found in any case.
package struct Headers: Equatable, Sendable {
  /// One header.
  package struct Field: Equatable, Sendable {
    /// The name as it is written.
    package var name: String

    /// The value.
    package var value: String
  }

  /// The headers in order.
  package private(set) var fields: [Field] = []

  /// Creates headers.
  package init(_ fields: [(name: String, value: String)] = []) {
    self.fields = fields.map { Field(name: $0.name, value: $0.value) }
  }

  /// Whether there are none.
  package var isEmpty: Bool { fields.isEmpty }

  /// The value of the first header `name`; setting it replaces them all.
  package subscript(name: String) -> String? {
    get { fields.first { Self.isSame($0.name, name) }?.value }
    set {
      fields.removeAll { Self.isSame($0.name, name) }
      if let newValue { fields.append(Field(name: name, value: newValue)) }
    }
  }

  /// Adds a header behind the others.
  package mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// Whether two names are the same but for case.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && a.lowercased() == b.lowercased()
  }
}
