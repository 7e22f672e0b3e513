import JSON
import StatesLanguage

/// Writes one state.
struct StateEmission {
  /// The state under construction.
  let state: DraftState

  /// What is read where.
  let liveness: Liveness

  /// The names of the states.
  let names: StateNames

  /// The variables that are not set yet in this state, and what gives their values.
  var unset: [Emission.EntryVariable]

  /// The variables that this state sets as the first of its graph.
  var set: [Emission.EntryVariable] = []

  /// Whether anything uses what the state hands on.
  let isOutputUsed: Bool

  /// How the results of the steps in this state are found.
  var results: [String: SourceMap.Result] {
    var found: [String: SourceMap.Result] = [:]
    for (index, result) in state.results.enumerated() {
      let isLast = index == state.results.count - 1
      if let name = result.name, isAssigned(index) {
        found[result.step] = .variable(name)
      } else if isLast, state.output == nil {
        found[result.step] = .output(state: names[state.id])
      } else {
        found[result.step] = SourceMap.Result.none
      }
    }
    return found
  }

  /// The state, around `graphs`.
  func state(graphs: [StateGraph]) -> State {
    State(
      name: names[state.id], kind: kind(graphs), transition: transition,
      assign: assign(leading: liveness.leaving(state)), output: output)
  }

  // MARK: - Variables

  /// `formula` with what is not set yet bound in it.
  private func bound(_ formula: Formula) -> Formula {
    unset.reversed().reduce(formula) { $0.binding($1.name, to: $1.value) }
  }

  /// `formula` with the first `count` results of the state bound in it, too.
  private func bound(_ formula: Formula, afterResults count: Int) -> Formula {
    bound(
      state.results.prefix(count).reversed().reduce(formula) { formula, result in
        result.name.map { formula.binding($0, to: result.formula) } ?? formula
      })
  }

  /// Whether the result at `index` is kept in its variable: if it is read later, or if it must be
  /// computed and no output does it.
  private func isAssigned(_ index: Int) -> Bool {
    let result = state.results[index]
    guard let name = result.name else { return false }
    if liveness.leaving(state).contains(name) { return true }
    let isOutput = index == state.results.count - 1 && state.output == nil
    return !result.isTotal && !isOutput && !(result.isDefined && isBound(name, after: index))
  }

  /// Whether an expression of the state that comes after the result at `index` computes it, too.
  private func isBound(_ name: String, after index: Int) -> Bool {
    let later = state.results.dropFirst(index + 1).filter { !$0.isTotal }.map(\.formula)
    return (later + [state.output].compactMap(\.self)).contains { $0.reads.contains(name) }
  }

  /// The variables that are set when control goes on to where `names` are read.
  private func assign(leading names: Set<String>) -> Template? {
    if case .choice = state.kind, case .state(let id) = state.next {
      return entryVariables(liveness.entering(id))
    }
    let members = entryMembers(names) + resultMembers
    return members.isEmpty ? nil : TemplateDraft.object(members).template
  }

  /// The results that are kept.
  private var resultMembers: [TemplateDraft.Member] {
    state.results.indices.filter(isAssigned).compactMap { index in
      let result = state.results[index]
      return result.name.map {
        .init($0, .formula(bound(result.formula, afterResults: index)))
      }
    }
  }

  /// The variables that the state sets as the first of its graph, as far as `names` has them.
  private func entryMembers(_ names: Set<String>) -> [TemplateDraft.Member] {
    set.filter { names.contains($0.name) }.map { .init($0.name, .formula($0.value)) }
  }

  /// The same as a field.
  private func entryVariables(_ names: Set<String>) -> Template? {
    let members = entryMembers(names)
    return members.isEmpty ? nil : TemplateDraft.object(members).template
  }

  // MARK: - Fields

  /// Where the state leads.
  private var transition: State.Transition? {
    switch state.kind {
    case .choice, .succeed, .fail: return nil
    default: break
    }
    guard case .state(let id) = state.next else { return .end }
    return .next(names[id])
  }

  /// What the state hands on.
  private var output: Template? {
    if let output = state.output {
      return TemplateDraft.formula(bound(output, afterResults: state.results.count)).template
    }
    guard let last = state.results.indices.last else { return nil }
    guard isOutputUsed || !isAssigned(last), !hasDefaultOutput else { return nil }
    let value = bound(state.results[last].formula, afterResults: last)
    return TemplateDraft.formula(value).template
  }

  /// Whether the state hands on its result by itself.
  private var hasDefaultOutput: Bool {
    guard case .map = state.kind else { return false }
    return state.results.count == 1
  }

  /// What the state does.
  private func kind(_ graphs: [StateGraph]) -> State.Kind {
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
    case .parallel:
      .parallel(
        ParallelState(branches: graphs, retriers: state.retriers, catchers: catchers))
    }
  }

  /// A field of JSON with expressions.
  private func field(_ draft: TemplateDraft) -> Template { draft.mapFormulas(bound).template }

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

  /// What is done after errors.
  private var catchers: [Catcher] {
    state.handlers.map { handler in
      var members = entryMembers(liveness.entering(handler: handler))
      if liveness.entering(handler.next).contains(handler.variable) {
        members.append(.init(handler.variable, .formula(.caughtError)))
      }
      return Catcher(
        errors: handler.errors,
        assign: members.isEmpty ? nil : TemplateDraft.object(members).template,
        next: names[handler.next])
    }
  }
}

extension Formula {
  /// The caught error: its name, and its cause, which for an error that a function raised is the
  /// message in the function's answer.
  fileprivate static let caughtError = Formula(
    #"""
    {'Error': $states.errorOutput.Error, 'Cause': $type($states.errorOutput.Cause) = 'string' \#
    and $contains($states.errorOutput.Cause, /^\{"error(Message|Type)":[\s\S]*\}$/) \#
    ? $parse($states.errorOutput.Cause).errorMessage : $states.errorOutput.Cause}
    """#)
}
