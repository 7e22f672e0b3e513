import Diagnostics
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// Opens the workflow of which `head` is the first line.
  func openWorkflow(_ head: WorkflowDeclaration) {
    let name = head.name.text
    if surroundings.isInteractive, workflows.contains(where: { $0.name == name }) {
      show(
        .passing("a new `\(name)`, which replaces the old one; `edit \(name)` goes on with that"))
    }
    open(WorkflowDraft(name: name, isExpress: head.isExpress))
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
    defer { workspace = nil }
    try recompile()
    if !definesOnly { await runSteps { _ in true } }
    for output in reports { print(output) }
    provenance.formUnion(Provenance(of: workspace?.calledServices ?? []))
    definedGraph = try close().mermaid
    let isAlone = source.slice(declaration.range).trimmed == source.text.trimmed
    if isAlone { workflows[workflows.count - 1].cell = notebook.nextNumber }
  }

  /// `end`: closes the workflow and keeps it as a cell, and what was entered in it as cells after it.
  func closeWorkflow() async throws(SessionFailure) {
    guard var closing = workspace else { throw .message("no workflow is open") }
    let outputs = reports
    let graph = try close().mermaid
    let draft = closing.draft
    closing.keepTail()
    provenance = Provenance(of: closing.calledServices)
    let cell = Notebook.Cell(
      source: closing.draft.source, outputs: outputs, graph: graph, provenance: provenance)
    keep(cell, of: closing)
    for followUp in closing.keptFollowUps {
      keepCell(followUp.source, outputs: followUp.outputs(after: draft))
    }
  }

  /// Keeps the cell of a workflow that has been closed: in the place of its old one, if it was
  /// opened again, else at the end.
  private func keep(_ cell: Notebook.Cell, of workflow: WorkflowWorkspace) {
    var number = workflow.cell
    if let number { notebook.replace(number, by: cell) } else { number = notebook.keep(cell) }
    workflows[workflows.count - 1].cell = number
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

  /// What a draft means, and what is to be said of it.
  typealias Meaning = (
    declaration: WorkflowDeclaration, compiled: CompiledWorkflow, diagnostics: DiagnosticSet
  )

  /// What `draft` means.
  func compile(
    _ draft: WorkflowDraft, isOpen: Bool
  ) throws(SessionFailure) -> Meaning {
    let file = SourceFile.entered(draft.source)
    let parsed = Parser.parse(draft.source, context: .session)
    if parsed.diagnostics.containsError { throw .diagnostics(parsed.diagnostics, in: file) }
    guard case .workflow(let declaration)? = parsed.statements.first?.kind else {
      throw .message("`\(draft.name)` is no whole workflow")
    }
    let compiler = WorkflowCompiler(catalog: catalog)
    let (compiled, diagnostics) = compiler.compile(declaration, isOpen: isOpen)
    guard let compiled else { throw .diagnostics(diagnostics, in: file) }
    return (declaration, compiled, diagnostics)
  }

  // MARK: -

  /// Takes the open workflow among the closed ones.
  ///
  /// - Returns: The workflow as it is exported.
  private func close() throws(SessionFailure) -> CompiledWorkflow {
    guard var closing = workspace else { throw .message("no workflow is open") }
    closing.keepTail()
    let meaning = try compile(closing.draft, isOpen: false)
    if !meaning.diagnostics.isEmpty {
      show(.diagnostics(meaning.diagnostics, .entered(closing.draft.source)))
    }
    closing.exported = meaning.compiled
    workflows.removeAll { $0.name == closing.name }
    workflows.append(closing)
    catalog.workflows[closing.name] = meaning.declaration
    workspace = nil
    return meaning.compiled
  }

  /// What came of each step of the open workflow, as it is kept; `...` for what would be otherwise
  /// if the workflow were run from a file.
  private var reports: [Output] {
    guard let workspace else { return [] }
    return workspace.steps.compactMap { entry in
      guard let record = workspace.records[entry.id] else { return nil }
      if record.isStale || record.isMocked { return .text("...") }
      return report(on: entry.id, in: workspace)?.output()
    }
  }

  /// Makes `draft` the open workflow.
  private func open(_ draft: WorkflowDraft) {
    workspace = WorkflowWorkspace(draft: draft)
  }

  /// Finds the meaning of the open draft.
  private func recompile() throws(SessionFailure) {
    guard let draft = workspace?.draft else { return }
    let (declaration, compiled, _) = try compile(draft, isOpen: true)
    workspace?.setMeaning(declaration, compiled)
  }
}
