import SessionLanguage

extension ResolvedBody {
  /// The variables that the body assigns in its own scope.
  var names: Set<String> {
    var names: Set<String> = []
    visitSteps(\.ownBodies) { if let name = $0.name { names.insert(name.text) } }
    return names
  }

  /// The variables that the body assigns in any scope, and those of elements.
  var allNames: Set<String> {
    var names: Set<String> = []
    visitSteps({ $0.ownBodies + $0.innerBodies }) { step in
      if let name = step.name { names.insert(name.text) }
      if case .map(let map, _) = step.kind { names.insert(map.item.text) }
    }
    return names
  }

  /// Calls `visit` with each step, and with those inside of what `bodies` gives.
  private func visitSteps(
    _ bodies: (ResolvedStep) -> [ResolvedBody], _ visit: (ResolvedStep) -> Void
  ) {
    for step in steps {
      visit(step)
      for body in bodies(step) { body.visitSteps(bodies, visit) }
    }
  }
}

extension ResolvedStep {
  /// The bodies inside of the step that share its scope.
  var ownBodies: [ResolvedBody] {
    let handlers = catches.map(\.body)
    guard case .conditional(let branches) = kind else { return handlers }
    return branches.map(\.body) + handlers
  }

  /// The bodies inside of the step that have scopes of their own.
  var innerBodies: [ResolvedBody] {
    switch kind {
    case .map(_, let body): [body]
    case .parallel(let branches): branches.map(\.body)
    default: []
    }
  }
}

extension ResolvedStep.Kind {
  /// Whether errors of such a step can be caught.
  var canFail: Bool {
    switch self {
    case .call, .map, .parallel: true
    default: false
    }
  }
}
