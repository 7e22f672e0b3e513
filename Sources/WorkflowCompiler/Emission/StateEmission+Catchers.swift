import StatesLanguage

extension StateEmission {
  /// What is done after errors.
  var catchers: [Catcher] {
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
