import SessionLanguage

/// The source of a workflow that is being worked on: a head and one entry a step.
///
/// Changing the draft changes text; what it means is found by parsing the whole of it.
package struct WorkflowDraft: Equatable, Sendable {
  /// A statement of the workflow.
  package struct Entry: Equatable, Sendable {
    /// A number that stays the same when its text or its place changes.
    package let id: Int

    /// What stands before it: comments and blank lines.
    package var lead = ""

    /// Its text without the clauses.
    package var core: String

    /// The text of its clauses.
    package var clauses: [String] = []

    /// Whether it is a line of the head rather than a step.
    package var isHeader = false
  }

  /// The workflow's name.
  package var name: String

  /// Whether it is an Express workflow.
  package var isExpress = false

  /// The lines of the head and the steps, in order.
  package var entries: [Entry] = []

  /// The text of the catch that covers the whole workflow.
  package var overallCatch: String?

  /// What stands before the closing `end`: comments and blank lines.
  package var tail = ""

  /// Creates an empty workflow.
  package init(name: String, isExpress: Bool = false) {
    self.name = name
    self.isExpress = isExpress
  }

  /// The text of the whole workflow, indented, from `workflow` to `end`.
  package var source: String {
    var text = "workflow \(name)\(isExpress ? " express" : "")\n"
    for entry in entries {
      text += indented(entry.lead)
      text += indented(([entry.core] + entry.clauses).joined(separator: "\n"))
    }
    if let overallCatch { text += "\n" + indented(overallCatch) }
    return text + indented(tail) + "end"
  }

  /// Adds `entry`: a line of the head after the last one, a step at the end.
  ///
  /// - Returns: The index of the entry.
  @discardableResult
  package mutating func append(_ entry: Entry) -> Int {
    guard entry.isHeader else {
      entries.append(entry)
      return entries.count - 1
    }
    let index = entries.firstIndex { !$0.isHeader } ?? entries.count
    entries.insert(entry, at: index)
    return index
  }

  /// `text` with two spaces before each line that does not start inside a quoted text, and a line end after the last.
  private func indented(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let quoted = QuotedLines(in: text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    return lines.map { $1.isEmpty || quoted.contains($0) ? String($1) : "  " + $1 }
      .joined(separator: "\n") + "\n"
  }
}
