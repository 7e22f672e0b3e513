/// The line and the place in it at which Tab was pressed.
package struct CompletionRequest: Hashable, Sendable {
  /// The whole line.
  package var text: String

  /// The place of the cursor, as an offset in the UTF-8 bytes of the text.
  package var cursor: Int

  /// Creates a request for the place `cursor` in `text`.
  package init(text: String, cursor: Int) {
    self.text = text
    self.cursor = cursor
  }
}

/// One way to go on at the cursor.
package struct Completion: Hashable, Sendable {
  /// The text that takes the place of the range.
  package var replacement: String

  /// What a list of candidates shows.
  package var display: String

  /// A few words that a list shows beside the candidate; may be empty.
  package var summary: String

  /// The part of the line that is replaced, as offsets in its UTF-8 bytes.
  package var range: Range<Int>

  /// Whether a space follows once this is the only candidate.
  package var isFollowedBySpace: Bool

  /// Creates a candidate that is shown as it is inserted unless `display` is given.
  package init(
    _ replacement: String,
    display: String? = nil,
    summary: String = "",
    replacing range: Range<Int>,
    isFollowedBySpace: Bool = true
  ) {
    self.replacement = replacement
    self.display = display ?? replacement
    self.summary = summary
    self.range = range
    self.isFollowedBySpace = isFollowedBySpace
  }
}

/// Finds the candidates for a request; called on the editor's thread while the user waits.
package typealias Completer = @Sendable (CompletionRequest) -> [Completion]
