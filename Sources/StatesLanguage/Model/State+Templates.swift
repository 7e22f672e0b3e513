extension State {
  /// The templates of all its fields, and where they stand, in the order of the text.
  package var templates: [(template: Template, path: [DefinitionPath.Step])] {
    var found: [(template: Template, path: [DefinitionPath.Step])] = []
    func add(_ template: Template?, _ path: DefinitionPath.Step...) {
      if let template { found.append((template, path)) }
    }
    for (name, template) in kindTemplates { add(template, .member(name)) }
    if case .choice(let choice) = kind {
      for (index, rule) in choice.rules.enumerated() {
        let steps: [DefinitionPath.Step] = [.member("Choices"), .element(index)]
        add(rule.condition, steps[0], steps[1], .member("Condition"))
        add(rule.assign, steps[0], steps[1], .member("Assign"))
        add(rule.output, steps[0], steps[1], .member("Output"))
      }
    }
    for (index, catcher) in catchers.enumerated() {
      add(catcher.assign, .member("Catch"), .element(index), .member("Assign"))
      add(catcher.output, .member("Catch"), .element(index), .member("Output"))
    }
    add(assign, .member("Assign"))
    add(output, .member("Output"))
    return found
  }

  /// The templates that only this kind of state has.
  private var kindTemplates: [(String, Template?)] {
    switch kind {
    case .task(let task):
      [
        ("Arguments", task.arguments), ("Credentials", task.credentials),
        ("TimeoutSeconds", task.timeoutSeconds), ("HeartbeatSeconds", task.heartbeatSeconds),
      ]
    case .wait(let wait):
      switch wait.duration {
      case .seconds(let seconds): [("Seconds", seconds)]
      case .timestamp(let timestamp): [("Timestamp", timestamp)]
      case nil: []
      }
    case .fail(let fail): [("Error", fail.error), ("Cause", fail.cause)]
    case .parallel(let parallel): [("Arguments", parallel.arguments)]
    case .map(let map): map.templates
    case .pass, .choice, .succeed: []
    }
  }
}

extension MapState {
  /// The templates of its own fields.
  fileprivate var templates: [(String, Template?)] {
    [
      ("Items", items), ("ItemReader", itemReader), ("ItemSelector", itemSelector),
      ("ItemBatcher", itemBatcher), ("MaxConcurrency", maxConcurrency),
      ("ToleratedFailureCount", toleratedFailureCount),
      ("ToleratedFailurePercentage", toleratedFailurePercentage), ("ResultWriter", resultWriter),
    ]
  }
}
