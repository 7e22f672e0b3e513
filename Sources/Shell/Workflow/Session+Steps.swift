import Diagnostics
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// Enters a step into the open workflow and runs it.
  ///
  /// It goes in the place of the one of its name, else at the end; a `return` or `fail` goes in the
  /// place of the one that ends the workflow.
  func enter(_ step: Step, of source: CellSource) async throws(SessionFailure) {
    guard var workspace else { return }
    var draft = workspace.draft
    let replaced = workspace.entry(replacedBy: step)
    var entry = WorkflowDraft.Entry(step, in: source, id: replaced?.id ?? workspace.makeID())
    entry.lead = workspace.takeLead()
    let keepsClauses = entry.clauses.isEmpty && replaced?.clauses.isEmpty == false
    if let replaced, let index = draft.entries.firstIndex(where: { $0.id == replaced.id }) {
      if keepsClauses { entry.clauses = replaced.clauses }
      if !entry.lead.contains("#") { entry.lead = replaced.lead }
      draft.entries[index] = entry
    } else {
      draft.append(entry)
    }
    workspace.lastEntry = entry.id
    try take(draft, workspace)
    await runSteps { $0 == entry.id }
    announce(entry.id, replacing: replaced != nil, keepsClauses: keepsClauses)
    if replaced != nil { markDependants(of: entry.id) }
  }

  /// Adds clauses to the step that was entered last; after the last step, a `timeout` or `catch` can
  /// be one for the whole workflow.
  func enter(_ clauses: [Clause], of source: CellSource) throws(SessionFailure) {
    guard var workspace else { throw outsideWorkflow(clauses.first?.range, of: source) }
    if let header = workspace.header(in: clauses) { return try enter(header, of: source) }
    let isOverall = workspace.isOverallCatch(clauses)
    let texts = WorkflowDraft.texts(of: clauses, in: source, lead: workspace.takeLead())
    var draft = workspace.draft
    guard let last = workspace.lastEntry ?? workspace.steps.last?.id,
      let index = draft.entries.firstIndex(where: { $0.id == last })
    else { throw clauseWithoutStep(clauses, of: source) }
    if isOverall {
      draft.overallCatch = texts.joined(separator: "\n")
    } else {
      let old = workspace.step(last)?.clauses ?? []
      for (clause, text) in zip(clauses, texts) {
        let place = old.firstIndex { $0.isReplaced(by: clause) }
        if let place, draft.entries[index].clauses.indices.contains(place) {
          draft.entries[index].clauses[place] = text
        } else {
          draft.entries[index].clauses.append(text)
        }
      }
    }
    try take(draft, workspace)
    announceStale(workspace.failedSteps.filter { isOverall || $0 == last })
  }

  /// Enters a line of the head: a second `about`, `timeout` or input of one case replaces the first.
  func enter(_ header: WorkflowHeader, of source: CellSource) throws(SessionFailure) {
    guard var workspace else { throw outsideWorkflow(header.range, of: source) }
    var draft = workspace.draft
    var entry = WorkflowDraft.Entry(header, in: source, id: workspace.makeID())
    entry.lead = workspace.takeLead()
    let old = workspace.headers.firstIndex { $0.replaces(header) }
    if let old, let index = draft.headerIndex(old) {
      if !entry.lead.contains("#") { entry.lead = draft.entries[index].lead }
      draft.entries[index] = entry
    } else {
      draft.append(entry)
    }
    let before = try? sampleInput(of: workspace)
    try take(draft, workspace)
    guard let workspace = self.workspace, try sampleInput(of: workspace) != before else { return }
    announceStale(workspace.readers(of: ["input"]))
  }

  /// Takes `draft` in the place of the open workflow's, if it compiles.
  func take(_ draft: WorkflowDraft, _ workspace: WorkflowWorkspace) throws(SessionFailure) {
    var changed = workspace
    if draft.entries.contains(where: { !$0.isHeader }) {
      let (declaration, compiled, _) = try compile(draft, isOpen: true)
      changed.change(to: draft, declaration: declaration, compiled: compiled)
    } else {
      let parsed = Parser.parse(draft.source, context: .session)
      if parsed.diagnostics.containsError {
        throw .diagnostics(parsed.diagnostics, in: .entered(draft.source))
      }
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

  /// Marks the steps that depend on the step of the entry `id`: those that read its result, and
  /// those that could not be reached before it.
  func markDependants(of id: Int) {
    guard let workspace else { return }
    let isPassable = workspace.records[id]?.isPassable == true
    announceStale(
      workspace.readers(of: workspace.assignedNames(of: id), after: id)
        + (isPassable ? workspace.unreached(after: id) : []))
  }

  /// Marks steps as stale, and prints which of them were not before.
  func announceStale(_ ids: [Int]) {
    for id in workspace?.markStale(ids) ?? [] {
      let title = workspace?.title(of: id) ?? ""
      show(.remark(StyledText("~", .warning) + StyledText(" \(title)  stale")))
    }
  }

  /// The failure of clauses with no step before them.
  private func clauseWithoutStep(_ clauses: [Clause], of source: CellSource) -> SessionFailure {
    failure(
      Diagnostic(
        code: "clause-without-step", "there is no step that this could belong to",
        at: clauses.first?.range ?? SourceRange(0, 0), help: "enter the step first"),
      of: source)
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

extension Clause {
  /// Whether `other` takes the place of this one on a step: a time limit or a label always, a
  /// `retry` or a `catch` of the same errors.
  fileprivate func isReplaced(by other: Clause) -> Bool {
    switch (kind, other.kind) {
    case (.timeout, .timeout), (.heartbeat, .heartbeat), (.label, .label): true
    case (.retry(let a), .retry(let b)): a.errors.map(\.text) == b.errors.map(\.text)
    case (.catch(let a), .catch(let b)): a.errors.map(\.text) == b.errors.map(\.text)
    default: false
    }
  }
}

extension WorkflowWorkspace {
  /// The entry in whose place `step` goes.
  fileprivate func entry(replacedBy step: Step) -> WorkflowDraft.Entry? {
    if let name = step.name { return steps.first { self.step($0.id)?.name?.text == name.text } }
    guard step.isEnding, let last = steps.last, self.step(last.id)?.isEnding == true else {
      return nil
    }
    return last
  }

  /// The line of the head that `clauses` are: the time limit of the workflow.
  fileprivate func header(in clauses: [Clause]) -> WorkflowHeader? {
    guard clauses.count == 1, case .timeout(let span) = clauses[0].kind, takesNoClause else {
      return nil
    }
    return WorkflowHeader(.timeout(span), range: clauses[0].range)
  }

  /// Whether `clauses` are the catch of the whole workflow.
  fileprivate func isOverallCatch(_ clauses: [Clause]) -> Bool {
    guard clauses.count == 1, case .catch = clauses[0].kind, !steps.isEmpty else { return false }
    return takesNoClause || isAfterBlankLine
  }

  /// Whether what was entered last is no step, or one that ends the workflow.
  private var takesNoClause: Bool {
    (lastEntry ?? steps.last?.id).map { step($0)?.isEnding == true } ?? true
  }
}
