/// A remark on a text that a user wrote: a mistake, a doubt or a hint.
package struct Diagnostic: Hashable, Sendable {
  /// How grave a diagnostic is.
  package enum Severity: String, Hashable, Sendable {
    /// Nothing is done.
    case error

    /// It is done, and probably not what was meant.
    case warning

    /// It is done, and there is something to know.
    case note
  }

  /// A further place or sentence that explains a diagnostic.
  package struct Note: Hashable, Sendable {
    /// What it says.
    package var message: String

    /// Where it points, in the same text.
    package var range: SourceRange?

    /// Creates a note.
    package init(_ message: String, range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// How grave it is.
  package var severity: Severity

  /// The stable name of this kind of diagnostic, such as `unknown-service` or `S0201`.
  package var code: String

  /// One lower-case sentence without a full stop that names the thing.
  package var message: String

  /// The bytes that the diagnostic is about.
  package var range: SourceRange

  /// Further explanations.
  package var notes: [Note]

  /// What to do about it.
  package var help: String?

  /// Creates a diagnostic.
  package init(
    _ severity: Severity = .error, code: String, _ message: String, at range: SourceRange,
    notes: [Note] = [], help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.notes = notes
    self.help = help
  }

  /// The same diagnostic for a text in which everything stands `offset` bytes later.
  package func shifted(by offset: Int) -> Diagnostic {
    var copy = self
    copy.range = range.shifted(by: offset)
    copy.notes = notes.map { Note($0.message, range: $0.range?.shifted(by: offset)) }
    return copy
  }
}
