import Diagnostics
import JSONata
import SessionLanguage

/// Checks that every variable has a value where it is read, and that every step can be reached.
struct ScopeCheck {
  /// What surrounds a place.
  struct Surroundings {
    /// The variables that the scopes around this one assign anywhere.
    var outerNames: Set<String> = []

    /// The variables that this scope assigns anywhere.
    var names: Set<String> = []

    /// Whether the place is in a `for` or a `branch`.
    var isInner = false

    /// Whether the place is in a `catch`.
    var isInCatch = false

    /// Whether the workflow's own `catch` takes errors that happen here.
    var isCovered = false
  }

  /// What is wrong.
  var diagnostics = DiagnosticSet()

  /// All names of the workflow, whatever their scopes.
  private var allNames: Set<String> = []

  /// Where each variable of the scope is assigned first.
  private var firstRanges: [String: SourceRange] = [:]

  /// What is known wherever the workflow's own `catch` may be entered from.
  private var failing: Flow = .unreachable

  /// Checks `workflow`.
  mutating func check(_ workflow: ResolvedWorkflow) {
    allNames = workflow.body.allNames.union(workflow.catch?.body.allNames ?? [])
    let names = workflow.body.names.union(workflow.catch?.body.names ?? [])
    var place = Surroundings(names: names, isCovered: workflow.catch != nil)
    _ = check(workflow.body, Flow(), place)
    guard let handler = workflow.catch else { return }
    guard failing.isReachable else {
      return diagnostics.insert(.catchWithoutStep(at: handler.range))
    }
    place.isInCatch = true
    place.isCovered = false
    _ = check(handler.body, failing, place)
  }

  /// Checks the steps of a body that is entered with `flow`, and returns what is known after them.
  private mutating func check(_ body: ResolvedBody, _ flow: Flow, _ place: Surroundings) -> Flow {
    var flow = flow
    for step in body.steps {
      if !flow.isReachable {
        diagnostics.insert(.unreachable(at: step.range))
        flow = Flow(definite: place.names, possible: [])
      }
      flow = check(step, flow, place)
    }
    if let yield = body.yield {
      if !flow.isReachable { diagnostics.insert(.unreachable(at: yield.range)) }
      check(yield, flow.isReachable ? flow : Flow(definite: allNames), place)
    }
    return flow
  }

  /// Checks one step, and returns what is known after it.
  private mutating func check(
    _ step: ResolvedStep, _ flow: Flow, _ place: Surroundings
  ) -> Flow {
    if let name = step.name { checkDefinition(of: name, flow, place) }
    if place.isCovered, step.catches.isEmpty, step.kind.canFail { failing = failing.joining(flow) }
    var after = checkKind(of: step, flow, place).assigning(step.name?.text)
    var inside = place
    inside.isInCatch = true
    for handler in step.catches {
      after = after.joining(check(handler.body, flow, inside))
    }
    return after
  }

  /// Checks what a step does, and returns what is known after it.
  private mutating func checkKind(
    of step: ResolvedStep, _ flow: Flow, _ place: Surroundings
  ) -> Flow {
    switch step.kind {
    case .call(let call):
      for expression in call.expressions { check(expression, flow, place) }
      if let reshape = call.call.reshape { check(reshape, flow, place, hasContext: true) }
    case .value(let expression): check(expression, flow, place)
    case .wait(.until(let expression)): check(expression, flow, place)
    case .wait(.duration): break
    case .conditional(let branches): return check(branches, flow, place)
    case .map(let map, let body):
      check(map.items, flow, place)
      checkInner(body, flow, place, item: map.item)
    case .parallel(let branches):
      for branch in branches { checkInner(branch.body, flow, place, item: nil) }
    case .fail(let error, let cause):
      for expression in error.expressions + (cause?.expressions ?? []) {
        check(expression, flow, place)
      }
      return .unreachable
    case .return(let value):
      if place.isInner { diagnostics.insert(.returnInsideBlock(at: step.range)) }
      if let value { check(value, flow, place) }
      return .unreachable
    }
    return flow
  }

  /// Checks the branches of a conditional, and returns what is known after it.
  private mutating func check(
    _ branches: [ResolvedConditional], _ flow: Flow, _ place: Surroundings
  ) -> Flow {
    var after = branches.contains { $0.condition == nil } ? Flow.unreachable : flow
    for branch in branches {
      if let condition = branch.condition { check(condition, flow, place) }
      after = after.joining(check(branch.body, flow, place))
    }
    return after
  }

  /// Checks a body that has its own scope.
  private mutating func checkInner(
    _ body: ResolvedBody, _ flow: Flow, _ place: Surroundings, item: Name?
  ) {
    let outerRanges = firstRanges
    var inside = Surroundings(isInner: true, isInCatch: place.isInCatch)
    inside.outerNames = place.outerNames.union(place.names)
    inside.names = body.names
    if let item { checkDefinition(of: item, Flow(), inside) }
    _ = check(body, flow.assigning(item?.text), inside)
    firstRanges = outerRanges
  }

  /// Checks that `name` may be assigned.
  private mutating func checkDefinition(of name: Name, _ flow: Flow, _ place: Surroundings) {
    if place.outerNames.contains(name.text) {
      diagnostics.insert(.shadowedName(name))
    } else if flow.possible.contains(name.text) {
      diagnostics.insert(.repeatedName(name, first: firstRanges[name.text]))
    }
    if firstRanges[name.text] == nil { firstRanges[name.text] = name.range }
  }

  /// Checks the variables that `expression` reads.
  private mutating func check(
    _ expression: Expression, _ flow: Flow, _ place: Surroundings, hasContext: Bool = false
  ) {
    guard let compiled = expression.compiled else { return }
    if !hasContext, compiled.readsContext {
      diagnostics.insert(.contextInStep(expression))
    }
    check(machineFieldsIn: compiled, at: expression.range, hasResult: hasContext)
    var seen: Set<String> = []
    for variable in compiled.freeVariables where seen.insert(variable.name).inserted {
      let range = SourceRange(variable.range).shifted(by: expression.range.lowerBound)
      check(variable: variable.name, at: range, flow, place)
    }
  }

  /// Checks that `$states` is not asked for what is not there: the result of a call is there only
  /// where it is reshaped, and the output of an error is `$error`.
  private mutating func check(
    machineFieldsIn compiled: JSONataExpression, at place: SourceRange, hasResult: Bool
  ) {
    for variable in compiled.freeVariables where variable.name == "states" {
      guard let field = variable.fields.first, field == "errorOutput" || field == "result",
        !(field == "result" && hasResult)
      else { continue }
      let range = SourceRange(variable.range).shifted(by: place.lowerBound)
      diagnostics.insert(.missingMachineField(field, at: range))
    }
  }

  /// Checks one variable that an expression reads.
  private mutating func check(
    variable name: String, at range: SourceRange, _ flow: Flow, _ place: Surroundings
  ) {
    guard !flow.definite.contains(name), name != "input", name != "states" else { return }
    if name == "error" {
      if !place.isInCatch { diagnostics.insert(.errorOutsideCatch(at: range)) }
    } else if name == "response" || name.isPromptResult {
      diagnostics.insert(.promptVariable(name, at: range))
    } else if flow.possible.contains(name) {
      diagnostics.insert(.maybeUnassigned(name, at: range))
    } else if place.names.contains(name) {
      diagnostics.insert(.unassignedYet(name, at: range))
    } else if allNames.contains(name) {
      diagnostics.insert(.outOfScope(name, at: range))
    } else {
      let known = flow.definite.sorted() + ["input"] + JSONataBuiltins.names
      diagnostics.insert(.unknownVariable(name, at: range, among: known))
    }
  }
}

extension String {
  /// Whether it is the name of a result at the prompt: `_`, `_1`….
  fileprivate var isPromptResult: Bool { hasPrefix("_") && dropFirst().allSatisfy(\.isNumber) }
}
