package import Diagnostics

/// Something that can stand where a line is being typed.
package struct Candidate: Hashable, Sendable {
  /// The text that takes the place of the range.
  package var text: String

  /// What a list shows in its place.
  package var title: String

  /// A few words on it.
  package var summary: String

  /// The bytes of the line that it replaces.
  package var range: SourceRange

  /// Whether a space follows once it is the only one.
  package var isWhole: Bool

  /// Creates a candidate.
  package init(
    _ text: String, title: String? = nil, summary: String = "", range: SourceRange,
    isWhole: Bool = true
  ) {
    self.text = text
    self.title = title ?? text
    self.summary = summary
    self.range = range
    self.isWhole = isWhole
  }
}
