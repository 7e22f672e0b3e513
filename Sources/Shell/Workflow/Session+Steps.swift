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
    try take(draft, workspace)
    self.workspace?.lastEntry = entry.id
    await runSteps { $0 == entry.id }
    announce(entry.id, replacing: replaced != nil, keepsClauses: keepsClauses)
    if replaced != nil { markDependants(of: entry.id) }
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
    showReport(on: id, in: workspace, remark: remark)
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
    for id in workspace?.markStale(ids) ?? [] { announceStale(workspace?.title(of: id) ?? "") }
  }

  /// Prints that what is called `title` is stale.
  func announceStale(_ title: String) {
    show(.remark(StyledText("~", .warning) + StyledText(" \(title)  stale")))
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
}
