/// A walk through the entries that start as the line does up to the cursor.
struct PrefixRecall {
  /// The line at which the walk started.
  let original: EditedLine

  /// The number of the entry that is shown, or the number of entries for the original.
  private var index: Int

  /// The line that is shown.
  private(set) var line: EditedLine

  /// Starts a walk from `line`, behind the newest of `count` entries.
  init(from line: EditedLine, count: Int) {
    self.original = line
    self.line = line
    self.index = count
  }

  /// Goes to the next older entry, if there is one.
  mutating func goBack(in entries: [String]) -> Bool {
    go(to: entries.indices.prefix(max(0, index)).reversed(), in: entries)
  }

  /// Goes to the next newer entry, or back to the original behind the newest.
  mutating func goForward(in entries: [String]) -> Bool {
    guard index < entries.count else { return false }
    if go(to: entries.indices.dropFirst(index + 1), in: entries) { return true }
    index = entries.count
    line = original
    return true
  }

  // MARK: - Going

  /// Goes to the first candidate that starts as the original and differs from what is shown.
  private mutating func go(to candidates: some Sequence<Int>, in entries: [String]) -> Bool {
    let prefix = original.head
    let found = candidates.first { candidate in
      entries[candidate].hasPrefix(prefix) && entries[candidate] != line.text
    }
    guard let found else { return false }
    index = found
    line = EditedLine(entries[found], cursor: original.cursor)
    return true
  }
}
