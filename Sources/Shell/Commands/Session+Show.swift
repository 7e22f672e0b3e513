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
    let all = (workspace.map { [$0] } ?? []) + workflows.reversed()
    for workflow in all where workflow.name == name.text {
      return showWorkflow(workflow)
    }
    for workflow in all {
      if let entry = workflow.entry(named: name.text) { return try showStep(entry, of: workflow) }
    }
    if let value = bindings[name.text] { return print(.value(value)) }
    let known = all.flatMap { workflow in
      [workflow.name] + workflow.steps.map { workflow.title(of: $0.id) }
    }
    let nearest = nearestName(to: name.text, among: known + bindings.keys.sorted())
    throw .message(
      "there is nothing called `\(name)` to show", help: nearest.map { "did you mean `\($0)`?" })
  }

  // MARK: -

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
    let (_, compiled) = try compile(workflow.draft, isOpen: false)
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
