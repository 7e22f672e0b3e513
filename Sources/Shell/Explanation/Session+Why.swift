import Diagnostics
import JSON
import JSONata
import SessionLanguage
import StatesExecution
import StatesLanguage
import WorkflowCompiler

extension Session {
  /// `why [STEP or EXPR]`: the expressions of a step, or an expression, with the value of every
  /// part.
  func explain(_ target: WhyTarget?, of source: CellSource) throws(SessionFailure) {
    switch target {
    case .expression(let expression): try explain(expression, of: source)
    case .step(let name):
      let (workflow, entry) = try explainedStep(name)
      try explain(entry, of: workflow)
    case nil:
      guard let workflow = workspace ?? workflows.last, let entry = workflow.entryInQuestion else {
        throw .message(
          "there is no step to explain", help: "`why EXPR` explains an expression")
      }
      try explain(entry, of: workflow)
    }
  }

  /// Which expression of `workflow` has ended `run`, if one has: the first that fails in the same way
  /// on the values of the run.
  func mistake(
    in workflow: WorkflowWorkspace, _ compiled: CompiledWorkflow, after run: RunRecord
  ) -> ExpressionMistake? {
    mistake(in: Array(compiled.declaration.body.enumerated()), run) {
      explainer(of: workflow, compiled, run: run, bindings: [:])
    }.map { ExpressionMistake(step: workflow.title(of: workflow.steps[$0].id), diagnostic: $1) }
  }

  /// Which expression of the step at `index` of `workflow` has ended `run`, if one has.
  func mistake(
    inStep index: Int, of workflow: WorkflowWorkspace, _ compiled: CompiledWorkflow,
    after run: RunRecord, bindings: [String: JSONValue]
  ) -> Diagnostic? {
    mistake(in: [(index, compiled.declaration.body[index])], run) {
      explainer(of: workflow, compiled, run: run, bindings: bindings)
    }?.diagnostic
  }

  /// The first expression of `steps` that fails as `run` has, and in which of them it stands.
  private func mistake(
    in steps: [(offset: Int, element: Step)], _ run: RunRecord, _ explainer: () -> StepExplainer
  ) -> (index: Int, diagnostic: Diagnostic)? {
    guard case .failed(ErrorName.queryEvaluation?, let cause?) = run.status else { return nil }
    var explainer = explainer()
    for (index, step) in steps {
      explainer.forgetLines()
      explainer.explain(step)
      let found = explainer.explanation.failures.first { $0.isTold(by: cause) }
      if let found { return (index, found) }
    }
    return nil
  }

  /// What the variables of `workflow` were in the course of `run`: also those whose expressions went
  /// into others.
  func variables(
    after run: RunRecord, of workflow: WorkflowWorkspace, _ compiled: CompiledWorkflow,
    input: JSONValue
  ) -> [String: JSONValue] {
    var explainer = explainer(of: workflow, compiled, run: run, bindings: ["input": input])
    for step in compiled.declaration.body { explainer.explain(step) }
    return explainer.bindings
  }

  // MARK: -

  /// Takes an expression at the prompt apart.
  private func explain(
    _ expression: Expression, of source: CellSource
  ) throws(SessionFailure) {
    guard let compiled = expression.compiled else { return }
    try requireKnownVariables(in: expression, of: source)
    let report = compiled.evaluateReporting(
      nil, bindings: bindings, environment: environment)
    let breakdown = Breakdown(label: "", source: expression.source, report: report)
    print(.explanation(Explanation(lines: [.breakdown(breakdown, indent: 0)])))
    if case .failure(let error) = report.outcome {
      throw failure(expression.diagnostic(for: error), of: source)
    }
  }

  /// The step called `name`, of the open workflow or of the one closed last that has it.
  private func explainedStep(
    _ name: Name
  ) throws(SessionFailure) -> (WorkflowWorkspace, WorkflowDraft.Entry) {
    if let workspace { return (workspace, try knownStep(name, in: workspace)) }
    let having = workflows.last { !$0.entries(named: name.text).isEmpty }
    guard let workflow = having ?? workflows.last else {
      throw .message("no workflow is open, and none was", help: "`why EXPR` explains an expression")
    }
    return (workflow, try knownStep(name, in: workflow))
  }

  /// Takes the step of `entry` apart, on the values of its last run.
  private func explain(
    _ entry: WorkflowDraft.Entry, of workflow: WorkflowWorkspace
  ) throws(SessionFailure) {
    guard let compiled = workflow.compiled, let step = workflow.step(entry.id),
      let index = workflow.steps.firstIndex(where: { $0.id == entry.id })
    else { return }
    let record = workflow.records[entry.id]
    let before = index == 0 ? nil : workflow.records[workflow.steps[index - 1].id]
    var bindings = before?.variables ?? [:]
    if bindings["input"] == nil { bindings["input"] = record?.run?.visits.first?.input }
    if bindings["input"] == nil { bindings["input"] = try sampleInput(of: workflow) }
    var explainer = explainer(of: workflow, compiled, run: record?.run, bindings: bindings)
    explainer.explain(step)
    print(.explanation(explainer.explanation))
    if record?.mistake == nil, let failure = explainer.explanation.failures.first {
      show(.diagnostics(DiagnosticSet([failure]), .entered(workflow.draft.source)))
    }
    showReport(on: entry.id, in: workflow)
  }

  /// What explains steps of `workflow` on the values of `run`.
  private func explainer(
    of workflow: WorkflowWorkspace, _ compiled: CompiledWorkflow, run: RunRecord?,
    bindings: [String: JSONValue]
  ) -> StepExplainer {
    let text = workflow.draft.source
    var bindings = (run?.variables ?? [:]).merging(bindings) { $1 }
    let first = run?.visits.first?.input
    let input = bindings["input"] ?? first ?? .object(JSONObject.empty)
    bindings["input"] = input
    bindings["states"] = [
      "input": first ?? input, "context": ["Execution": ["Input": input]],
    ]
    return StepExplainer(
      source: CellSource(text: text, file: .entered(text), offset: 0), run: run,
      sourceMap: compiled.sourceMap, bindings: bindings, environment: environment)
  }
}

/// An expression that has ended a run.
struct ExpressionMistake {
  /// What the step is called in which it stands.
  var step: String

  /// What is wrong, and where in the source of the workflow.
  var diagnostic: Diagnostic
}

extension Diagnostic {
  /// Whether `cause`, what an execution says of an expression that failed, says the same.
  fileprivate func isTold(by cause: String) -> Bool {
    code == "undefined" ? cause.contains("returned nothing") : cause.contains(message)
  }
}

extension WorkflowWorkspace {
  /// The step that `why` is about where none is named: the first that failed, else the one entered
  /// last.
  fileprivate var entryInQuestion: WorkflowDraft.Entry? {
    let id = failedSteps.first ?? lastEntry
    return steps.first { $0.id == id } ?? steps.last
  }
}
