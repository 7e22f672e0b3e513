package import Diagnostics

extension SessionDocument {
  /// Reads the text of a file.
  ///
  /// Whatever it holds, the document's ``text`` is the same; what is wrong with its fences is
  /// diagnosed.
  package static func parse(
    _ text: String
  ) -> (document: SessionDocument, diagnostics: DiagnosticSet) {
    var reader = DocumentReader(text)
    return (reader.read(), reader.diagnostics)
  }
}

/// Reads a session's file line by line.
private struct DocumentReader {
  /// The lines with their ends.
  private let lines: [Substring]

  /// The offset of each line, and of the end.
  private let offsets: [Int]

  /// What is wrong.
  private(set) var diagnostics = DiagnosticSet()

  /// The line that is read next.
  private var next = 0

  /// The document so far.
  private var document = SessionDocument()

  /// Starts at the beginning of `text`.
  init(_ text: String) {
    var lines: [Substring] = []
    var offsets = [0]
    var rest = Substring(text)
    while let end = rest.firstIndex(where: \.isNewline) {
      let line = rest[...end]
      lines.append(line)
      offsets.append((offsets.last ?? 0) + line.utf8.count)
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty {
      lines.append(rest)
      offsets.append((offsets.last ?? 0) + rest.utf8.count)
    }
    self.lines = lines
    self.offsets = offsets
  }

  /// Reads everything.
  mutating func read() -> SessionDocument {
    if lines.contains(where: { $0.hasSuffix("\r\n") }) { document.lineEnd = "\r\n" }
    var text = ""
    while next < lines.count {
      let start = next
      if let fence = fence(at: next) {
        if let end = endOfCell(fence) {
          if !text.isEmpty { document.segments.append(.text(text)) }
          text = ""
          readCell(fence, end: end)
          continue
        }
      } else {
        next = endOfComment(at: next) ?? next + 1
      }
      text += joined(start, next)
    }
    if !text.isEmpty { document.segments.append(.text(text)) }
    return document
  }

  /// The line after `fence` if it is a whole cell; else goes on after the fence, or after the part
  /// of a cell that is not closed.
  private mutating func endOfCell(_ fence: Fence) -> Int? {
    let end = fence.endLine ?? lines.count
    guard fence.info.split(separator: " ").first == "cws" else {
      next = end
      return nil
    }
    let following = firstTaggedLine(in: (fence.firstLine + 1)..<end, after: fence)
    if following == nil, let end = fence.endLine { return end }
    diagnoseUnclosed(fence)
    next = following ?? end
    return nil
  }

  /// The first line of `range` with the opening marks of a cell or an output, which tells that the
  /// cell before it was never closed.
  private func firstTaggedLine(in range: Range<Int>, after fence: Fence) -> Int? {
    guard let opening = FenceMarks(lines[fence.firstLine]) else { return nil }
    return range.first { index in
      guard let marks = FenceMarks(lines[index]), marks.character == opening.character,
        marks.count >= opening.count
      else { return false }
      return ["cws", "json output", "text output"].contains(marks.info)
    }
  }

  /// The line after the comment that starts on line `first`: `<!-- … -->` over several lines.
  private func endOfComment(at first: Int) -> Int? {
    guard lines[first].drop(while: { $0 == " " }).hasPrefix("<!--") else { return nil }
    return lines[first...].firstIndex { $0.contains("-->") }.map { $0 + 1 }
  }

  /// Reads a cell and the outputs that follow it.
  private mutating func readCell(_ fence: Fence, end: Int) {
    var cell = SessionDocument.Cell(
      source: fence.content, offset: offsets[next + 1] + fence.indent.utf8.count, outputs: [])
    let start = next
    next = end
    while let following = fenceAfterBlankLines(), let last = following.endLine {
      let words = following.info.split(separator: " ").map(String.init)
      switch words {
      case ["json", "output"]:
        cell.outputs.append(CellOutput(isJSON: true, text: following.content))
      case ["text", "output"]:
        cell.outputs.append(CellOutput(isJSON: false, text: following.content))
      case ["mermaid"] where cell.graph == nil: cell.graph = following.content
      default: return finish(cell, fence, start: start, end: end)
      }
      next = last
    }
    finish(cell, fence, start: start, end: end)
  }

  /// Adds a cell whose fence is the lines from `start` to `end`, and whose outputs end here.
  private mutating func finish(_ cell: SessionDocument.Cell, _ fence: Fence, start: Int, end: Int) {
    document.segments.append(
      .cell(
        SessionDocument.CellSegment(
          cell: cell, fence: joined(start, end), following: joined(end, next),
          indent: fence.indent)))
  }

  /// The fence that comes next after blank lines, if there is one.
  private func fenceAfterBlankLines() -> Fence? {
    let line = lines.indices.dropFirst(next).first { !lines[$0].allSatisfy(\.isWhitespace) }
    return line.flatMap(fence)
  }

  /// The block that starts on line `first`, if one does.
  private func fence(at first: Int) -> Fence? {
    guard let opening = FenceMarks(lines[first]) else { return nil }
    let end = lines.indices.dropFirst(first + 1).first { line in
      FenceMarks(lines[line])?.close(opening) == true
    }
    let inside = lines[(first + 1)..<(end ?? lines.count)]
    let content = inside.map { unindented($0, by: opening.indent.count) }.joined(separator: "\n")
    return Fence(
      info: opening.info, indent: opening.indent, content: content, firstLine: first,
      endLine: end.map { $0 + 1 })
  }

  /// `line` without its end and without up to `count` spaces at its start.
  private func unindented(_ line: Substring, by count: Int) -> String {
    var line = line
    while line.last?.isNewline == true { line.removeLast() }
    let spaces = line.prefix(count).prefix { $0 == " " || $0 == "\t" }.count
    return String(line.dropFirst(spaces))
  }

  /// The text of the lines from `first` to `end`.
  private func joined(_ first: Int, _ end: Int) -> String { lines[first..<end].joined() }

  /// Reports a cell that is not closed.
  private mutating func diagnoseUnclosed(_ fence: Fence) {
    var line = lines[fence.firstLine]
    while line.last?.isNewline == true { line.removeLast() }
    let start = offsets[fence.firstLine]
    diagnostics.insert(.unclosedFence(at: SourceRange(start, start + line.utf8.count)))
  }
}
