/// Writes Terraform's language, laid out as `terraform fmt` leaves it.
package enum HCLWriter {
  /// The text of a file with `body`.
  package static func text(_ body: HCLBody) -> String {
    Line.text(lines(body))
  }

  /// The lines of `body`, without indentation of their own.
  private static func lines(_ body: HCLBody) -> [Line] {
    var lines: [Line] = []
    var previous: HCLBody.Item?
    for item in body.items {
      if let previous, needsBlankLine(between: previous, and: item) { lines.append(.blank) }
      lines += self.lines(item)
      previous = item
    }
    return lines
  }

  /// Whether an empty line separates two neighbours: around blocks, and before comments.
  private static func needsBlankLine(
    between first: HCLBody.Item, and second: HCLBody.Item
  ) -> Bool {
    switch (first, second) {
    case (.comment, _): false
    case (.block, _), (_, .block), (_, .comment): true
    case (.attribute, .attribute): false
    }
  }

  /// The lines of `item`.
  private static func lines(_ item: HCLBody.Item) -> [Line] {
    switch item {
    case .attribute(let attribute):
      Layout(attribute.value, mayBeHeredoc: true).assigned(to: attribute.name)
    case .block(let block): lines(block)
    case .comment(let text): commentLines(text)
    }
  }

  /// The lines of `block`.
  private static func lines(_ block: HCLBlock) -> [Line] {
    let labels = block.labels.map { " \"\(HCLEscaping.quoted($0))\"" }.joined()
    let head = "\(block.type)\(labels) {"
    if block.body.items.isEmpty { return [Line(head + "}")] }
    return [Line(head)] + lines(block.body).map(\.indented) + [Line("}")]
  }

  /// The lines of a comment.
  private static func commentLines(_ text: String) -> [Line] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      let content = line.trimmingSpaces
      return Line(content.isEmpty ? "#" : "# \(content)")
    }
  }
}

extension Substring {
  /// The text without white space at its end.
  fileprivate var trimmingSpaces: Substring {
    self[..<(lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex)]
  }
}
