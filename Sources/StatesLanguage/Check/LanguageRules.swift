import JSON

extension StateMachineCheck {
  /// A state has only the fields of its language.
  mutating func checkLanguage(of state: State, at path: DefinitionPath) {
    if machine.queryLanguage == .jsonata, state.queryLanguage == .jsonPath {
      let message =
        "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine"
      return refuse(.schema(message, at: path.member("QueryLanguage"), place: .owner))
    }
    let language = machine.language(of: state)
    refuse(state.json, fields: state.type.fields, unlike: language, at: path)
    for (index, catcher) in state.catchers.enumerated() {
      let path = path.member("Catch").element(index)
      refuse(catcher.json, fields: FieldTable.catcher, unlike: language, at: path)
    }
    if language == .jsonPath { refuseExpressions(in: state, at: path) }
    guard case .choice(let choice) = state.kind else { return }
    for (index, rule) in choice.rules.enumerated() {
      checkLanguage(of: rule, language, at: path.member("Choices").element(index))
    }
  }

  /// A rule has only the fields of its language, and a condition.
  private mutating func checkLanguage(
    of rule: ChoiceRule, _ language: QueryLanguage, at path: DefinitionPath
  ) {
    switch language {
    case .jsonata:
      for name in rule.comparison.keys { refuse(name, unlike: .jsonata, at: path) }
    case .jsonPath:
      if rule.condition != nil { refuse("Condition", unlike: .jsonPath, at: path) }
      if rule.output != nil { refuse("Output", unlike: .jsonPath, at: path) }
    }
  }

  /// Notes the members of `json` that the table of `fields` gives to the other language.
  private mutating func refuse(
    _ json: JSONValue, fields: [Field], unlike language: QueryLanguage, at path: DefinitionPath
  ) {
    for field in fields where field.language != nil && field.language != language {
      if json[field.name] != nil { refuse(field.name, unlike: language, at: path) }
    }
  }

  /// Notes a field of the other language.
  private mutating func refuse(
    _ field: String, unlike language: QueryLanguage, at path: DefinitionPath
  ) {
    let other: QueryLanguage = language == .jsonata ? .jsonPath : .jsonata
    let message =
      "The QueryLanguage is set to '\(language.rawValue)', but field '\(field)' is only "
      + "supported for the '\(other.rawValue)' QueryLanguage"
    refuse(.schema(message, at: path.member(field), place: .owner))
  }

  /// Numbers of a JSONPath state are no expressions.
  private mutating func refuseExpressions(in state: State, at path: DefinitionPath) {
    let fields = ["TimeoutSeconds", "HeartbeatSeconds", "Seconds", "MaxConcurrency"]
    let counts = ["ToleratedFailureCount", "ToleratedFailurePercentage"]
    for (template, steps) in state.templates where template.expression != nil {
      guard case .member(let name) = steps.first, (fields + counts).contains(name) else { continue }
      let type = name == "ToleratedFailurePercentage" ? "Number" : "Integer"
      refuse(.wrongType(type, at: path.member(name)))
    }
  }
}
