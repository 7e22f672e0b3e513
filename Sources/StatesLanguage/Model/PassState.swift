package import JSON

/// What a Pass state does: it hands on a value.
package struct PassState: Equatable, Sendable {
  /// The value in JSONPath; in JSONata the state's `Output` is the value.
  package var result: JSONValue?

  /// Creates a Pass state.
  package init(result: JSONValue? = nil) {
    self.result = result
  }
}
