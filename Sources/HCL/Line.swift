/// A line of the output before indentation and alignment.
struct Line {
  /// How many blocks and brackets are open.
  private var depth = 0

  /// The text; before the `=` if there is an `assignment`.
  private let lead: String

  /// The number of columns that `lead` takes.
  private let columns: Int

  /// A whole value, whose `=` is aligned with those of the neighbouring lines.
  private let assignment: String?

  /// Creates a line of `text`.
  init(_ text: String) {
    lead = text
    columns = 0
    assignment = nil
  }

  /// Creates the line `key = value`.
  init(key: Key, value: String) {
    lead = key.text
    columns = key.columns
    assignment = value
  }

  /// The empty line.
  static let blank = Line("")

  /// The line one level deeper.
  var indented: Line {
    var line = self
    line.depth += 1
    return line
  }

  /// The text of `lines`, indented, with `=` aligned in runs of assignments.
  static func text(_ lines: [Line]) -> String {
    var output = ""
    for run in lines.chunked(where: { ($0.assignment == nil) == ($1.assignment == nil) }) {
      let width = run.lazy.map(\.columns).max() ?? 0
      for line in run { line.write(to: &output, width: width) }
    }
    return output
  }

  /// Adds the line to `output`, with its `=` after `width` columns.
  private func write(to output: inout String, width: Int) {
    if !lead.isEmpty { output += String(repeating: "  ", count: depth) + lead }
    if let assignment {
      output += String(repeating: " ", count: width - columns) + " = " + assignment
    }
    output += "\n"
  }
}

/// What stands before an `=`.
struct Key {
  /// The text as it is written.
  let text: String

  /// The number of columns that it takes, as `terraform fmt` counts.
  let columns: Int

  /// The name of an attribute or a member, in quotes where it needs them.
  init(_ name: String) {
    if name.isBareKey {
      text = name
      columns = name.utf8.count
    } else {
      let content = HCLEscaping.quoted(name, isKey: true)
      text = "\"\(content)\""
      columns = content.count + 2
    }
  }
}

extension Array {
  /// The array cut wherever two neighbours do not belong together.
  fileprivate func chunked(where belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where !belong(self[index - 1], self[index]) {
      chunks.append(self[start..<index])
      start = index
    }
    if start < endIndex { chunks.append(self[start...]) }
    return chunks
  }
}
