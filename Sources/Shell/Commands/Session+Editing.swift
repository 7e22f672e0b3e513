import Diagnostics
import SessionLanguage

extension Session {
  /// `drop STEP`.
  func drop(_ name: Name) throws(SessionFailure) {
    let workspace = try openWorkspace()
    let entry = try knownStep(name, in: workspace)
    var draft = workspace.draft
    draft.entries.removeAll { $0.id == entry.id }
    let names = workspace.assignedNames(of: entry.id)
    let before = staleSteps
    var changed = workspace
    changed.markStale(readersOf: names, after: entry.id)
    try take(draft, changed)
    self.workspace?.lastEntry = nil
    announceNewlyStale(since: before)
  }

  /// `undo`.
  func undo() throws(SessionFailure) {
    var workspace = try openWorkspace()
    guard workspace.undo() else { throw .message("there is nothing to undo") }
    self.workspace = workspace
    showDraft(workspace)
  }

  /// `redo`.
  func redo() throws(SessionFailure) {
    var workspace = try openWorkspace()
    guard workspace.redo() else { throw .message("there is nothing to redo") }
    self.workspace = workspace
    showDraft(workspace)
  }

  /// The open workflow.
  func openWorkspace() throws(SessionFailure) -> WorkflowWorkspace {
    guard let workspace else {
      throw .message("no workflow is open", help: "open one with `workflow NAME`")
    }
    return workspace
  }

  /// The step that `name` names.
  func knownStep(
    _ name: Name, in workspace: WorkflowWorkspace
  ) throws(SessionFailure) -> WorkflowDraft.Entry {
    if let entry = workspace.entry(named: name.text) { return entry }
    let titles = workspace.steps.map { workspace.title(of: $0.id) }
    let nearest = nearestName(to: name.text, among: titles)
    let known = titles.isEmpty ? nil : "the steps are \(titles.joined(separator: ", "))"
    throw .message(
      "`\(workspace.name)` has no step `\(name)`",
      help: nearest.map { "did you mean `\($0)`?" } ?? known)
  }

  /// Prints the source of the open workflow with a mark before each step.
  func showDraft(_ workspace: WorkflowWorkspace) {
    var text = StyledText("workflow \(workspace.name)", .strong)
    for entry in workspace.draft.entries {
      let mark = entry.isHeader ? nil : report(on: entry.id, in: workspace)?.mark
      let lines = ([entry.core] + entry.clauses).joined(separator: "\n").split(separator: "\n")
      for (index, line) in lines.enumerated() {
        text.append("\n\(index == 0 ? mark?.rawValue ?? " " : " ") \(line)")
      }
    }
    if let overall = workspace.draft.overallCatch {
      for line in overall.split(separator: "\n") { text.append("\n  \(line)") }
    }
    show(.text(text))
  }

  /// The steps that are stale.
  private var staleSteps: Set<Int> {
    Set(workspace?.records.filter { $0.value.isStale }.keys ?? [:].keys)
  }

  /// Prints the steps that have turned stale since `before`.
  private func announceNewlyStale(since before: Set<Int>) {
    guard let workspace else { return }
    for entry in workspace.steps where staleSteps.subtracting(before).contains(entry.id) {
      show(.remark(StyledText("~ \(workspace.title(of: entry.id))  stale", .warning)))
    }
  }
}
