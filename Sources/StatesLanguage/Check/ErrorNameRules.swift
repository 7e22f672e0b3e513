extension StateMachineCheck {
  /// `States.ALL` stands alone and last.
  mutating func checkErrorNames(of state: State, at path: DefinitionPath) {
    check(state.retriers.map(\.errors), at: path.member("Retry"))
    check(state.catchers.map(\.errors), at: path.member("Catch"))
  }

  /// Checks the lists of names of all entries.
  private mutating func check(_ entries: [[String]], at path: DefinitionPath) {
    for (index, errors) in entries.enumerated() where errors.contains(ErrorName.all) {
      guard errors.count > 1 || index != entries.count - 1 else { continue }
      add(
        .schema, "States.ALL must appear alone and at end of list",
        at: path.element(index).member("ErrorEquals"))
    }
  }
}
