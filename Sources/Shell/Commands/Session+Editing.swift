import Diagnostics
import SessionLanguage

extension Session {
  /// `edit [WORKFLOW]`: opens a workflow again that has been closed, with its steps and results.
  func edit(_ name: Name?) throws(SessionFailure) {
    if let workspace {
      throw .message(
        "the workflow `\(workspace.name)` is open",
        help: "enter a step under its name to change it, or close the workflow with `end`")
    }
    guard var workflow = try name == nil ? workflows.last : knownWorkflow(name) else {
      let isUnrun = notebook.cells.contains { $0.outputs == nil }
      throw .message(
        "there is no workflow",
        help: isUnrun ? "`rerun all` runs the cells of the file" : "open one with `workflow NAME`")
    }
    workflows.removeAll { $0.name == workflow.name }
    workflow.reopen()
    workspace = workflow
    showDraft(workflow)
  }

  /// `drop STEP`.
  func drop(_ name: Name) throws(SessionFailure) {
    let workspace = try openWorkspace()
    let entry = try knownStep(name, in: workspace)
    var draft = workspace.draft
    draft.entries.removeAll { $0.id == entry.id }
    let names = workspace.assignedNames(of: entry.id)
    let stale = workspace.readers(of: names, after: entry.id)
    let isPassable = workspace.records[entry.id]?.isPassable == true
    let unreached = isPassable ? [] : workspace.unreached(after: entry.id)
    do throws(SessionFailure) {
      try take(draft, workspace)
    } catch {
      throw stillRead(entry.id, names, in: workspace) ?? error
    }
    self.workspace?.lastEntry = nil
    let index = workspace.steps.firstIndex { $0.id == entry.id } ?? 0
    self.workspace?.handOn(names, of: [:], from: index)
    announceStale(stale + unreached)
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
    let found = workspace.entries(named: name.text)
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      throw .message(
        "`\(workspace.name)` has \(found.count) steps `\(name)`",
        help: "tell them apart by a clause `label \"…\"`")
    }
    let titles = workspace.steps.map { workspace.title(of: $0.id) }
    let nearest = nearestName(to: name.text, among: titles)
    let known = titles.isEmpty ? nil : "its steps: \(titles.joined(separator: ", "))"
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

  /// The failure of dropping a step that others read; nil if none does.
  private func stillRead(
    _ id: Int, _ names: Set<String>, in workspace: WorkflowWorkspace
  ) -> SessionFailure? {
    let readers = workspace.directReaders(of: names, after: id).map {
      "`\(workspace.title(of: $0))`"
    }
    guard !readers.isEmpty else { return nil }
    let verb = readers.count == 1 ? "reads" : "read"
    return .message(
      "`\(workspace.title(of: id))` cannot be dropped: \(readers.joined(separator: ", ")) \(verb) it",
      help: "change or drop \(readers.count == 1 ? "that" : "those") first")
  }
}
