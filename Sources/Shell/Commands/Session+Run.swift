import Diagnostics
import JSON
import SessionLanguage
import StatesExecution
import WorkflowCompiler

extension Session {
  /// `run [WORKFLOW] [CASE or ITEMS] [from STEP] [until STEP]`, `run stale`.
  func run(
    _ command: RunCommand, _ statement: Statement, of source: CellSource
  ) async throws(SessionFailure) {
    if command.names.map(\.text) == ["stale"], command.items.isEmpty {
      return try await runStale()
    }
    let target = try runTarget(command)
    if target.isOpen, command.items.isEmpty, target.caseName == nil {
      if command.from == nil, command.until == nil {
        noteFollowUp(statement, of: source, naming: target.workflow.name)
      }
      return try await runOpen(from: command.from, until: command.until)
    }
    guard command.from == nil, command.until == nil else {
      throw .message(
        "`from` and `until` work in an open workflow, on its own input",
        help: "leave them out to run the whole of `\(target.workflow.name)`")
    }
    noteFollowUp(statement, of: source, naming: target.workflow.name)
    try await runWhole(target, items: command.items, of: source)
  }

  // MARK: -

  /// What a `run` is about.
  private struct RunTarget {
    var workflow: WorkflowWorkspace
    var isOpen: Bool
    var caseName: String?
  }

  /// The workflow and the case that the names of a `run` mean.
  private func runTarget(_ command: RunCommand) throws(SessionFailure) -> RunTarget {
    var names = command.names
    var target: RunTarget
    if let first = names.first, workspace?.name == first.text || isWorkflow(first.text) {
      names.removeFirst()
      target = RunTarget(
        workflow: try knownWorkflow(first), isOpen: workspace?.name == first.text)
    } else if names.isEmpty || workspace != nil || workflows.count == 1 {
      target = RunTarget(workflow: try knownWorkflow(nil), isOpen: workspace != nil)
    } else {
      target = RunTarget(workflow: try knownWorkflow(names.first), isOpen: false)
    }
    guard let name = names.first else { return target }
    let cases = target.workflow.caseNames
    guard names.count == 1, cases.contains(name.text) else {
      let nearest = nearestName(to: name.text, among: cases + workflows.map(\.name))
      let isForWorkflow = command.names.count == 1 && !cases.contains(nearest ?? "")
      throw .message(
        (isForWorkflow ? "there is no workflow `\(name)`, and " : "")
          + "`\(target.workflow.name)` has no input case `\(names.last ?? name)`",
        help: nearest.map { "did you mean `\($0)`?" }
          ?? (cases.isEmpty
            ? "it has no named inputs" : "its cases: \(cases.joined(separator: ", "))"))
    }
    target.caseName = name.text
    return target
  }

  /// Whether a closed workflow has this name.
  private func isWorkflow(_ name: String) -> Bool { workflows.contains { $0.name == name } }

  /// Runs a whole workflow as it is exported, with `items` in the place of fields of its input.
  private func runWhole(
    _ target: RunTarget, items: [Item], of source: CellSource
  ) async throws(SessionFailure) {
    let sample = try sampleInput(of: target.workflow, case: target.caseName)
    let input = try input(sample, overriddenBy: items, of: source)
    let isPlain = items.isEmpty && target.caseName == nil
    defer { if isPlain { keepVariables(ofRunOf: target.workflow, on: input) } }
    try await runWhole(target.workflow, on: input)
  }

  /// Keeps what the steps of a closed workflow gave in its last run, for expressions to read.
  private func keepVariables(ofRunOf workflow: WorkflowWorkspace, on input: JSONValue) {
    guard let index = workflows.firstIndex(where: { $0.name == workflow.name }),
      let run = workflows[index].lastRun, let compiled = workflows[index].exported
    else { return }
    let names = Set(workflow.steps.flatMap { workflow.assignedNames(of: $0.id) })
    let all = variables(after: run, of: workflow, compiled, input: input)
    workflows[index].variablesOfRun = WorkflowWorkspace.RunVariables(
      values: all.filter { names.contains($0.key) })
  }

  /// Runs a whole workflow as it is exported.
  private func runWhole(
    _ workflow: WorkflowWorkspace, on input: JSONValue
  ) async throws(SessionFailure) {
    let compiled = try compile(workflow.draft, isOpen: false).compiled
    provenance.formUnion(Provenance(of: compiled.services))
    let run = await runner.run(compiled, input: input)
    if workspace?.name == workflow.name {
      workspace?.lastRun = run
    } else if let index = workflows.firstIndex(where: { $0.name == workflow.name }) {
      workflows[index].lastRun = run
    }
    let mistake = mistake(in: workflow, compiled, after: run)
    let chain = RunChain(run, of: compiled, blaming: mistake?.step).text
    do throws(SessionFailure) {
      try report(run, chain: chain)
    } catch {
      guard let mistake else { throw error }
      let file = SourceFile.entered(workflow.draft.source)
      var failure = SessionFailure.diagnostics(DiagnosticSet([mistake.diagnostic]), in: file)
      failure.isKept = true
      throw failure
    }
  }

  /// Runs the closed workflow `name` on exactly `input`.
  ///
  /// - Returns: Whether it succeeded.
  func run(_ name: String, on input: JSONValue) async -> Bool {
    do throws(SessionFailure) {
      let workflow = try knownWorkflow(Name(name, range: SourceRange(0, 0)))
      try await runWhole(workflow, on: input)
      return true
    } catch {
      show(error.output)
      return false
    }
  }

  /// Runs the steps of the open workflow again, on its own input.
  private func runOpen(from: Name?, until: Name?) async throws(SessionFailure) {
    let workspace = try openWorkspace()
    let ids = workspace.steps.map(\.id)
    let first = try from.map { name throws(SessionFailure) in
      try knownStep(name, in: workspace).id
    }
    let last = try until.map { name throws(SessionFailure) in
      try knownStep(name, in: workspace).id
    }
    let start = first.flatMap { ids.firstIndex(of: $0) } ?? 0
    let end = last.flatMap { ids.firstIndex(of: $0) } ?? ids.count - 1
    guard start <= end else { throw .message("`from` comes after `until`") }
    try await runAgain(Set(ids[start...end]))
  }

  /// Runs the steps that are stale, were not reached, or failed.
  private func runStale() async throws(SessionFailure) {
    let workspace = try openWorkspace()
    let stale = workspace.steps.map(\.id).filter { id in
      guard let record = workspace.records[id] else { return true }
      switch record.outcome {
      case .unreached, .failed: return true
      case .succeeded, .notTaken, .returned: return record.isStale
      }
    }
    guard !stale.isEmpty else { return show(.passing("nothing is stale")) }
    try await runAgain(Set(stale))
  }

  /// Runs the steps `ids` and prints what came of each; those after them that read a result which
  /// is another now turn stale.
  private func runAgain(_ ids: Set<Int>) async throws(SessionFailure) {
    let before = self.workspace?.visibleVariables ?? [:]
    await runSteps { ids.contains($0) }
    guard let workspace else { return }
    for entry in workspace.steps where ids.contains(entry.id) {
      showReport(on: entry.id, in: workspace)
    }
    let after = workspace.visibleVariables
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    announceStale(workspace.readers(of: changed).filter { !ids.contains($0) })
  }

  /// Prints the way of a run and its output, or its error.
  private func report(_ run: RunRecord, chain: StyledText) throws(SessionFailure) {
    var line = chain
    line.append("  \(run.timeText)", .measure)
    if !chain.isEmpty { print(.remark(line)) }
    switch run.status {
    case .succeeded(let output):
      note(output)
      print(.value(output))
    case .failed(let error, let cause):
      let error = error ?? "an error without a name"
      let message = StateError.decoded(cause).map { ": \($0)" } ?? ""
      var failure = SessionFailure.message(
        "the run failed: \(error)\(chain.plain.contains(error) ? "" : message)")
      failure.isKept = true
      throw failure
    case .cancelled: throw .message("the run was cancelled")
    case .stopped: break
    }
  }
}

extension RunRecord {
  /// How long it took, and how long it would have taken with waits and pauses that passed at once.
  fileprivate var timeText: String {
    let seconds = Int((virtualDuration / .seconds(1)).rounded())
    guard virtualDuration - duration > .milliseconds(500), seconds > 0 else {
      return duration.shortText
    }
    let span = TimeSpan(seconds: seconds, range: SourceRange(0, 0))
    return "\(duration.shortText), \(span.text) with waits and pauses"
  }
}
