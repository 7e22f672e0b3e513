extension StateMachineCheck {
  /// The longest name of a state, and of a variable.
  static let nameLimit = 80

  /// A state's name is unique in the whole machine and not too long.
  mutating func checkName(of state: State, at path: DefinitionPath) {
    if !seenNames.insert(state.name).inserted {
      add(.duplicateName, "Duplicate State name: \(state.name)", at: path)
    }
    if state.name.utf16.count > Self.nameLimit {
      add(
        .invalidName,
        "State name '\(state.name)' exceeds the \(Self.nameLimit)-character limit allowed by the "
          + "service", at: path)
    }
  }
}
