import Diagnostics
package import SessionLanguage

extension WorkflowDraft {
  /// The draft of a workflow that stands in `text`; comments and blank lines are kept.
  package init(_ declaration: WorkflowDeclaration, in text: String) {
    self.init(name: declaration.name.text, isExpress: declaration.isExpress)
    let file = SourceFile(name: declaration.name.text, text: text)
    let source = CellSource(text: text, file: file, offset: 0)
    var end = Self.endOfFirstLine(of: declaration, in: file)
    let headers = declaration.headers.map { header in
      (header.range, { (id: Int) in Entry(header, in: source, id: id) })
    }
    let steps = declaration.body.map { step in
      (step.range, { (id: Int) in Entry(step, in: source, id: id) })
    }
    for (range, makeEntry) in (headers + steps).sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      var entry = makeEntry(entries.count)
      entry.lead = Self.lead(source.slice(SourceRange(end, range.lowerBound)))
      entries.append(entry)
      end = source.endOfComment(after: range.upperBound)
    }
    if let overall = declaration.catch {
      let lead = Self.lead(source.slice(SourceRange(end, overall.range.lowerBound)))
      end = source.endOfComment(after: overall.range.upperBound)
      let range = SourceRange(overall.range.lowerBound, end)
      overallCatch = Self.text(lead, before: Self.unindented(source.slice(range)))
    }
    let last = declaration.range.upperBound - "end".utf8.count
    tail = Self.lead(source.slice(SourceRange(end, last)))
  }

  /// The texts of clauses that were entered on their own, with `lead` before the first.
  static func texts(of clauses: [Clause], in source: CellSource, lead: String) -> [String] {
    guard let first = clauses.first else { return [] }
    var texts = Entry.texts(of: clauses.map(\.range), from: first.range.lowerBound, in: source)
    texts[0] = text(lead, before: texts[0])
    return texts
  }

  /// `text` after the comments in `lead`.
  private static func text(_ lead: String, before text: String) -> String {
    lead.contains("#") ? "\(lead.trimmed)\n\(text)" : text
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
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    if lines.first?.isEmpty == true { lines.removeFirst() }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// `text` without the indentation that all its lines after the first share; lines that start inside
  /// a quoted text stay as they are.
  fileprivate static func unindented(_ text: String) -> String {
    let quoted = QuotedLines(in: text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    let depths = lines.dropFirst()
      .filter { !quoted.contains($0) && !$1.allSatisfy(\.isWhitespace) }
      .map { $1.prefix { $0 == " " }.count }
    let depth = depths.min() ?? 0
    return lines.map { number, line in
      String(number == 0 || quoted.contains(number) ? line : line.dropFirst(depth))
    }.joined(separator: "\n")
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension WorkflowDraft.Entry {
  /// The entry of `step`, whose ranges count from the start of the cell `source`.
  init(_ step: Step, in source: CellSource, id: Int) {
    let clauses = step.clauses.map(\.range)
    let coreEnd = clauses.first?.lowerBound ?? source.endOfComment(after: step.range.upperBound)
    let core = source.slice(SourceRange(step.range.lowerBound, coreEnd))
    self.init(id: id, core: Self.laidOut(core))
    self.clauses = Self.texts(of: clauses, from: coreEnd, in: source)
  }

  /// The entry of a line of the head.
  init(_ header: WorkflowHeader, in source: CellSource, id: Int) {
    let end = source.endOfComment(after: header.range.upperBound)
    let text = source.slice(SourceRange(header.range.lowerBound, end))
    self.init(id: id, core: Self.laidOut(text), isHeader: true)
  }

  /// The texts of clauses, of which the first one starts at `start`, with the comments around them.
  fileprivate static func texts(
    of clauses: [SourceRange], from start: Int, in source: CellSource
  ) -> [String] {
    var start = start
    return clauses.map { clause in
      let end = source.endOfComment(after: clause.upperBound)
      defer { start = end }
      return laidOut(source.slice(SourceRange(start, end)))
    }
  }

  /// `text` without white space at its ends, indented by its blocks.
  private static func laidOut(_ text: String) -> String {
    Indentation.blocks(of: WorkflowDraft.unindented(text.trimmed))
  }
}
