import StatesExecution
import StatesLanguage

extension TestStateRun {
  /// The stay in the innermost state around the tested one that deals with `error`; nil if none
  /// does.
  func handler(of error: StateError) throws(RequestRefusal) -> StateVisit? {
    for ancestor in subject.ancestors.reversed() {
      let visit = try visit(of: ancestor, failingWith: error)
      if visit?.retrier != nil || visit?.output != nil { return visit }
    }
    return nil
  }

  /// The stay in a state with the retriers and catchers of `ancestor` of which a branch fails with
  /// `error`.
  private func visit(
    of ancestor: State, failingWith error: StateError
  ) throws(RequestRefusal) -> StateVisit? {
    let branch = StateGraph(startAt: "Branch", states: [State(name: "Branch", kind: .succeed)])
    let state = State(
      name: ancestor.name, queryLanguage: ancestor.queryLanguage,
      kind: .parallel(
        ParallelState(
          branches: [branch], retriers: ancestor.retriers, catchers: ancestor.catchers)),
      transition: .end)
    let targets = Set(state.targets).subtracting([state.name]).sorted()
    let machine = StateMachine(
      queryLanguage: subject.machine.queryLanguage, startAt: state.name,
      states: [state] + targets.map { State(name: $0, kind: .succeed) })
    var execution = try execution(of: machine, mock: MockedJoin(result: .failure(error)))
    _ = execution.start(variables: variables)
    return execution.visits.first
  }
}
