/// The entries that were entered, the newest last.
struct History {
  /// The entries.
  private(set) var entries: [String] = []

  /// The number of entries that are kept.
  let limit: Int

  /// Creates a history of the newest of `entries`.
  init(entries: [String] = [], limit: Int) {
    self.limit = max(0, limit)
    self.entries = Array(entries.suffix(self.limit))
  }

  /// Adds an entry, and returns it as it is kept, or `nil` if it is not.
  mutating func add(_ entry: String) -> String? {
    let kept = Self.withoutFinalNewlines(entry)
    guard isWorthKeeping(kept) else { return nil }
    entries.append(kept)
    if entries.count > limit {
      entries.removeFirst(entries.count - limit)
    }
    return kept
  }

  // MARK: - Rules

  /// Whether the entry has text, does not start with a space, and differs from the one before.
  private func isWorthKeeping(_ entry: String) -> Bool {
    !entry.isEmpty && !entry.hasPrefix(" ") && entry != entries.last
  }

  /// The entry without newlines and carriage returns at its end.
  private static func withoutFinalNewlines(_ entry: String) -> String {
    var scalars = entry.unicodeScalars[...]
    while let last = scalars.last, last == "\n" || last == "\r" {
      scalars.removeLast()
    }
    return String(scalars)
  }
}
