import JSON
import StatesLanguage

extension StateEmission {
  /// What the state does.
  func kind(_ graphs: [StateGraph]) -> State.Kind {
    switch state.kind {
    case .task(let function, let payload, let timeout, let heartbeat):
      .task(task(function, payload, timeout: timeout, heartbeat: heartbeat))
    case .pass: .pass(PassState())
    case .choice(let rules): .choice(choice(rules))
    case .wait(let seconds): .wait(WaitState(.seconds(Template(.integer(Int64(seconds))))))
    case .waitUntil(let time):
      .wait(WaitState(.timestamp(TemplateDraft.formula(bound(time)).template)))
    case .succeed: .succeed
    case .fail(let error, let cause):
      .fail(FailState(error: field(error), cause: cause.map(field)))
    case .map(let items, let concurrency, let tolerance, _):
      .map(map(items, concurrency, tolerance, graphs))
    case .parallel(let drafts):
      .parallel(
        ParallelState(
          branches: graphs, arguments: arguments(of: drafts), retriers: state.retriers,
          catchers: catchers))
    }
  }

  /// A field of JSON with expressions.
  private func field(_ draft: TemplateDraft) -> Template { draft.mapFormulas(bound).template }

  /// What branches get that hand on or read their input: nothing, so that they do not depend on
  /// which step ran before.
  private func arguments(of branches: [DraftGraph]) -> Template? {
    let isUsed = branches.contains { DataFlow(graph: $0).usesInput(of: $0.start) }
    return isUsed ? Template(.object(.empty)) : nil
  }

  /// The call of a function.
  private func task(
    _ function: String, _ payload: TemplateDraft, timeout: Int?, heartbeat: Int?
  ) -> TaskState {
    let arguments = TemplateDraft.object([
      .init("FunctionName", .text(function)), .init("Payload", payload),
    ])
    return TaskState(
      resource: "arn:aws:states:::lambda:invoke", arguments: field(arguments),
      timeoutSeconds: timeout.map { Template(.integer(Int64($0))) },
      heartbeatSeconds: heartbeat.map { Template(.integer(Int64($0))) },
      retriers: state.retriers, catchers: catchers)
  }

  /// The choice by `rules`.
  private func choice(_ rules: [DraftState.Rule]) -> ChoiceState {
    let written = rules.map { rule in
      ChoiceRule(
        condition: TemplateDraft.formula(bound(rule.condition)).template,
        assign: entryVariables(liveness.entering(rule.next)), next: names[rule.next])
    }
    guard case .state(let id) = state.next else { return ChoiceState(rules: written) }
    return ChoiceState(rules: written, defaultState: names[id])
  }

  /// The work on each of `items`.
  private func map(
    _ items: Formula, _ concurrency: Int?, _ tolerance: MapTolerance?, _ graphs: [StateGraph]
  ) -> MapState {
    var count: Template?
    var percentage: Template?
    switch tolerance {
    case .count(let number): count = Template(.integer(Int64(number)))
    case .percentage(let number): percentage = Template(.integer(Int64(number)))
    case nil: break
    }
    return MapState(
      items: TemplateDraft.formula(bound(items)).template,
      maxConcurrency: concurrency.map { Template(.integer(Int64($0))) },
      toleratedFailureCount: count, toleratedFailurePercentage: percentage,
      itemProcessor: ItemProcessor(
        mode: .inline, executionType: nil,
        graph: graphs.first ?? StateGraph(startAt: "", states: [])),
      retriers: state.retriers, catchers: catchers)
  }
}
