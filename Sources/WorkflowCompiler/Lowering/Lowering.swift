import SessionLanguage
import StatesLanguage

/// Makes states of steps.
struct Lowering {
  /// What surrounds a step.
  struct Surroundings {
    /// The number of scopes around it.
    var scopeDepth = 0

    /// The number of catches around it.
    var catchDepth = 0

    /// The variable of the caught error.
    var errorVariable = "error"

    /// Whether this scope has a variable for a caught error.
    var hasError = false

    /// Whether a scope around this one has a variable for a caught error.
    var hasOuterError = false

    /// The workflow's own handler.
    var handlers: [DraftState.Handler] = []
  }

  /// States and where they are entered.
  struct Fragment {
    /// Where control goes first.
    var entry: DraftState.Target

    /// The states.
    var states: [DraftState] = []
  }

  /// Whether each step can be run alone.
  let isOpen: Bool

  /// The first state of each step, by the step's id.
  private(set) var entries: [String: DraftState.Target] = [:]

  /// The number of states so far.
  private var count = 0

  /// The state of the current graph that only ends it, if there is one.
  private var end: DraftState?

  /// Creates a lowering.
  init(isOpen: Bool) {
    self.isOpen = isOpen
  }

  /// The graph of `workflow`.
  mutating func lower(_ workflow: ResolvedWorkflow) -> DraftGraph {
    var place = Surroundings(hasError: workflow.hasCatchReadingError)
    var last: [DraftState] = []
    if let handler = workflow.catch {
      let fragment = lower(handler, next: .end, step: "catch", place)
      place.handlers = [fragment.handler]
      last = fragment.states
    }
    let fragment = lower(workflow.body, next: .end, place, step: "#1")
    return graph(of: fragment, step: "#1", adding: last).withoutUnreachable
  }

  /// The graph of a body with a scope of its own.
  mutating func lowerInner(
    _ body: ResolvedBody, step: String, item: String?, _ place: Surroundings
  ) -> DraftGraph {
    let outerEnd = end
    end = nil
    defer { end = outerEnd }
    var inside = place
    inside.scopeDepth += 1
    inside.handlers = []
    inside.hasOuterError = place.hasOuterError || place.hasError
    inside.hasError = body.hasCatchReadingError
    let fragment = lower(body, next: .end, inside, step: step)
    var graph = graph(of: fragment, step: step, adding: [])
    graph.item = item
    return graph
  }

  /// The states of a body after which control goes to `next`.
  mutating func lower(
    _ body: ResolvedBody, next: DraftState.Target, _ place: Surroundings, step: String
  ) -> Fragment {
    var fragment = Fragment(entry: next)
    if let yield = body.yield {
      var state = newState(step, .return, label: "yield \(yield.source)", name: "yield", .succeed)
      state.output = formula(yield, place)
      fragment = Fragment(entry: .state(state.id), states: [state])
    }
    for step in body.steps.reversed() {
      let part = lower(step, next: fragment.entry, place)
      entries[step.id] = part.entry
      fragment = Fragment(entry: part.entry, states: part.states + fragment.states)
    }
    return fragment
  }

  /// A new state of the step `step`.
  mutating func newState(
    _ step: String, _ role: StateRole, label: String, name: String, _ kind: DraftState.Kind
  ) -> DraftState {
    DraftState(
      id: newID(), step: step, role: role, label: label, preferredName: name, kind: kind)
  }

  /// A number that no state has yet.
  mutating func newID() -> Int {
    count += 1
    return count
  }

  /// The state to go to for `target`, one that only ends the graph if need be.
  mutating func state(for target: DraftState.Target, step: String) -> Int {
    if case .state(let id) = target { return id }
    let state = end ?? newState(step, .end, label: "end", name: "end", .succeed)
    end = state
    return state.id
  }

  /// What `expression` is inside of `place`, where the caught error may have another name.
  func formula(_ expression: Expression, _ place: Surroundings) -> Formula {
    adapted(expression.formula, place)
  }

  /// `formula` as it reads the caught error inside of `place`.
  func adapted(_ formula: Formula, _ place: Surroundings) -> Formula {
    guard place.errorVariable != "error" else { return formula }
    let name = place.errorVariable
    return formula.binding("error", to: Formula("$\(name)", reads: [name]))
  }

  /// The graph of `fragment`, with the state that only ends it, and at least one state.
  private mutating func graph(
    of fragment: Fragment, step: String, adding last: [DraftState]
  ) -> DraftGraph {
    var states = fragment.states + last
    if case .state(let start) = fragment.entry {
      if let end { states.append(end) }
      return DraftGraph(start: start, states: states)
    }
    let state = newState(step, .value, label: "", name: "pass", .pass)
    states.insert(state, at: 0)
    return DraftGraph(start: state.id, states: states)
  }
}
