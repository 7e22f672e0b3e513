import SessionLanguage

/// Indents the lines of a statement by the blocks that they stand in.
///
/// Lines that are indented already are left as they are.
enum Indentation {
  /// `text` with its blocks indented by two spaces each.
  static func blocks(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let quoted = QuotedLines(in: text)
    let movable = lines.indices.dropFirst().filter { !quoted.contains($0) }
    guard !movable.isEmpty, !movable.contains(where: { startsWithSpace(lines[$0]) }) else {
      return text
    }
    var stack: [String] = []
    return lines.enumerated().map { number, line in
      if quoted.contains(number) { return line }
      let words = line.split(separator: " ").map(String.init)
      let depth = depthOfLine(words, stack: &stack)
      if let opened = block(openedBy: words) { stack.append(opened) }
      return line.isEmpty ? line : String(repeating: "  ", count: depth) + line
    }.joined(separator: "\n")
  }

  /// The depth of a line that starts with `words`, closing the blocks that it closes.
  private static func depthOfLine(_ words: [String], stack: inout [String]) -> Int {
    switch words.first {
    case "end":
      if stack.last == "branch" { stack.removeLast() }
      _ = stack.popLast()
      return stack.count
    case "else": return max(0, stack.count - 1)
    case "branch":
      if stack.last == "branch" { stack.removeLast() }
      return stack.count
    default: return stack.count
    }
  }

  /// The block that a line opens.
  private static func block(openedBy words: [String]) -> String? {
    guard let first = words.first else { return nil }
    if ["if", "for", "parallel", "branch", "catch"].contains(first) { return first }
    guard words.count > 2, words[1] == "=" else { return nil }
    if ["for", "parallel"].contains(words[2]) { return words[2] }
    return nil
  }

  /// Whether a line starts with white space.
  private static func startsWithSpace(_ line: String) -> Bool {
    line.first == " " || line.first == "\t"
  }
}
