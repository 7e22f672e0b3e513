import JSON

extension StateMachineCheck {
  /// A rule has one way to tell whether it holds, and compares with values of the right type.
  mutating func checkChoices(of state: State, at path: DefinitionPath) {
    guard case .choice(let choice) = state.kind else { return }
    for (index, rule) in choice.rules.enumerated() {
      let path = path.member("Choices").element(index)
      checkSelector(
        rule.comparison.keys + (rule.condition == nil ? [] : ["Condition"]), at: path)
      checkComparison(rule.comparison, at: path)
    }
  }

  /// Exactly one of `keys` tells what kind of rule it is.
  private mutating func checkSelector(_ keys: [String], at path: DefinitionPath) {
    let selectors = ["And", "Or", "Not", "Variable", "Condition"]
    guard keys.count(where: selectors.contains) != 1 else { return }
    let list = selectors.joined(separator: ", ")
    let message = "The object must have only one of the following fields, [\(list)]"
    add(.schema, message, at: path)
  }

  /// Checks the comparison of one rule and of those inside it.
  private mutating func checkComparison(_ rule: JSONObject, at path: DefinitionPath) {
    for name in ComparisonOperator.combining {
      guard let value = rule[name] else { continue }
      checkInner(value, isList: name != "Not", at: path.member(name))
    }
    guard rule["Variable"] != nil else { return }
    let operators = rule.keys.filter { $0 != "Variable" && $0 != "Comment" }
    if operators.count > 1 {
      refuse(.severalOf(operators, in: path))
    } else if operators.isEmpty {
      refuse(.noneOf(ComparisonOperator.names, in: path))
    }
    for name in operators {
      if let value = rule[name] { checkOperand(value, of: name, at: path.member(name)) }
    }
  }

  /// Checks the rules in a combining operator.
  private mutating func checkInner(_ value: JSONValue, isList: Bool, at path: DefinitionPath) {
    guard isList else { return checkInner(value, at: path) }
    guard let rules = value.arrayValue else { return refuse(.wrongType("Array", at: path)) }
    if rules.isEmpty { refuse(.empty(at: path)) }
    for (index, rule) in rules.enumerated() { checkInner(rule, at: path.element(index)) }
  }

  /// Checks a rule in a combining operator.
  private mutating func checkInner(_ value: JSONValue, at path: DefinitionPath) {
    guard let rule = value.objectValue else { return }
    checkSelector(rule.keys, at: path)
    checkComparison(rule, at: path)
  }

  /// The value with which an operator compares is of its type.
  private mutating func checkOperand(
    _ value: JSONValue, of name: String, at path: DefinitionPath
  ) {
    switch ComparisonOperator.operandType(of: name) {
    case "Boolean": if value.boolValue == nil { refuse(.wrongType("Boolean", at: path)) }
    case "Number": if value.doubleValue == nil { refuse(.wrongType("Number", at: path)) }
    case "Timestamp":
      guard let text = value.stringValue else { return refuse(.wrongType("String", at: path)) }
      if Timestamp(text) == nil { add(.schema, Self.noTimestamp, at: path) }
    default: if value.stringValue == nil { refuse(.wrongType("String", at: path)) }
    }
  }
}

extension ComparisonOperator {
  /// The type of the value with which the operator `name` compares.
  static func operandType(of name: String) -> String {
    if name.hasSuffix("Path") { return "String" }
    if name.hasPrefix("Is") || name.hasPrefix("Boolean") { return "Boolean" }
    if name.hasPrefix("Numeric") { return "Number" }
    return name.hasPrefix("Timestamp") ? "Timestamp" : "String"
  }
}
