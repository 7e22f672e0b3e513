import JSON
import SessionLanguage
import StatesLanguage

extension Lowering {
  /// The states of one step, after which control goes to `next`.
  mutating func lower(
    _ step: ResolvedStep, next: DraftState.Target, _ place: Surroundings
  ) -> Fragment {
    switch step.kind {
    case .call(let call): lower(call, step, next, place)
    case .value(let expression): lower(expression, step, next, place)
    case .wait(let wait): lower(wait, step, next, place)
    case .conditional(let branches): lower(branches, step, next, place)
    case .map(let map, let body): lower(map, body, step, next, place)
    case .parallel(let branches): lower(branches, step, next, place)
    case .fail(let error, let cause): lowerFail(error, cause, step, place)
    case .return(let value): lowerReturn(value, step, place)
    }
  }

  /// A new state of `step`, with the name that the user gave it or else `name`.
  mutating func newState(
    _ step: ResolvedStep, _ role: StateRole, label: String, name: String, _ kind: DraftState.Kind
  ) -> DraftState {
    let chosen = step.name?.text ?? step.label
    var state = newState(
      step.id, role, label: label, name: step.label ?? chosen ?? name, kind)
    state.isNamedByUser = chosen != nil
    return state
  }

  /// A computed value.
  private mutating func lower(
    _ expression: Expression, _ step: ResolvedStep, _ next: DraftState.Target,
    _ place: Surroundings
  ) -> Fragment {
    var state = newState(step, .value, label: expression.source, name: "value", .pass)
    let value = formula(expression, place)
    state.results = [
      .init(
        step: step.id, name: step.name?.text, formula: value, isDefined: expression.isDefined)
    ]
    state.next = next
    guard isOpen, next == .end, !value.isRepeatable, let name = step.name?.text else {
      return Fragment(entry: .state(state.id), states: [state])
    }
    var last = newState(step.id, .end, label: "end", name: "end", .succeed)
    last.output = Formula("$\(name)", reads: [name])
    state.next = .state(last.id)
    return Fragment(entry: .state(state.id), states: [state, last])
  }

  /// A wait.
  private mutating func lower(
    _ wait: Wait, _ step: ResolvedStep, _ next: DraftState.Target, _ place: Surroundings
  ) -> Fragment {
    var state: DraftState
    switch wait {
    case .duration(let span):
      let label = "wait \(span.seconds) s"
      state = newState(step, .wait, label: label, name: "wait", .wait(seconds: span.seconds))
    case .until(let time):
      let label = "wait until \(time.source)"
      state = newState(step, .wait, label: label, name: "wait", .waitUntil(formula(time, place)))
    }
    state.next = next
    return Fragment(entry: .state(state.id), states: [state])
  }

  /// A conditional: one Choice, whose branches meet at `next`.
  private mutating func lower(
    _ branches: [ResolvedConditional], _ step: ResolvedStep, _ next: DraftState.Target,
    _ place: Surroundings
  ) -> Fragment {
    var rules: [DraftState.Rule] = []
    var bodies: [DraftState] = []
    var otherwise = next
    for branch in branches {
      let body = lower(branch.body, next: next, place, step: step.id)
      bodies += body.states
      guard let condition = branch.condition else {
        otherwise = body.entry
        continue
      }
      var holds = formula(condition, place)
      holds.constant = nil
      rules.append(
        .init(
          condition: holds, label: condition.source, next: state(for: body.entry, step: step.id)))
    }
    let label = rules.first.map { "if \($0.label)" } ?? "if"
    var choice = newState(step, .condition, label: label, name: "if", .choice(rules))
    choice.next = .state(state(for: otherwise, step: step.id))
    return Fragment(entry: .state(choice.id), states: [choice] + bodies)
  }

  /// An end with an error.
  private mutating func lowerFail(
    _ error: InterpolatedText, _ cause: InterpolatedText?, _ step: ResolvedStep,
    _ place: Surroundings
  ) -> Fragment {
    let kind = DraftState.Kind.fail(
      error: error.draft.mapFormulas { adapted($0, place) },
      cause: cause?.draft.mapFormulas { adapted($0, place) })
    let name = error.literal ?? "fail"
    let state = newState(step, .fail, label: "fail \(name)", name: name, kind)
    return Fragment(entry: .state(state.id), states: [state])
  }

  /// An end with a value.
  private mutating func lowerReturn(
    _ value: Expression?, _ step: ResolvedStep, _ place: Surroundings
  ) -> Fragment {
    let label = value.map { "return \($0.source)" } ?? "return"
    var state = newState(step, .return, label: label, name: "return", .succeed)
    state.output = value.map { formula($0, place) }
    return Fragment(entry: .state(state.id), states: [state])
  }
}
