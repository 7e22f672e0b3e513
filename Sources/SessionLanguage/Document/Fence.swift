/// A fenced code block of Markdown.
struct Fence {
  /// The words after the opening marks.
  var info: String

  /// The white space before the opening marks.
  var indent: String

  /// The lines between the marks, without the indentation.
  var content: String

  /// The index of the line with the opening marks.
  var firstLine: Int

  /// The index after the line with the closing marks; nil if there is none.
  var endLine: Int?

  /// The text of a block whose marks are longer than any in `content`.
  static func text(info: String, content: String, indent: String, lineEnd: String) -> String {
    let marks = String(repeating: "`", count: max(3, longestRun(in: content) + 1))
    var inside = ""
    if !content.isEmpty {
      for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
        inside += (line.isEmpty ? "" : indent) + line + lineEnd
      }
    }
    return "\(indent)\(marks)\(info)\(lineEnd)\(inside)\(indent)\(marks)\(lineEnd)"
  }

  /// The length of the longest run of backticks that starts a line of `content`.
  private static func longestRun(in content: String) -> Int {
    let lines: [Substring] = content.split(separator: "\n")
    return lines.map { $0.drop { $0 == " " }.prefix { $0 == "`" }.count }.max() ?? 0
  }
}

/// The marks that open or close a block.
struct FenceMarks {
  /// The white space before them.
  var indent: String

  /// A backtick or a tilde.
  var character: Character

  /// How many there are, at least three.
  var count: Int

  /// What follows on the line, without white space at its ends.
  var info: String

  /// The marks that `line` starts with, if it does.
  init?(_ line: Substring) {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard let first = trimmed.first, first == "`" || first == "~" else { return nil }
    let run = trimmed.prefix { $0 == first }
    guard run.count >= 3 else { return nil }
    var info = trimmed.dropFirst(run.count).drop(while: \.isWhitespace)
    while info.last?.isWhitespace == true { info.removeLast() }
    if first == "`", info.contains("`") { return nil }
    indent = String(line[..<trimmed.startIndex])
    character = first
    count = run.count
    self.info = String(info)
  }

  /// Whether these marks close the block that `opening` opened.
  func close(_ opening: FenceMarks) -> Bool {
    character == opening.character && count >= opening.count && info.isEmpty
  }
}
