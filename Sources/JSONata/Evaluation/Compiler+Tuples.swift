import JSON

extension Compiler {
  /// Compiles a path whose steps carry tuples.
  func tuplePath(_ node: Node, _ context: Context) -> Code {
    let steps = node.steps
    var first = steps.firstIndex(where: \.tuple) ?? 0
    if first == 0, steps[0].consArray { first = 1 }
    let scope = tupleScope(of: steps, in: context.scope)
    let tupleCount = scope.layout.count
    tupleScopes[node] = scope
    for step in steps[first...] {
      for name in step.boundNames { scope.declare(name) }
    }
    let plain = self.steps(steps[..<first], context)
    var inner = context.repeating
    inner.scope = scope
    let tupleSteps = steps[first...].enumerated().map { index, step in
      tupleStep(step, isFirst: index == 0 && first == 0, inner)
    }
    var path = TuplePath(
      steps: plain, tupleSteps: tupleSteps, layout: scope.layout, tupleCount: tupleCount,
      startsWithVariable: steps.first.map(\.isVariable) ?? false,
      keepsSingleton: node.keepSingletonArray, givesTuples: node.tuple, grouping: nil)
    if let group = node.group {
      inner.tupleLayout = scope.layout
      path.grouping = grouping(group.pairs, at: group.location, inner)
    }
    let compiled = path
    return { run, frame, input throws(JSONataError) in try compiled.run(run, frame, input) }
  }

  /// The scope of the variables that the steps bind.
  private func tupleScope(of steps: [Node], in outer: Scope) -> Scope {
    let scope = Scope(parent: outer, layout: FrameLayout())
    for step in steps {
      for name in exportedNames(of: step) { scope.declare(name) }
    }
    return scope
  }

  /// The names that a step binds for the steps after it.
  private func exportedNames(of step: Node) -> [String] {
    var names = [step.focus, step.index, step.ancestor?.label].compactMap(\.self)
    for case .index(let name) in step.stages ?? [] { names.append(name) }
    return names + innerNames(of: step)
  }

  /// The names that the tuples bind which `node` itself gives.
  private func innerNames(of node: Node) -> [String] {
    guard node.tuple else { return [] }
    switch node.kind {
    case .path(let steps): return steps.flatMap { exportedNames(of: $0) }
    case .block(let items): return items.last.map { innerNames(of: $0) } ?? []
    default: return []
    }
  }

  /// Compiles a step.
  private func tupleStep(_ node: Node, isFirst: Bool, _ context: Context) -> TuplePath.Step {
    let kind: Path.Step.Kind =
      if case .sort(let terms) = node.kind {
        .sort(sort(terms, at: node.location, context))
      } else {
        .code(isFirst ? compile(node, context) : entry(node, context))
      }
    let stages = (node.stages ?? []).map { stage -> TuplePath.Stage in
      switch stage {
      case .filter(let predicate): .filter(filter(predicate, context))
      case .index(let name): .index(context.scope.declare(name))
      }
    }
    return TuplePath.Step(
      kind: kind, stages: stages, focus: node.focus.map { context.scope.declare($0) },
      index: node.index.map { context.scope.declare($0) },
      ancestor: node.ancestor.map { context.scope.declare($0.label) },
      inner: innerSlots(of: node, context.scope))
  }

  /// Which slots of the tuples that `node` gives go to which slots of `scope`.
  private func innerSlots(of node: Node, _ scope: Scope) -> [TuplePath.SlotPair] {
    guard let inner = tupleScope(of: node) else { return [] }
    return innerNames(of: node).map {
      TuplePath.SlotPair(from: inner.declare($0), to: scope.declare($0))
    }
  }
}
