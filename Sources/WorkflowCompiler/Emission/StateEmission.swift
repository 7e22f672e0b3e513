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
  func bound(_ formula: Formula) -> Formula {
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
  func entryMembers(_ names: Set<String>) -> [TemplateDraft.Member] {
    set.filter { names.contains($0.name) }.map { .init($0.name, .formula($0.value)) }
  }

  /// The same as a field.
  func entryVariables(_ names: Set<String>) -> Template? {
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
}
