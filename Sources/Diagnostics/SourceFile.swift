/// A text with a name, whose offsets can be turned into lines and columns.
package struct SourceFile: Sendable {
  /// What the text is called in messages: a path, or `<input>`.
  package let name: String

  /// The whole text.
  package let text: String

  /// The UTF-8 offset of the start of each line.
  private let lineStarts: [Int]

  /// Creates the file `name` with `text`.
  package init(name: String, text: String) {
    self.name = name
    self.text = text
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The number of lines.
  package var lineCount: Int { lineStarts.count }

  /// The line and column of the byte at `offset`; offsets beyond the text count as its end.
  package func position(at offset: Int) -> SourcePosition {
    let clamped = min(max(offset, 0), text.utf8.count)
    let line = lineIndex(at: clamped)
    let prefix = slice(SourceRange(lineStarts[line], clamped))
    return SourcePosition(line: line + 1, column: prefix.unicodeScalars.count + 1)
  }

  /// The text of line `number`, counted from 1, without its line end.
  package func line(_ number: Int) -> Substring {
    let index = number - 1
    guard lineStarts.indices.contains(index) else { return "" }
    var content = slice(lineRange(number))
    while content.last?.isNewline == true { content.removeLast() }
    return content
  }

  /// The bytes of line `number`, counted from 1, with its line end.
  package func lineRange(_ number: Int) -> SourceRange {
    let index = number - 1
    let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : text.utf8.count
    return SourceRange(lineStarts[index], end)
  }

  /// The part of the text that `range` covers, cut to the text's bounds.
  package func slice(_ range: SourceRange) -> Substring {
    let utf8 = text.utf8
    let count = utf8.count
    let lower = utf8.index(utf8.startIndex, offsetBy: min(max(range.lowerBound, 0), count))
    let upper = utf8.index(utf8.startIndex, offsetBy: min(max(range.upperBound, 0), count))
    return text[lower..<max(lower, upper)]
  }

  /// The index of the line that holds `offset`.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
