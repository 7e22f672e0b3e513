/// A text that is no path, and where it goes wrong.
package struct JSONPathSyntaxError: Error, Hashable, Sendable {
  /// What is wrong.
  package var message: String

  /// How many UTF-8 bytes come before the place.
  package var offset: Int

  /// Creates an error.
  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// A path that has no value, in Jayway's words.
package struct JSONPathError: Error, Hashable, Sendable {
  /// What is missing.
  package var message: String

  /// Whether an index beyond the end of a list is the reason.
  package var isBeyondEnd = false

  /// Whether something that is not there is the reason, not something of the wrong type.
  package var isMissing = true

  /// Creates an error.
  package init(_ message: String) {
    self.message = message
  }

  /// A search has taken too long.
  package static var tooMany: JSONPathError {
    var error = JSONPathError("The path leads to too many values")
    error.isMissing = false
    return error
  }
}
