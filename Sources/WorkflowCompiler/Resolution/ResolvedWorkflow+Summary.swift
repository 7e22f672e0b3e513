import SessionLanguage

extension ResolvedWorkflow {
  /// All steps, outer ones before those inside of them.
  var allSteps: [ResolvedStep] { body.allSteps + (`catch`?.body.allSteps ?? []) }

  /// The variables that are assigned outside of all blocks.
  var names: Set<String> { body.names.union(`catch`?.body.names ?? []) }

  /// The names of the services that it calls, in alphabetical order.
  var services: [String] {
    Set(allSteps.compactMap(\.call?.service)).sorted()
  }

  /// The outermost steps that each outermost step depends on.
  var dependencies: [String: Set<String>] {
    var owners: [String: Set<String>] = [:]
    for step in body.steps {
      for name in step.assignedNames { owners[name, default: []].insert(step.id) }
    }
    var dependencies: [String: Set<String>] = [:]
    for step in body.steps {
      let read = step.reads.reduce(into: Set<String>()) { $0.formUnion(owners[$1] ?? []) }
      dependencies[step.id] = read.subtracting([step.id])
    }
    return dependencies
  }

  /// Whether all its expressions could be read; those that could not have been reported.
  var isWhole: Bool {
    allSteps.allSatisfy { step in step.expressions.allSatisfy { $0.compiled != nil } }
      && body.yields.allSatisfy { $0.compiled != nil }
      && (`catch`?.body.yields ?? []).allSatisfy { $0.compiled != nil }
  }
}

extension ResolvedBody {
  /// All steps, outer ones before those inside of them.
  var allSteps: [ResolvedStep] {
    steps.flatMap { [$0] + ($0.ownBodies + $0.innerBodies).flatMap(\.allSteps) }
  }

  /// What all blocks in it yield.
  var yields: [Expression] {
    [yield].compactMap(\.self)
      + steps.flatMap { ($0.ownBodies + $0.innerBodies).flatMap(\.yields) }
  }
}

extension ResolvedStep {
  /// The call, if it is one.
  var call: ResolvedCall? {
    guard case .call(let call) = kind else { return nil }
    return call
  }

  /// The variables that it and the steps inside of it assign in its scope.
  var assignedNames: Set<String> {
    ownBodies.reduce(into: Set([name?.text].compactMap(\.self))) { $0.formUnion($1.names) }
  }
}
