import JSON

extension StateMachineCheck {
  /// Texts that begin or end like an expression are whole ones.
  mutating func checkExpressions(of state: State, at path: DefinitionPath) {
    for (template, steps) in state.templates {
      checkBraces(template.json, at: DefinitionPath(steps: path.steps + steps))
    }
  }

  /// Every `{%` at the start of a text has its `%}` at the end.
  private mutating func checkBraces(_ json: JSONValue, at path: DefinitionPath) {
    switch json {
    case .string(let content):
      if Template.isUnbalanced(content.text) {
        add(
          .schema, "The JSONata expression must start with '{%' and end with '%}'", at: path)
      }
    case .array(let list):
      for (index, element) in list.elements.enumerated() {
        checkBraces(element, at: path.element(index))
      }
    case .object(let object):
      for (key, value) in object.members { checkBraces(value, at: path.member(key)) }
    default: break
    }
  }
}
