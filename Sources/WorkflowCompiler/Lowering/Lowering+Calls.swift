import SessionLanguage
import StatesLanguage

extension Lowering {
  /// A call: one Task.
  mutating func lower(
    _ call: ResolvedCall, _ step: ResolvedStep, _ next: DraftState.Target, _ place: Surroundings
  ) -> Fragment {
    let payload = call.draft.mapFormulas { adapted($0, place) }
    let kind = DraftState.Kind.task(
      function: call.service, payload: payload, timeout: step.timeout, heartbeat: step.heartbeat)
    var state = newState(step, .call, label: call.title, name: call.title, kind)
    state.retriers = step.retries.map(\.retrier)
    if !step.retries.contains(where: \.errors.takesAll) { state.retriers.append(.transient) }
    state.results = [result(of: call, step, place)]
    state.next = next
    return handling(step, state, next, place)
  }

  /// The result of a call.
  private func result(
    of call: ResolvedCall, _ step: ResolvedStep, _ place: Surroundings
  ) -> DraftState.Result {
    guard let reshape = call.call.reshape else {
      return .init(step: step.id, name: step.name?.text, formula: .payload, isTotal: true)
    }
    let value = formula(reshape, place).inContext(of: Formula.payload.source)
    return .init(
      step: step.id, name: step.name?.text, formula: value, isDefined: reshape.isDefined)
  }

  /// `state` with what is done after its errors.
  mutating func handling(
    _ step: ResolvedStep, _ state: DraftState, _ next: DraftState.Target, _ place: Surroundings
  ) -> Fragment {
    var state = state
    var bodies: [DraftState] = []
    for handler in step.catches {
      let fragment = lower(handler, next: next, step: step.id, place)
      state.handlers.append(fragment.handler)
      bodies += fragment.states
    }
    if step.catches.isEmpty { state.handlers = place.handlers }
    return Fragment(entry: .state(state.id), states: [state] + bodies)
  }

  /// What is done after an error, after which control goes to `next`.
  mutating func lower(
    _ handler: ResolvedCatch, next: DraftState.Target, step: String, _ place: Surroundings
  ) -> (handler: DraftState.Handler, states: [DraftState]) {
    var inside = place
    inside.catchDepth += 1
    inside.errorVariable = place.nestedErrorVariable
    let body = lower(handler.body, next: next, inside, step: step)
    let errors = handler.errors.takesAll ? [ErrorName.all] : handler.errors.map(\.text)
    let first = state(for: body.entry, step: step)
    return (.init(errors: errors, variable: inside.errorVariable, next: first), body.states)
  }
}

extension Lowering.Surroundings {
  /// The variable for the error of a catch here: `error`, unless a catch or a scope around this
  /// place has one, which a block could not assign.
  fileprivate var nestedErrorVariable: String {
    if catchDepth == 0, !hasOuterError { return "error" }
    return "error_\(scopeDepth)_\(catchDepth)"
  }
}

extension Formula {
  /// What a service answered.
  static let payload = Formula("$states.result.Payload")

  /// The expression evaluated with the value of `source` as its context, as a whole.
  ///
  /// A step of a path goes through the elements of a list one by one. So the value is made the only
  /// element of a list (a list constructor flattens a list in it unless that comes out of a list
  /// constructor itself). And what comes out of a path is flattened, so that only a function comes
  /// out of it, whose context is the value; its result is left as it is.
  func inContext(of source: String) -> Formula {
    wrapped { expression in
      let whole = "($type(\(source)) = 'array' ? [[\(source)]] : [\(source)])"
      return "(\(whole).(function() { \(expression) }))()"
    }
  }
}

extension Retrier {
  /// What AWS recommends for calls of functions: tries again after errors that pass.
  static let transient = Retrier(
    errors: [
      "Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException",
      "Lambda.AWSLambdaException", "Lambda.SdkClientException",
    ], intervalSeconds: 2, maxAttempts: 6, backoffRate: 2)
}

extension RetryClause {
  /// The clause in the language of the machine.
  var retrier: Retrier {
    Retrier(
      errors: errors.takesAll ? [ErrorName.all] : errors.map(\.text),
      intervalSeconds: interval?.seconds, maxAttempts: attempts, backoffRate: backoffRate,
      maxDelaySeconds: maximumDelay?.seconds, jitter: hasJitter ? .full : nil)
  }
}

extension ResolvedCall {
  /// The call without its parameters, as it was written.
  var title: String {
    "\(call.verb) \(service)\(CallPath(call.path).description)"
  }
}
