import JSON

extension StateMachineCheck {
  /// Variables have proper names, and none is assigned whose name an outer graph assigns.
  mutating func checkVariables(
    of state: State, at path: DefinitionPath, outer: Set<String>
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
  private mutating func check(_ name: String, at path: DefinitionPath, outer: Set<String>) {
    if name == "states" {
      add(.reservedVariable, "Cannot assign to reserved variable '$states'.", at: path)
    } else if !VariableName.isValid(name) {
      let reason = "the variable name \(VariableName.mistake(in: name))"
      add(.invalidVariable, "Invalid variable name '\(name)': \(reason).", at: path)
    } else if outer.contains(name) {
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

extension StateGraph {
  /// The variables that its own states assign.
  package var assignedVariables: Set<String> {
    var names: Set<String> = []
    for state in states {
      for (template, _) in state.assigns {
        names.formUnion((template.json.objectValue?.keys ?? []).map(\.withoutPathSuffix))
      }
    }
    return names
  }
}

extension String {
  /// The name without the `.$` with which JSONPath marks values that are paths.
  var withoutPathSuffix: String { hasSuffix(".$") ? String(dropLast(2)) : self }
}
