import Diagnostics
package import SessionLanguage

extension WorkflowDraft {
  /// The draft of a workflow that stands in `text`; comments and blank lines are kept.
  package init(_ declaration: WorkflowDeclaration, in text: String) {
    self.init(name: declaration.name.text, isExpress: declaration.isExpress)
    let file = SourceFile(name: declaration.name.text, text: text)
    let source = CellSource(text: text, file: file, offset: 0)
    var end = Self.endOfFirstLine(of: declaration, in: file)
    let headers = declaration.headers.map { ($0.range, Step?.none) }
    let steps = declaration.body.map { ($0.range, Optional($0)) }
    for (range, step) in (headers + steps).sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      var entry =
        step.map { Entry($0, in: source, id: entries.count) }
        ?? Entry(id: entries.count, core: Self.unindented(source.slice(range)), isHeader: true)
      entry.lead = Self.lead(source.slice(SourceRange(end, range.lowerBound)))
      entries.append(entry)
      end = range.upperBound
    }
    if let overall = declaration.catch {
      overallCatch = Self.unindented(source.slice(overall.range))
      end = overall.range.upperBound
    }
    let last = declaration.range.upperBound - "end".utf8.count
    tail = Self.lead(source.slice(SourceRange(end, last)))
  }

  /// The index of the entry that is the line `number` of the head.
  func headerIndex(_ number: Int) -> Int? {
    let indices = entries.indices.filter { entries[$0].isHeader }
    return indices.indices.contains(number) ? indices[number] : nil
  }

  /// The end of the line that opens the workflow.
  private static func endOfFirstLine(of declaration: WorkflowDeclaration, in file: SourceFile)
    -> Int
  {
    let line = file.position(at: declaration.range.lowerBound).line
    return file.lineRange(line).upperBound
  }

  /// The comments and blank lines of what stands between two statements.
  private static func lead(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
    if lines.first?.isEmpty == true { lines.removeFirst() }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// `text` without the indentation that all its lines after the first share.
  fileprivate static func unindented(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let depths = lines.dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }
      .map { $0.prefix { $0 == " " }.count }
    let last = lines.last.map { $0.prefix { $0 == " " }.count } ?? 0
    let depth = min(depths.min() ?? 0, last)
    return ([String(lines[0])] + lines.dropFirst().map { String($0.dropFirst(depth)) })
      .joined(separator: "\n")
  }

  /// `line` without spaces at its ends.
  private static func trimmed(_ line: Substring) -> String {
    var line = line.drop(while: \.isWhitespace)
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }
}

extension WorkflowDraft.Entry {
  /// The entry of `step`, whose ranges count from the start of the cell `source`.
  init(_ step: Step, in source: CellSource, id: Int) {
    let clauses = step.clauses.map(\.range)
    let coreEnd = clauses.first?.lowerBound ?? step.range.upperBound
    let core = source.slice(SourceRange(step.range.lowerBound, coreEnd))
    self.init(id: id, core: Self.laidOut(core))
    self.clauses = clauses.map { Self.laidOut(source.slice($0)) }
  }

  /// `text` without white space at its end, indented by its blocks.
  private static func laidOut(_ text: String) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    return Indentation.blocks(of: WorkflowDraft.unindented(text))
  }
}
