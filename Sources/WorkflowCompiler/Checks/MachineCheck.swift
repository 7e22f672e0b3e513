import Diagnostics
import SessionLanguage
import StatesLanguage

/// Checks the finished machine by the rules of Step Functions, and says it of the steps.
struct MachineCheck {
  /// The steps of the workflow.
  let workflow: ResolvedWorkflow

  /// Which states belong to which steps.
  let sourceMap: SourceMap

  /// What Step Functions would say of `machine`.
  func diagnostics(of machine: StateMachine) -> DiagnosticSet {
    DiagnosticSet(
      StateMachineCheck.findings(of: machine).map { finding in
        .refusedMachine(finding, at: range(of: finding.path))
      })
  }

  /// Where the step stands whose state `path` leads into.
  private func range(of path: DefinitionPath) -> SourceRange {
    let names = zip(path.steps, path.steps.dropFirst()).compactMap { step, next -> String? in
      guard step == .member("States"), case .member(let name) = next else { return nil }
      return name
    }
    let id = names.last.flatMap { sourceMap.states[$0]?.step }
    let step = workflow.allSteps.first { $0.id == id }
    return step?.range ?? workflow.declaration.name.range
  }
}
