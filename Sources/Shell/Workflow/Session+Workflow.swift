import Diagnostics
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// Opens the workflow of which `head` is the first line.
  func openWorkflow(_ head: WorkflowDeclaration) {
    open(WorkflowDraft(name: head.name.text, isExpress: head.isExpress))
  }

  /// Defines a whole workflow: checks it, then runs its steps one after the other.
  func define(
    _ declaration: WorkflowDeclaration, of source: CellSource
  ) async throws(SessionFailure) {
    let (_, diagnostics) = WorkflowCompiler(catalog: catalog).compile(declaration, isOpen: false)
    if diagnostics.containsError {
      let shifted = DiagnosticSet(diagnostics.elements.map { $0.shifted(by: source.offset) })
      throw .diagnostics(shifted, in: source.file)
    }
    open(WorkflowDraft(declaration, in: source.text))
    do throws(SessionFailure) {
      try recompile()
      if !definesOnly {
        await runSteps { _ in true }
        announceSteps()
      }
      try await closeWorkflow()
    } catch {
      workspace = nil
      throw error
    }
  }

  /// `end`: closes the workflow and keeps it as a cell.
  func closeWorkflow() async throws(SessionFailure) {
    guard var closing = workspace else { throw .message("no workflow is open") }
    let (declaration, compiled) = try compile(closing.draft, isOpen: false)
    closing.exported = compiled
    workflows.removeAll { $0.name == closing.name }
    workflows.append(closing)
    catalog.workflows[closing.name] = declaration
    workspace = nil
    let reports = closing.steps.compactMap { report(on: $0.id, in: closing)?.output() }
    keepCell(closing.draft.source, outputs: reports, graph: compiled)
    for followUp in closing.followUps { keepCell(followUp.source, outputs: followUp.outputs) }
  }

  /// The workflow that `name` names, else the open one, else the only one.
  func knownWorkflow(_ name: Name?) throws(SessionFailure) -> WorkflowWorkspace {
    guard let name else {
      if let workspace { return workspace }
      if workflows.count == 1 { return workflows[0] }
      throw .message(
        workflows.isEmpty ? "there is no workflow" : "there are several workflows",
        help: workflows.isEmpty
          ? "open one with `workflow NAME`"
          : "name one of \(workflows.map(\.name).joined(separator: ", "))")
    }
    if let workspace, workspace.name == name.text { return workspace }
    if let workflow = workflows.first(where: { $0.name == name.text }) { return workflow }
    let nearest = nearestName(to: name.text, among: workflows.map(\.name))
    throw .message(
      "there is no workflow `\(name)`", help: nearest.map { "did you mean `\($0)`?" })
  }

  /// What `draft` means.
  func compile(
    _ draft: WorkflowDraft, isOpen: Bool
  ) throws(SessionFailure) -> (WorkflowDeclaration, CompiledWorkflow) {
    let file = SourceFile(name: draft.name, text: draft.source)
    let parsed = Parser.parse(draft.source, context: .session)
    if parsed.diagnostics.containsError { throw .diagnostics(parsed.diagnostics, in: file) }
    guard case .workflow(let declaration)? = parsed.statements.first?.kind else {
      throw .message("`\(draft.name)` is no whole workflow")
    }
    let compiler = WorkflowCompiler(catalog: catalog)
    let (compiled, diagnostics) = compiler.compile(declaration, isOpen: isOpen)
    guard let compiled else { throw .diagnostics(diagnostics, in: file) }
    if !isOpen, !diagnostics.isEmpty { show(.diagnostics(diagnostics, file)) }
    return (declaration, compiled)
  }

  // MARK: -

  /// Prints what came of each step.
  private func announceSteps() {
    guard let workspace else { return }
    for entry in workspace.steps {
      if let report = report(on: entry.id, in: workspace) { show(report.output()) }
    }
  }

  /// Makes `draft` the open workflow; one of the same name goes on from its results.
  private func open(_ draft: WorkflowDraft) {
    workspace = WorkflowWorkspace(draft: draft)
  }

  /// Finds the meaning of the open draft.
  private func recompile() throws(SessionFailure) {
    guard let draft = workspace?.draft else { return }
    let (declaration, compiled) = try compile(draft, isOpen: true)
    workspace?.setMeaning(declaration, compiled)
  }
}
