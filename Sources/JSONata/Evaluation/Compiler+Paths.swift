import JSON

extension Compiler {
  /// Compiles a path.
  func path(_ node: Node, _ context: Context) -> Code {
    let isPlain = !node.steps.contains(where: \.tuple)
    let code = isPlain ? plainPath(node, context) : tuplePath(node, context)
    guard let outline else { return code }
    return watchedPath(code, node, outline)
  }

  /// Compiles a path whose steps carry no tuples.
  private func plainPath(_ node: Node, _ context: Context) -> Code {
    var path = Path(
      steps: steps(node.steps[...], context),
      startsWithVariable: node.steps.first.map(\.isVariable) ?? false,
      keepsSingleton: node.keepSingletonArray, grouping: nil)
    if let group = node.group {
      path.grouping = grouping(group.pairs, at: group.location, context)
    }
    let compiled = path
    if let field = compiled.onlyField {
      return { run, frame, input throws(JSONataError) in
        guard case .object(let object) = input else { return try compiled.run(run, frame, input) }
        return field.value(in: object)
      }
    }
    return { run, frame, input throws(JSONataError) in try compiled.run(run, frame, input) }
  }

  /// Compiles the steps of a path without tuples, fields one after the other as one step.
  func steps(_ nodes: ArraySlice<Node>, _ context: Context) -> [Path.Step] {
    var steps: [Path.Step] = []
    var rest = nodes
    while let node = rest.first {
      let isFirst = rest.startIndex == 0
      let searches = node.isPlainDescendant
      let names = (searches ? rest.dropFirst() : rest).prefix(while: { $0.plainName != nil })
      let chain = FieldChain(names.compactMap(\.plainName).map { JSONField($0) })
      if chain.fields.isEmpty || outline != nil {
        steps.append(step(node, isFirst: isFirst, context))
        rest = rest.dropFirst()
      } else {
        let kind = searches ? Path.Step.Kind.descendants(chain) : .fields(chain)
        steps.append(Path.Step(kind: kind, filters: [], isCons: false))
        rest = rest[names.endIndex...]
      }
    }
    return steps
  }

  /// Compiles a step that carries no tuples.
  private func step(_ node: Node, isFirst: Bool, _ context: Context) -> Path.Step {
    let step = plainStep(node, isFirst: isFirst, context)
    return outline.map { watchedStep(step, node, $0) } ?? step
  }

  /// Compiles a step that carries no tuples and whose values are not noted.
  private func plainStep(_ node: Node, isFirst: Bool, _ context: Context) -> Path.Step {
    let stages = (node.stages ?? []).compactMap { stage in
      if case .filter(let predicate) = stage { return filter(predicate, context) }
      return nil
    }
    var inner = context
    if !isFirst { inner.repeats = true }
    let kind: Path.Step.Kind =
      switch node.kind {
      case .name(let name) where node.predicates == nil: .fields(FieldChain([JSONField(name)]))
      case .sort(let terms): .sort(sort(terms, at: node.location, context))
      default: .code(isFirst ? compile(node, inner.repeating) : entry(node, inner))
      }
    return Path.Step(kind: kind, filters: stages, isCons: isFirst && node.consArray)
  }
}

extension Compiler.Context {
  /// The context of a part that may run more than once.
  var repeating: Self {
    var context = self
    context.repeats = true
    return context
  }
}

extension Node {
  /// Whether the part is a variable.
  var isVariable: Bool {
    if case .variable = kind { return true }
    return false
  }

  /// The name of the field that the part reads, if it does nothing else.
  var plainName: String? {
    guard case .name(let name) = kind, hasNothingBehind else { return nil }
    return name
  }

  /// The name of the field that a path of one step reads, if it does nothing else.
  var plainPath: String? {
    guard case .path(let steps) = kind, steps.count == 1, predicates == nil, group == nil,
      !keepArray, !keepSingletonArray, !tuple
    else { return nil }
    return steps[0].plainName
  }

  /// Whether the part is `**` and nothing else.
  fileprivate var isPlainDescendant: Bool {
    if case .descendant = kind { return hasNothingBehind }
    return false
  }

  /// Whether neither predicates nor bindings nor a grouping follow.
  private var hasNothingBehind: Bool {
    (stages ?? []).isEmpty && predicates == nil && group == nil && !keepArray && !tuple
  }
}
