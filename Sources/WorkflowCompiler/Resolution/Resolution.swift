import Diagnostics
import SessionLanguage

/// Gives each step its id, and each call its route and payload.
struct Resolution {
  /// What resolves calls.
  let calls: CallLowering

  /// What is wrong.
  var diagnostics = DiagnosticSet()

  /// The workflow with its calls resolved.
  mutating func resolve(_ workflow: WorkflowDeclaration) -> ResolvedWorkflow {
    checkHead(of: workflow)
    let body = resolve(workflow.body, path: "")
    let handler = workflow.catch.map { resolve($0, path: "catch/") }
    return ResolvedWorkflow(declaration: workflow, body: body, catch: handler)
  }

  /// The steps of a body whose ids start with `path`.
  private mutating func resolve(
    _ steps: [Step], yield: Expression? = nil, path: String
  ) -> ResolvedBody {
    var resolved: [ResolvedStep] = []
    var ids: Set<String> = []
    for (index, step) in steps.enumerated() {
      let id = path + (step.name?.text ?? "#\(index + 1)")
      let isNew = ids.insert(id).inserted
      resolved.append(resolve(step, id: isNew ? id : "\(path)#\(index + 1)"))
    }
    return ResolvedBody(steps: resolved, yield: yield)
  }

  /// One step.
  private mutating func resolve(_ step: Step, id: String) -> ResolvedStep {
    let kind = resolve(step.kind, id: id)
    var resolved = ResolvedStep(id: id, name: step.name, kind: kind, range: step.range)
    if let name = step.name { checkLength(of: name) }
    for clause in step.clauses { apply(clause, to: &resolved) }
    checkOrder(of: resolved)
    return resolved
  }

  /// What a step does.
  private mutating func resolve(_ kind: Step.Kind, id: String) -> ResolvedStep.Kind {
    switch kind {
    case .call(let call): return .call(resolve(call))
    case .value(let expression): return .value(expression)
    case .wait(let wait): return .wait(wait)
    case .conditional(let branches): return .conditional(resolve(branches, id: id))
    case .map(let map):
      checkLength(of: map.item)
      return .map(map, resolve(map.body, yield: map.yield, path: "\(id)/"))
    case .parallel(let branches): return .parallel(resolve(branches, id: id))
    case .fail(let error, let cause): return .fail(error: error, cause: cause)
    case .return(let value): return .return(value)
    }
  }

  /// A call.
  private mutating func resolve(_ call: Call) -> ResolvedCall {
    let resolved = calls.lower(call)
    diagnostics.formUnion(resolved.diagnostics)
    if let file = call.destination { diagnostics.insert(.destinationInWorkflow(file)) }
    return resolved
  }

  /// The branches of a conditional.
  private mutating func resolve(
    _ branches: [ConditionalBranch], id: String
  ) -> [ResolvedConditional] {
    branches.enumerated().map { index, branch in
      let word = branch.condition == nil ? "else" : index == 0 ? "then" : "then\(index + 1)"
      let body = resolve(branch.body, path: "\(id)/\(word)/")
      return ResolvedConditional(condition: branch.condition, body: body, range: branch.range)
    }
  }

  /// The branches of a `parallel` block.
  private mutating func resolve(_ branches: [ParallelBranch], id: String) -> [ResolvedBranch] {
    var names: Set<String> = []
    return branches.map { branch in
      if !names.insert(branch.name.text).inserted {
        diagnostics.insert(.repeatedBranch(branch.name))
      }
      let path = "\(id)/\(branch.name)/"
      return ResolvedBranch(
        name: branch.name, body: resolve(branch.body, yield: branch.yield, path: path))
    }
  }

  /// A handler of errors whose steps' ids start with `path`.
  private mutating func resolve(_ clause: CatchClause, path: String) -> ResolvedCatch {
    ResolvedCatch(
      errors: clause.errors, body: resolve(clause.body, path: path), range: clause.range)
  }

  /// Adds what `clause` says to `step`.
  private mutating func apply(_ clause: Clause, to step: inout ResolvedStep) {
    guard step.kind.takes(clause) else {
      return diagnostics.insert(.misplacedClause(clause, on: step.kind.words))
    }
    switch clause.kind {
    case .retry(let retry): step.retries.append(retry)
    case .catch(let handler):
      let number = step.catches.isEmpty ? "" : "\(step.catches.count + 1)"
      step.catches.append(resolve(handler, path: "\(step.id)/catch\(number)/"))
    case .timeout(let span): step.timeout = span.seconds
    case .heartbeat(let span): step.heartbeat = span.seconds
    case .label(let text):
      if text.unicodeScalars.count > Limits.nameLength {
        diagnostics.insert(.longLabel(text, at: clause.range))
      }
      step.label = text
    }
  }
}

extension ResolvedStep.Kind {
  /// Whether `clause` can be said of such a step.
  fileprivate func takes(_ clause: Clause) -> Bool {
    switch (clause.kind, self) {
    case (.label, _), (_, .call), (.retry, .map), (.retry, .parallel), (.catch, .map),
      (.catch, .parallel):
      true
    default: false
    }
  }

  /// What such a step is called in messages.
  var words: String {
    switch self {
    case .call: "a call"
    case .value: "a value"
    case .wait: "a wait"
    case .conditional: "an if"
    case .map: "a for"
    case .parallel: "a parallel"
    case .fail: "a fail"
    case .return: "a return"
    }
  }
}
