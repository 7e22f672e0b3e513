/// A regular expression of which texts match only as wholes, for users outside JSONata.
package struct WholeTextRegex: Sendable {
  private let regex: ScriptRegex

  /// Compiles `pattern` with the flags `i` and `m`; nil if it is malformed.
  package init?(_ pattern: String, flags: String) {
    guard let regex = try? ScriptRegex("^(?:\(pattern))$", flags: flags) else { return nil }
    self.regex = regex
  }

  /// Whether all of `text` matches; a text that takes too long does not.
  package func matches(_ text: String) -> Bool {
    (try? RegexSearch(regex, in: text, run: nil).find(from: 0)) != nil
  }
}
