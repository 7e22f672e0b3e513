import Diagnostics
import SessionLanguage

extension Session {
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
        draft.entries[index].setClause(text, at: old.firstIndex { $0.isReplaced(by: clause) })
      }
    }
    try take(draft, workspace)
    announceStale(workspace.failedSteps.filter { isOverall || $0 == last })
  }

  /// Enters a line of the head: a second `about`, `timeout` or input of one case replaces the first.
  func enter(_ header: WorkflowHeader, of source: CellSource) throws(SessionFailure) {
    guard let before = workspace else { throw outsideWorkflow(header.range, of: source) }
    var workspace = before
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
    do throws(SessionFailure) {
      try take(draft, workspace)
      guard let changed = self.workspace else { return }
      let input = try sampleInput(of: changed)
      if input != (try? sampleInput(of: before)) {
        announceStale(changed.readers(of: ["input"]))
      }
    } catch {
      self.workspace = before
      throw error
    }
  }

  // MARK: -

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

extension WorkflowDraft.Entry {
  /// Puts a clause in the place of clause `index`, or after the others.
  fileprivate mutating func setClause(_ text: String, at index: Int?) {
    if let index, clauses.indices.contains(index) {
      clauses[index] = text
    } else {
      clauses.append(text)
    }
  }
}

extension WorkflowWorkspace {
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
