/// A search for an entry that contains a text, which grows while the user types it.
struct HistorySearch {
  /// The entries, the newest last.
  let entries: [String]

  /// The line that an abort brings back.
  let original: EditedLine

  /// The text that is searched.
  private(set) var pattern = ""

  /// Whether no entry contains the text.
  private(set) var isFailing = false

  /// The number of the entry that was found, or the number of entries while none was.
  private var index: Int

  /// Creates a search that starts at the newest of `entries`.
  init(entries: [String], original: EditedLine) {
    self.entries = entries
    self.original = original
    self.index = entries.count
  }

  /// The entry that was found, with the cursor at the text, or the line before the search.
  var line: EditedLine {
    guard entries.indices.contains(index) else { return original }
    let entry = entries[index]
    return EditedLine(entry, cursor: Self.offset(of: Array(pattern.utf8), in: entry) ?? 0)
  }

  /// What is shown in the place of the prompt.
  var prompt: Prompt {
    Prompt("(\(isFailing ? "failed " : "")reverse-i-search)`\(pattern)':")
  }

  /// Adds to the text, which the present entry may still contain.
  mutating func extend(by scalar: Unicode.Scalar) {
    pattern.unicodeScalars.append(scalar)
    find(in: entries.indices.prefix(index + 1).reversed())
  }

  /// Takes the last character off the text and searches anew.
  mutating func shrink() {
    _ = pattern.popLast()
    index = entries.count
    guard !pattern.isEmpty else {
      isFailing = false
      return
    }
    find(in: entries.indices.reversed())
  }

  /// Goes to the next older entry with another text.
  mutating func goBack() {
    let shown = line.text
    find(in: (0..<max(0, index)).reversed().lazy.filter { [entries] in entries[$0] != shown })
  }

  /// Goes to the next newer entry with another text.
  mutating func goForward() {
    let shown = line.text
    let newer = min(index + 1, entries.count)..<entries.count
    find(in: newer.lazy.filter { [entries] in entries[$0] != shown })
  }

  // MARK: - Finding

  /// Goes to the first of the entries that contains the text, if one does.
  private mutating func find(in candidates: some Sequence<Int>) {
    let bytes = Array(pattern.utf8)
    let found = candidates.first { candidate in
      Self.offset(of: bytes, in: entries[candidate]) != nil
    }
    isFailing = found == nil
    index = found ?? index
  }

  /// The offset of the bytes in the UTF-8 bytes of the entry.
  private static func offset(of bytes: [UInt8], in entry: String) -> Int? {
    var entry = entry
    return entry.withUTF8 { text in
      guard text.count >= bytes.count else { return nil }
      return (0...(text.count - bytes.count)).first { start in
        bytes.indices.allSatisfy { text[start + $0] == bytes[$0] }
      }
    }
  }
}
