extension StateMachineCheck {
  /// `States.ALL` stands alone and last; names that begin with `States.` are the language's.
  mutating func checkErrorNames(of state: State, at path: DefinitionPath) {
    check(state.retriers.map(\.errors), at: path.member("Retry"))
    check(state.catchers.map(\.errors), at: path.member("Catch"))
  }

  /// Checks the lists of names of all entries.
  private mutating func check(_ entries: [[String]], at path: DefinitionPath) {
    for (index, errors) in entries.enumerated() where errors.contains(ErrorName.all) {
      let path = path.element(index).member("ErrorEquals")
      if errors.count > 1 {
        add(.schema, "'States.ALL' must appear alone in 'ErrorEquals'", at: path)
      }
      if index != entries.count - 1 {
        add(.schema, "'States.ALL' must be in the last entry", at: path)
      }
    }
  }
}
