package import Diagnostics

/// What is wrong with a text that should be JSON.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The mistake, as one lower-case sentence.
  public var message: String

  /// The UTF-8 offset at which it was seen.
  public var offset: Int

  /// Creates an error.
  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// The error as a diagnostic of a text in which the JSON starts at `start`.
  package func diagnostic(startingAt start: Int = 0) -> Diagnostic {
    let offset = start + offset
    return Diagnostic(code: "json-syntax", message, at: SourceRange(offset, offset + 1))
  }
}
