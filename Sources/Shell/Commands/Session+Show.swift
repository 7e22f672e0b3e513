import Diagnostics
import JSON
import SessionLanguage
import StatesExecution
import StatesLanguage
import WorkflowCompiler

extension Session {
  /// `show [STEP or WORKFLOW or CELL]`.
  func show(_ name: Name?) throws(SessionFailure) {
    guard let name else {
      if let workspace { return showDraft(workspace) }
      return listCells()
    }
    if let number = Int(name.text) { return try showCell(number) }
    let word = name.text.hasPrefix("$") ? String(name.text.dropFirst()) : name.text
    if try showThing(named: word) { return }
    let workflows = knownWorkflows
    let names = workflows.flatMap { workflow in
      [workflow.name] + workflow.steps.map { workflow.title(of: $0.id) }
    }
    let outer = workflows.lazy.compactMap { $0.step(around: name.text) }.first
    let nearest = nearestName(to: name.text, among: names + bindings.keys.sorted())
    throw .message(
      "there is nothing called `\(name)` to show",
      help: outer.map { "it is a step inside `\($0)`: `show \($0)`" }
        ?? nearest.map { "did you mean `\($0)`?" })
  }

  /// Shows the workflow, the step or else the value called `name`; a result of the prompt comes
  /// before the steps of closed workflows.
  ///
  /// - Returns: Whether there is one.
  func showThing(named name: String) throws(SessionFailure) -> Bool {
    for workflow in knownWorkflows where workflow.name == name {
      showWorkflow(workflow)
      return true
    }
    if workspace == nil, let result = results[name] {
      print(.value(result.value))
      return true
    }
    for workflow in knownWorkflows {
      let entries = workflow.entries(named: name)
      for entry in entries { try showStep(entry, of: workflow) }
      if !entries.isEmpty { return true }
    }
    guard let value = bindings[name] else { return false }
    print(.value(value))
    return true
  }

  // MARK: -

  /// The open workflow, then the closed ones, the last one first.
  private var knownWorkflows: [WorkflowWorkspace] {
    (workspace.map { [$0] } ?? []) + workflows.reversed()
  }

  /// A workflow: its source, and its last run.
  private func showWorkflow(_ workflow: WorkflowWorkspace) {
    showDraft(workflow)
    if let run = workflow.lastRun, let compiled = workflow.exported ?? workflow.compiled {
      print(.text(StyledText("last run  ", .faint) + RunChain(run, of: compiled).text))
    }
  }

  /// A step: its source, its states, and each time that they were entered.
  private func showStep(
    _ entry: WorkflowDraft.Entry, of workflow: WorkflowWorkspace
  ) throws(SessionFailure) {
    let source = ([entry.core] + entry.clauses).joined(separator: "\n")
    print(.text(StyledText(source, .strong)))
    let compiled = try compile(workflow.draft, isOpen: false).compiled
    guard let index = workflow.steps.firstIndex(where: { $0.id == entry.id }) else { return }
    for name in compiled.sourceMap.topLevelSteps[index].states {
      guard let state = compiled.machine.graph.states[name] else { continue }
      print(.text(StyledText("state \(name)", .faint)))
      print(.value(state.json))
    }
    guard let run = workflow.records[entry.id]?.run else { return }
    for visit in run.visits { showVisit(visit) }
    if let report = report(on: entry.id, in: workflow) { print(report.output()) }
  }

  /// One time that a state was entered.
  private func showVisit(_ visit: StateVisit) {
    let place = visit.path.map { "[\($0)]" }.joined()
    var text = StyledText("\(visit.state)\(place)", .strong)
    let attempts = visit.attempts.count
    if attempts > 1 { text.append("  \(attempts) attempts") }
    if let duration = visit.duration { text.append("  \(duration.shortText)", .measure) }
    let parts: [(String, JSONValue?)] = [
      ("input", visit.input), ("arguments", visit.arguments), ("result", visit.result),
      ("output", visit.output),
    ]
    for case (let title, let value?) in parts {
      text.append("\n  \(title.padded(to: 10))", .faint)
      text.append(JSONLayout.text(of: value, width: Output.fileWidth - 12).indentedLines(by: 12))
    }
    for attempt in visit.attempts {
      guard let error = attempt.error else { continue }
      let cause = error.decodedCause.map { ": \($0)" } ?? ""
      text.append("\n  \("error".padded(to: 10))", .faint)
      text.append("\(error.error ?? "")\(cause)", .failure)
    }
    print(.text(text))
  }
}

extension WorkflowWorkspace {
  /// The step of the outermost level inside which a step called `name` stands.
  fileprivate func step(around name: String) -> String? {
    func holds(_ step: Step) -> Bool {
      step.children.contains { $0.name?.text == name || holds($0) }
    }
    return steps.first { step($0.id).map(holds) == true }.map { title(of: $0.id) }
  }
}

extension String {
  /// The text with spaces after it up to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension StyledText {
  /// The text with `count` spaces before each line but the first.
  func indentedLines(by count: Int) -> StyledText {
    let indent = "\n" + String(repeating: " ", count: count)
    var text = StyledText()
    for span in spans { text.append(span.text.replacing("\n", with: indent), span.style) }
    return text
  }
}
