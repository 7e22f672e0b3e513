import JSON
import SessionLanguage
import StatesExecution
import WorkflowCompiler

extension Session {
  /// Runs those steps of the open workflow that `isChosen` accepts, in order.
  func runSteps(_ isChosen: (Int) -> Bool) async {
    guard let workspace else { return }
    for (index, entry) in workspace.steps.enumerated() where isChosen(entry.id) {
      if let blocker = blocker(of: index) {
        let before = index == 0 ? nil : self.workspace?.records[workspace.steps[index - 1].id]
        self.workspace?.records[entry.id] = StepRecord(
          outcome: .unreached(after: blocker), variables: before?.variables ?? [:], output: .null)
        continue
      }
      guard var record = await runStep(index) else { return }
      record.isMocked = self.workspace?.hasOwnMocks == true
      self.workspace?.setRecord(record, ofStep: index)
      if Task.isCancelled { return }
    }
  }

  /// The step that keeps step `index` from being reached.
  private func blocker(of index: Int) -> String? {
    guard let workspace else { return nil }
    return workspace.steps[..<index].first { entry in
      workspace.records[entry.id]?.isPassable != true
    }.map { workspace.title(of: $0.id) }
  }

  /// Runs step `index` on the results of the steps before it.
  private func runStep(_ index: Int) async -> StepRecord? {
    guard let workspace, let compiled = workspace.compiled else { return nil }
    let source = compiled.sourceMap.topLevelSteps[index]
    let step = compiled.declaration.body[index]
    let before = index == 0 ? nil : workspace.records[workspace.steps[index - 1].id]
    var variables = before?.variables ?? [:]
    guard let entry = source.entry else {
      return StepRecord(outcome: .succeeded(nil), variables: variables, output: .null)
    }
    let input: JSONValue
    do throws(SessionFailure) {
      input = try sampleInput(of: workspace)
    } catch {
      show(error.output)
      return StepRecord(
        outcome: .failed(error: "the sample input has no value", cause: nil), variables: variables,
        output: .null)
    }
    if index > 0 { variables["input"] = input }
    let own = Set(source.states).union(compiled.sourceMap.statesOfOverallCatch)
    let run = await runner.run(
      compiled, input: input, from: index == 0 ? nil : entry, stateInput: before?.output,
      variables: variables, stoppingBefore: { !own.contains($0) })
    var record = record(of: run, step: step, source: source, variables: variables, input: input)
    variables["input"] = input
    record.mistake = mistake(
      inStep: index, of: workspace, compiled, after: run, bindings: variables)
    return record
  }

  /// What came of a run of `step`.
  private func record(
    of run: RunRecord, step: Step, source: SourceMap.Step, variables: [String: JSONValue],
    input: JSONValue
  ) -> StepRecord {
    let known = variables.merging(["input": input]) { old, _ in old }
    var record = StepRecord(
      outcome: outcome(of: run, step: step, source: source), run: run,
      variables: run.variables,
      output: run.output)
    if case .failed = record.outcome {} else { record.caught = caughtError(in: run, of: source) }
    if case .conditional(let branches) = step.kind {
      record.remark = ConditionText.text(of: branches, bindings: known, environment: environment)
    }
    return record
  }

  /// The error of a step that a `catch` took in `run`.
  private func caughtError(in run: RunRecord, of source: SourceMap.Step) -> String? {
    let states = workspace?.compiled?.sourceMap.states ?? [:]
    let visit = run.visits.first { visit in
      visit.path.isEmpty && visit.error != nil && states[visit.state]?.step == source.id
    }
    return visit?.error.map { error in
      [error.error, error.decodedCause].compactMap(\.self).filter { !$0.isEmpty }
        .joined(separator: ": ")
    }
  }

  /// How a run of `step` ended.
  private func outcome(
    of run: RunRecord, step: Step, source: SourceMap.Step
  ) -> StepRecord.Outcome {
    let roles = workspace?.compiled?.sourceMap.states ?? [:]
    switch run.status {
    case .failed(let error, let cause):
      return .failed(error: error ?? "the workflow failed", cause: StateError.decoded(cause))
    case .cancelled: return .failed(error: "cancelled", cause: nil)
    case .succeeded(let output)
    where run.visits.contains { visit in
      visit.path.isEmpty
        && (roles[visit.state]?.role == .return || roles[visit.state]?.isInOverallCatch == true)
    }:
      return .returned(output)
    case .succeeded, .stopped: break
    }
    if case .conditional = step.kind {
      let entered = run.visits.filter { $0.path.isEmpty && roles[$0.state]?.role != .end }
      if entered.allSatisfy({ roles[$0.state]?.step == source.id }) { return .notTaken }
    }
    switch source.result {
    case .variable(let name): return .succeeded(run.variables[name])
    case .output(let state): return .succeeded(run.visits.last { $0.state == state }?.output)
    case .none: return .succeeded(nil)
    }
  }
}

extension SourceMap {
  /// The states of the catch that covers the whole workflow.
  fileprivate var statesOfOverallCatch: [String] {
    states.filter { $0.value.isInOverallCatch }.map(\.key)
  }
}

extension SourceMap.State {
  /// Whether it belongs to the catch that covers the whole workflow.
  fileprivate var isInOverallCatch: Bool { step == "catch" || step.hasPrefix("catch/") }
}
