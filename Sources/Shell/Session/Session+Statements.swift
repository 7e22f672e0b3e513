package import Diagnostics
import JSON
import SessionLanguage

extension Session {
  /// Does the statements of `text`, which stands at `offset` in `file`.
  ///
  /// If one of them is wrong, nothing is done. Where `opensWorkflow`, the text is the first line of
  /// a workflow, whose steps are entered after it.
  package func execute(
    _ text: String, in file: SourceFile, at offset: Int, opensWorkflow: Bool = false
  ) async -> EntryResult {
    (printed, definedGraph, followUp, isExpectationMissed) = ([], nil, nil, false)
    provenance = Provenance()
    let wasOpen = workspace != nil
    let parsed = Parser.parse(
      text, context: wasOpen ? .workflow : .session, isComplete: !opensWorkflow)
    let diagnostics = DiagnosticSet(parsed.diagnostics.elements.map { $0.shifted(by: offset) })
    if !diagnostics.isEmpty { print(.diagnostics(diagnostics, file)) }
    if diagnostics.containsError { return .failed }
    if opensWorkflow, case .workflow(let head)? = parsed.statements.first?.kind {
      openWorkflow(head)
      return .done
    }
    if wasOpen, parsed.statements.isEmpty { workspace?.noteComment(text) }
    let source = CellSource(text: text, file: file, offset: offset)
    do throws(SessionFailure) {
      for statement in parsed.statements {
        if case .command(.quit) = statement.kind, notebook.rerunning == nil {
          try requireSaved(for: "quit", orElse: "leaves without")
          return .quit
        }
        try await perform(statement, of: source)
      }
      keep(parsed.statements, of: source, wasOpen: wasOpen)
      return .done
    } catch {
      print(error.output)
      if error.isKept { keep(parsed.statements, of: source, wasOpen: wasOpen) }
      return .failed
    }
  }

  /// Keeps what has been done as a cell, or as one that follows the open workflow.
  private func keep(_ statements: [Statement], of source: CellSource, wasOpen: Bool) {
    if let followUp, let workspace {
      self.workspace?.keep(
        FollowUp(
          draft: workspace.draft, source: followUp, outputs: printed,
          isPlainRun: followUp == "run \(workspace.name)"))
    }
    guard !wasOpen, workspace == nil else { return }
    let isWorthIt = statements.isEmpty || statements.contains(where: \.isKept)
    if isWorthIt || notebook.rerunning != nil {
      keepCell(source.text, outputs: printed, graph: definedGraph)
    }
  }

  /// Does one statement.
  private func perform(
    _ statement: Statement, of source: CellSource
  ) async throws(SessionFailure) {
    switch statement.kind {
    case .call(let call): try await look(call, of: source)
    case .expression(let expression): try printValue(of: expression, of: source)
    case .command(let command): try await perform(command, statement, of: source)
    case .workflow(let declaration): try await define(declaration, of: source)
    case .end: try await closeWorkflow()
    case .step(let step):
      guard workspace == nil else { return try await enter(step, of: source) }
      try await bind(step, of: source)
    case .clauses(let clauses): try enter(clauses, of: source)
    case .header(let header): try enter(header, of: source)
    }
  }

  /// `NAME = …` outside of workflows: keeps the result.
  private func bind(_ step: Step, of source: CellSource) async throws(SessionFailure) {
    guard let name = step.name, step.clauses.isEmpty else { throw misplaced(step, of: source) }
    switch step.kind {
    case .call(let call):
      var value = try await perform(call, of: source)
      if call.reshape == nil { value = value ?? JSONValue.null }
      guard let value else {
        throw .message("the call gave nothing, so `\(name)` gets no value")
      }
      results.set(name.text, to: Results.Result(value: value, provenance: provenance))
    case .value(let expression):
      let value = try value(of: expression, of: source)
      results.set(name.text, to: Results.Result(value: value, provenance: provenance))
      note(value)
      print(.value(value))
    default: throw misplaced(step, of: source)
    }
  }

  /// The failure of a step that only a workflow can have.
  private func misplaced(_ step: Step, of source: CellSource) -> SessionFailure {
    let first = step.clauses.first?.range ?? step.range
    let what = step.clauses.isEmpty ? "`\(step.keyword)` is a step" : "a clause belongs to a step"
    let diagnostic = Diagnostic(
      code: "outside-workflow", "\(what) of a workflow", at: first.shifted(by: source.offset),
      help: "open one with `workflow NAME`")
    return .diagnostics(DiagnosticSet([diagnostic]), in: source.file)
  }
}

extension Statement {
  /// Whether it is a part of the session, rather than a look at it or a change of it.
  fileprivate var isKept: Bool {
    guard case .command(let command) = kind else { return true }
    switch command {
    case .help, .history, .show, .why, .logs, .open, .save, .export, .rerun, .reload, .edit, .drop,
      .undo, .redo, .quit:
      return false
    default: return true
    }
  }
}

/// The text of a cell, and where it stands in a file.
struct CellSource: Sendable {
  /// The text.
  var text: String

  /// The file.
  var file: SourceFile

  /// Where the text starts in the file.
  var offset: Int

  /// The text of `range`, which counts from the start of the cell.
  func slice(_ range: SourceRange) -> String {
    String(file.slice(range.shifted(by: offset)))
  }

  /// The end of the comment that follows `end` on its line; `end` if there is none.
  func endOfComment(after end: Int) -> Int {
    let rest = slice(SourceRange(end, end + file.text.utf8.count)).prefix { !$0.isNewline }
    let comment = rest.drop { $0 == " " || $0 == "\t" }
    guard comment.first == "#", comment.startIndex > rest.startIndex else { return end }
    return end + rest.utf8.count
  }
}
