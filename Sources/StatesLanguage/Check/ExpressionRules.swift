import JSON
import JSONata

extension StateMachineCheck {
  /// Texts that begin or end like an expression are whole ones, and every expression is JSONata
  /// that reads only what its field may read.
  mutating func checkExpressions(of state: State, at path: DefinitionPath) {
    for (template, steps) in state.templates {
      let members = state.readableMembers(in: steps)
      check(template.json, at: DefinitionPath(steps: path.steps + steps), reading: members)
    }
  }

  /// Checks the texts in `json`, whose expressions may read `members` of `$states`.
  private mutating func check(
    _ json: JSONValue, at path: DefinitionPath, reading members: Set<String>
  ) {
    switch json {
    case .string(let content): check(text: content.text, at: path, reading: members)
    case .array(let list):
      for (index, element) in list.elements.enumerated() {
        check(element, at: path.element(index), reading: members)
      }
    case .object(let object):
      for (key, value) in object.members {
        check(value, at: path.member(key), reading: members)
      }
    default: break
    }
  }

  /// Checks one text.
  private mutating func check(
    text: String, at path: DefinitionPath, reading members: Set<String>
  ) {
    if Template.isUnbalanced(text) {
      add(.schema, "JSONata string must start with {% and end with %}", at: path)
    }
    guard let source = Template.expression(in: text) else { return }
    do throws(JSONataError) {
      check(try JSONataExpression(source, dialect: .aws), at: path, reading: members)
    } catch {
      add(.invalidExpression, error.message, at: path)
    }
  }

  /// Checks what an expression reads.
  private mutating func check(
    _ expression: JSONataExpression, at path: DefinitionPath, reading members: Set<String>
  ) {
    for name in expression.contextReferences {
      let place = name == "$$" ? "" : " at the top level"
      add(.unsupportedExpression, "Reference to '\(name)'\(place) is not supported.", at: path)
    }
    for variable in expression.freeVariables where variable.name == "states" {
      guard let member = variable.fields.first, !members.contains(member) else { continue }
      add(
        .unsupportedExpression, "Reference to '$states.\(member)' is not supported.", at: path)
    }
  }
}

extension State {
  /// The members of `$states` that the field at `path` of the state may read.
  fileprivate func readableMembers(in path: [DefinitionPath.Step]) -> Set<String> {
    var members: Set = ["input", "context"]
    switch path.first {
    case .member("Catch"): members.insert("errorOutput")
    case .member("Output"), .member("Assign"):
      if type.isCatching { members.insert("result") }
    default: break
    }
    return members
  }
}
