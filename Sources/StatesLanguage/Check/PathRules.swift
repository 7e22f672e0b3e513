import JSON

extension StateMachineCheck {
  /// Paths are paths, those that name a place are reference paths, and members of payload templates
  /// whose names end in `.$` are paths or calls of intrinsic functions.
  mutating func checkPaths(of state: State, at path: DefinitionPath) {
    for (field, value) in state.jsonPath.members {
      check(field, value, at: path.member(field))
    }
    for (template, steps) in state.templates {
      checkPayload(template.json, at: DefinitionPath(steps: path.steps + steps))
    }
    for (index, catcher) in state.catchers.enumerated() {
      guard let value = catcher.jsonPath["ResultPath"] else { continue }
      checkPath(value, .reference, at: path.member("Catch").element(index).member("ResultPath"))
    }
    guard case .choice(let choice) = state.kind else { return }
    for (index, rule) in choice.rules.enumerated() {
      checkRule(rule.comparison, at: path.member("Choices").element(index))
    }
  }

  /// Which texts a field takes.
  private enum PathKind {
    /// Any path.
    case any
    /// Paths that name one place.
    case reference
    /// Paths, and calls of intrinsic functions.
    case expression
  }

  /// Checks a field of a state.
  private mutating func check(_ field: String, _ value: JSONValue, at path: DefinitionPath) {
    switch field {
    case "Parameters", "ResultSelector": checkPayload(value, at: path)
    case "InputPath", "OutputPath": checkPath(value, .any, at: path)
    case "ErrorPath", "CausePath": checkPath(value, .expression, at: path)
    default: checkPath(value, .reference, at: path)
    }
  }

  /// Checks the text of a field; null stands for no path.
  private mutating func checkPath(
    _ value: JSONValue, _ kind: PathKind, at path: DefinitionPath
  ) {
    if value.isNull { return }
    guard let text = value.stringValue else { return refuse(.wrongType("String", at: path)) }
    do throws(JSONPathSyntaxError) {
      switch kind {
      case .any: _ = try JSONPath(text)
      case .reference: _ = try ReferencePath(text)
      case .expression: _ = try PathExpression(text)
      }
    } catch {
      let name = kind == .reference ? "Reference Path" : "valid JSONPath"
      let reason = kind == .expression ? "" : ": \(error.message)"
      refuse(.schema("Value is not a \(name)\(reason)", at: path))
    }
  }

  /// Checks the members of a payload template.
  private mutating func checkPayload(_ json: JSONValue, at path: DefinitionPath) {
    switch json {
    case .array(let list):
      for (index, element) in list.elements.enumerated() {
        checkPayload(element, at: path.element(index))
      }
    case .object(let object):
      for (key, value) in object.members {
        let path = path.member(key)
        if !key.hasPathSuffix {
          checkPayload(value, at: path)
        } else if value.stringValue.flatMap({ try? PathExpression($0) }) == nil {
          refuse(.noExpression(key, at: path))
        }
      }
    default: break
    }
  }

  /// Checks the paths of a rule and of those inside it.
  private mutating func checkRule(_ rule: JSONObject, at path: DefinitionPath) {
    for (name, value) in rule.members {
      let path = path.member(name)
      switch value {
      case .array(let list):
        for (index, element) in list.elements.enumerated() {
          checkRule(element.objectValue ?? .empty, at: path.element(index))
        }
      case .object(let inner): checkRule(inner, at: path)
      default:
        guard name == "Variable" || name.hasSuffix("Path") else { continue }
        checkPath(value, .reference, at: path)
      }
    }
  }
}

extension DefinitionFinding {
  /// The member `name` of a payload template has no path and no call.
  fileprivate static func noExpression(
    _ name: String, at path: DefinitionPath
  ) -> DefinitionFinding {
    .schema(
      "The value for the field '\(name)' must be a valid JSONPath or a valid intrinsic function "
        + "call", at: path, place: .owner)
  }
}
