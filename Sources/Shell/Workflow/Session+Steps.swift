import Diagnostics
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// Enters a step into the open workflow: in the place of the one of its name, else at the end; and
  /// runs it.
  func enter(_ step: Step, of source: CellSource) async throws(SessionFailure) {
    guard var workspace else { return }
    var draft = workspace.draft
    let replaced = step.name.flatMap { workspace.entry(named: $0.text) }
    var entry = WorkflowDraft.Entry(step, in: source, id: replaced?.id ?? workspace.makeID())
    let keepsClauses = entry.clauses.isEmpty && replaced?.clauses.isEmpty == false
    if let replaced, let index = draft.entries.firstIndex(where: { $0.id == replaced.id }) {
      if keepsClauses { entry.clauses = replaced.clauses }
      entry.lead = replaced.lead
      draft.entries[index] = entry
    } else {
      draft.append(entry)
    }
    try take(draft, workspace)
    self.workspace?.lastEntry = entry.id
    let stale = replaced == nil ? [] : self.workspace?.markReadersStale(of: entry.id) ?? []
    await runSteps { $0 == entry.id }
    announce(entry.id, replacing: replaced != nil, keepsClauses: keepsClauses)
    for id in stale { announceStale(id) }
  }

  /// Adds clauses to the step that was entered last, or a catch for the whole workflow.
  func enter(_ clauses: [Clause], of source: CellSource) throws(SessionFailure) {
    guard let workspace else { throw outsideWorkflow(clauses.first?.range, of: source) }
    var draft = workspace.draft
    let last = workspace.lastEntry ?? workspace.steps.last?.id
    guard let index = draft.entries.firstIndex(where: { $0.id == last }) else {
      throw failure(
        Diagnostic(
          code: "clause-without-step", "there is no step that this could belong to",
          at: clauses.first?.range ?? SourceRange(0, 0), help: "enter the step first"),
        of: source)
    }
    let texts = clauses.map { Indentation.blocks(of: source.slice($0.range)) }
    if workspace.step(draft.entries[index].id)?.isEnding == true {
      draft.overallCatch = texts.joined(separator: "\n")
    } else {
      draft.entries[index].clauses += texts
    }
    try take(draft, workspace)
    if let last, case .failed? = self.workspace?.records[last]?.outcome {
      self.workspace?.records[last]?.isStale = true
    }
  }

  /// Enters a line of the head: a second `about`, `timeout` or input of one case replaces the first.
  func enter(_ header: WorkflowHeader, of source: CellSource) throws(SessionFailure) {
    guard var workspace else { throw outsideWorkflow(header.range, of: source) }
    var draft = workspace.draft
    let text = Indentation.blocks(of: source.slice(header.range))
    var entry = WorkflowDraft.Entry(id: workspace.makeID(), core: text)
    entry.isHeader = true
    let old = workspace.headers.firstIndex { $0.replaces(header) }
    if let old, let index = draft.headerIndex(old) {
      draft.entries[index] = entry
    } else {
      draft.append(entry)
    }
    try take(draft, workspace)
    if case .input = header.kind { self.workspace?.markAllStale() }
  }

  /// Takes `draft` in the place of the open workflow's, if it compiles.
  func take(_ draft: WorkflowDraft, _ workspace: WorkflowWorkspace) throws(SessionFailure) {
    var changed = workspace
    if draft.entries.contains(where: { !$0.isHeader }) {
      let (declaration, compiled) = try compile(draft, isOpen: true)
      changed.change(to: draft, declaration: declaration, compiled: compiled)
    } else {
      let file = SourceFile(name: draft.name, text: draft.source)
      let parsed = Parser.parse(draft.source, context: .session)
      if parsed.diagnostics.containsError { throw .diagnostics(parsed.diagnostics, in: file) }
      guard case .workflow(let declaration)? = parsed.statements.first?.kind else { return }
      changed.change(to: draft, declaration: declaration, compiled: nil)
    }
    self.workspace = changed
  }

  // MARK: -

  /// Prints what came of an entered step.
  private func announce(_ id: Int, replacing: Bool, keepsClauses: Bool) {
    guard let workspace, let report = report(on: id, in: workspace) else { return }
    let remark = replacing ? (keepsClauses ? "redefined, clauses kept" : "redefined") : nil
    show(report.output(remark: remark))
    if let value = report.value { note(value) }
  }

  /// Prints that a step has turned stale.
  private func announceStale(_ id: Int) {
    guard let workspace, workspace.records[id]?.isStale == true else { return }
    show(.remark(StyledText("~ \(workspace.title(of: id))  stale", .warning)))
  }

  /// The failure of a statement that only a workflow can have.
  private func outsideWorkflow(_ range: SourceRange?, of source: CellSource) -> SessionFailure {
    failure(
      Diagnostic(
        code: "outside-workflow", "this belongs into a workflow", at: range ?? SourceRange(0, 0),
        help: "open one with `workflow NAME`"),
      of: source)
  }
}

extension WorkflowHeader {
  /// Whether this line takes the place of `other` or the other way round.
  func replaces(_ other: WorkflowHeader) -> Bool {
    switch (kind, other.kind) {
    case (.about, .about), (.timeout, .timeout): true
    case (.input(let a), .input(let b)): a.caseName?.text == b.caseName?.text
    default: false
    }
  }
}
