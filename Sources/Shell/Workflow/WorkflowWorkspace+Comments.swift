extension WorkflowWorkspace {
  /// Keeps a blank line, which stands before the next statement; several become one.
  mutating func noteBlankLine() {
    guard lead.last?.isEmpty != true, !draft.entries.isEmpty || !lead.isEmpty else { return }
    lead.append("")
  }

  /// Keeps a comment, which stands before the next statement.
  mutating func noteComment(_ text: String) {
    lead.append(text.trimmed)
  }

  /// The comments and blank lines that stand before what is entered next; they are given once.
  mutating func takeLead() -> String {
    defer { lead = [] }
    return lead.joined(separator: "\n")
  }

  /// Puts the comments that stand before the closing `end` into the draft.
  mutating func keepTail() {
    let lead = takeLead()
    if lead.contains("#") { draft.tail = lead.trimmed }
  }

  /// Whether a blank line stands before what is entered next.
  var isAfterBlankLine: Bool { lead.contains("") }

  /// Keeps a cell that follows the workflow; of plain runs in a row one is enough.
  mutating func keep(_ followUp: FollowUp) {
    if followUp.isPlainRun, followUps.last?.isPlainRun == true { followUps.removeLast() }
    followUps.append(followUp)
  }

  /// The cells that follow the workflow, without a plain run after which nothing looks at it.
  var keptFollowUps: [FollowUp] {
    followUps.last?.isPlainRun == true ? followUps.dropLast() : followUps
  }
}
