/// The candidates as rows of a screen.
struct CandidateList {
  /// The rows, none wider than the screen.
  private(set) var rows: [String] = []

  /// Lays out candidates for a screen of `columns` by `height` cells.
  ///
  /// Candidates with summaries get a row each while they fit the screen; otherwise the names
  /// stand in columns, read downwards.
  init(_ candidates: [Completion], columns: Int, height: Int) {
    // A row that fills the last cell would wrap on some terminals.
    let width = max(1, columns - 1)
    let room = max(1, height - 2)
    let hasSummaries = candidates.contains { !$0.summary.isEmpty }
    rows =
      hasSummaries && candidates.count <= room
      ? Self.described(candidates, width) : Self.columns(of: candidates.map(\.display), width)
    if rows.count > room {
      let hidden = rows.count - room + 1
      rows = rows.prefix(room - 1) + ["… \(hidden) more rows"]
    }
  }

  // MARK: - Forms

  /// A row for each candidate: its name and its summary.
  private static func described(_ candidates: [Completion], _ width: Int) -> [String] {
    let widest = candidates.map { DisplayWidth.of($0.display) }.max() ?? 0
    let names = min(widest, max(1, width / 2))
    return candidates.map { candidate in
      let name = padded(DisplayWidth.cut(candidate.display, to: names), to: names)
      let row = candidate.summary.isEmpty ? name : "\(name)  \(flat(candidate.summary))"
      return trimmed(DisplayWidth.cut(row, to: width))
    }
  }

  /// Rows of names in columns of equal width.
  private static func columns(of names: [String], _ width: Int) -> [String] {
    let cell = (names.map(DisplayWidth.of).max() ?? 0) + 2
    let perRow = max(1, (width + 2) / cell)
    let height = (names.count + perRow - 1) / perRow
    return (0..<height).map { row in
      let cells = stride(from: row, to: names.count, by: height).map { padded(names[$0], to: cell) }
      return DisplayWidth.cut(trimmed(cells.joined()), to: width)
    }
  }

  // MARK: - Text

  /// The text with spaces up to a width.
  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// The text without spaces at its end.
  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// The text in one line.
  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
