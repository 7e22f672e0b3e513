import JSON
import StatesLanguage

extension FieldCompiler {
  /// Compiles a rule of a Choice state, whose members are `members`, at `path`.
  mutating func comparison(_ members: JSONObject, at path: DefinitionPath) -> ComparisonCode {
    for (name, value) in members.members {
      let path = path.member(name)
      switch name {
      case "And": return .all(comparisons(value, at: path))
      case "Or": return .any(comparisons(value, at: path))
      case "Not": return .not(comparison(value.objectValue ?? .empty, at: path))
      default: continue
      }
    }
    let variable = self.path(members["Variable"], at: path.member("Variable"))
    for (name, value) in members.members where name != "Variable" && name != "Comment" {
      guard let variable else { break }
      if let code = comparison(of: variable, name, value, at: path.member(name)) { return code }
    }
    if variable != nil { refuse("The rule has no comparison", at: path) }
    return .any([])
  }

  /// Compiles the rules in a list.
  private mutating func comparisons(
    _ list: JSONValue, at path: DefinitionPath
  ) -> [ComparisonCode] {
    (list.arrayValue ?? []).enumerated().map { index, rule in
      comparison(rule.objectValue ?? .empty, at: path.element(index))
    }
  }

  /// Compiles what the operator `name` says of `variable`; nil if there is no such operator.
  private mutating func comparison(
    of variable: PathCode, _ name: String, _ operand: JSONValue, at path: DefinitionPath
  ) -> ComparisonCode? {
    if name == "IsPresent" { return .presence(variable, operand.boolValue ?? true) }
    if name == "StringMatches" {
      return .pattern(variable, TextPattern(operand.stringValue ?? ""))
    }
    if let kind = ComparisonCode.Kind(rawValue: name) {
      return .kind(variable, kind, operand.boolValue ?? true)
    }
    guard
      let type = ComparisonCode.ComparableType.allCases.first(where: {
        name.hasPrefix($0.rawValue)
      })
    else { return nil }
    let isPath = name.hasSuffix("Path")
    let word = name.dropFirst(type.rawValue.count).dropLast(isPath ? 4 : 0)
    guard let relation = ComparisonCode.Relation(rawValue: String(word)) else { return nil }
    if isPath {
      guard let code = self.path(operand, at: path) else { return .any([]) }
      return .comparison(variable, relation, .path(code, type))
    }
    guard let constant = type.comparable(operand) else {
      refuse("The operand of '\(name)' is of the wrong type", at: path)
      return .any([])
    }
    return .comparison(variable, relation, .constant(constant))
  }
}
