import Diagnostics
import JSON
import SessionLanguage

extension Session {
  /// What is to be said of the step of the entry `id`; nil if it has not been run.
  func report(on id: Int, in workspace: WorkflowWorkspace) -> StepReport? {
    guard let record = workspace.records[id], let step = workspace.step(id) else { return nil }
    let title = workspace.title(of: id)
    var report = StepReport(.succeeded, title)
    report.duration = record.run?.duration
    if let remark = record.remark { report.remarks.append(remark) }
    if case .call = step.kind { report.attempts = record.run?.visits.first?.attemptsText }
    if let caught = record.caught {
      report.mark = .failed
      report.remarks.append("\(caught) → catch")
    }
    switch record.outcome {
    case .succeeded(let value): add(value, of: step, to: &report)
    case .returned(let value):
      if !step.isEnding { report.remarks.append("→ return") }
      report.value = value
    case .notTaken: report.mark = .notTaken
    case .failed(let error, let cause):
      report.mark = .failed
      let cause = record.mistake == nil ? cause : nil
      report.remarks.append([error, cause ?? ""].filter { !$0.isEmpty }.joined(separator: ": "))
    case .unreached(let blocker):
      report.mark = .unreached
      report.remarks.append("not reached: the run ended at \(blocker)")
    }
    if record.isStale {
      report = StepReport(.stale, title)
      report.remarks = ["stale"]
    }
    return report
  }

  /// Prints what came of the step of the entry `id`, with `remark` before all others, and which of
  /// its expressions has failed.
  func showReport(on id: Int, in workspace: WorkflowWorkspace, remark: String? = nil) {
    guard let report = report(on: id, in: workspace) else { return }
    show(report.output(remark: remark))
    guard let record = workspace.records[id], let mistake = record.mistake, !record.isStale else {
      return
    }
    show(.diagnostics(DiagnosticSet([mistake]), .entered(workspace.draft.source)))
  }

  /// Adds the result of a step in the form that suits its kind.
  private func add(_ value: JSONValue?, of step: Step, to report: inout StepReport) {
    report.value = value
    switch step.kind {
    case .map:
      let count = value?.arrayValue?.count ?? 0
      report.remarks.append(count == 1 ? "1 item" : "\(count) items")
      report.isTabular = true
    case .wait(.duration(let span)): report.remarks.append(span.text)
    case .conditional: report.value = nil
    default: break
    }
  }
}
