import JSON

extension StateMachineCheck {
  /// Variables have proper names, and none is assigned whose name an outer graph assigns.
  mutating func checkVariables(
    of state: State, at path: DefinitionPath, outer: [OuterScope]
  ) {
    for (assign, steps) in state.assigns {
      let path = DefinitionPath(steps: path.steps + steps)
      for key in assign.json.objectValue?.keys ?? [] {
        let name = machine.language(of: state) == .jsonPath ? key.withoutPathSuffix : key
        check(name, at: path.member(key), outer: outer)
      }
    }
  }

  /// Checks the variable `name`.
  private mutating func check(_ name: String, at path: DefinitionPath, outer: [OuterScope]) {
    if name == "states" {
      add(.reservedVariable, "Cannot assign to reserved variable '$states'.", at: path)
    } else if !VariableName.isValid(name) {
      let reason = "the variable name \(VariableName.mistake(in: name))"
      add(.invalidVariable, "Invalid variable name '\(name)': \(reason).", at: path)
    } else if outer.contains(where: { $0.assigns(name) }) {
      add(.schema, "The variable '\(name)' is already assigned in an outer scope", at: path)
    }
  }
}

/// The names of variables.
package enum VariableName {
  /// What is wrong with `name`, which is not valid.
  static func mistake(in name: String) -> String {
    name.count > 80 ? "exceeds the 80-character limit" : "contains invalid characters"
  }

  /// Whether `name` is an identifier of UAX #31 with at most 80 characters.
  package static func isValid(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, scalars.count <= StateMachineCheck.nameLimit else {
      return false
    }
    guard first.properties.isIDStart else { return false }
    return scalars.dropFirst().allSatisfy { $0.properties.isIDContinue }
  }
}

extension State {
  /// What it assigns: its own `Assign`, and those of its rules and catchers.
  package var assigns: [(template: Template, path: [DefinitionPath.Step])] {
    var assigns: [(template: Template, path: [DefinitionPath.Step])] = []
    if case .choice(let choice) = kind {
      for (index, rule) in choice.rules.enumerated() {
        guard let assign = rule.assign else { continue }
        assigns.append((assign, [.member("Choices"), .element(index), .member("Assign")]))
      }
    }
    for (index, catcher) in catchers.enumerated() {
      guard let assign = catcher.assign else { continue }
      assigns.append((assign, [.member("Catch"), .element(index), .member("Assign")]))
    }
    if let assign { assigns.append((assign, [.member("Assign")])) }
    return assigns
  }
}

extension State {
  /// How often the state itself assigns each variable.
  var assignments: [String: Int] {
    var counts: [String: Int] = [:]
    for (template, _) in assigns {
      for key in template.json.objectValue?.keys ?? [] {
        counts[key.withoutPathSuffix, default: 0] += 1
      }
    }
    return counts
  }
}

extension StateGraph {
  /// How often its own states assign each variable.
  var assignments: [String: Int] {
    states.reduce(into: [:]) { $0.merge($1.assignments, uniquingKeysWith: +) }
  }

  /// The variables that its own states assign.
  package var assignedVariables: Set<String> { Set(assignments.keys) }
}

/// A graph around another one, as the variables of the inner one see it.
struct OuterScope {
  /// How often the states of the graph assign each variable.
  let assigned: [String: Int]

  /// How often the state does in which the inner graph stands, which happens after it.
  let own: [String: Int]

  /// Whether a state before or beside the inner graph assigns the variable `name`.
  func assigns(_ name: String) -> Bool { (assigned[name] ?? 0) > (own[name] ?? 0) }
}

extension String {
  /// Whether it ends in the `.$` with which JSONPath marks values that are paths.
  package var hasPathSuffix: Bool { utf8.suffix(2).elementsEqual(".$".utf8) }

  /// The name without `.$` at its end.
  package var withoutPathSuffix: String { hasPathSuffix ? String(dropLast(2)) : self }
}
