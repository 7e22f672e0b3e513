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
    return direct(path, node, context)
  }

  /// The code of `path`, which is `node`: fields of one object are read without further ado.
  private func direct(_ path: Path, _ node: Node, _ context: Context) -> Code {
    let general: Code = { run, frame, input throws(JSONataError) in
      try path.run(run, frame, input)
    }
    guard path.grouping == nil, !path.keepsSingleton, let last = path.steps.last,
      last.filters.isEmpty, case .fields(let chain) = last.kind
    else { return general }
    if path.steps.count == 1 {
      return { run, frame, input throws(JSONataError) in
        if let input, case .some(let found) = chain.value(in: input) { return found }
        return try general(run, frame, input)
      }
    }
    guard path.steps.count == 2, let first = node.steps.first, first.isPlainVariable,
      case .code(let variable) = path.steps[0].kind
    else { return general }
    return { run, frame, input throws(JSONataError) in
      if case .object(let object) = try variable(run, frame, input),
        case .some(let found) = chain.value(in: .object(object))
      {
        return found
      }
      return try general(run, frame, input)
    }
  }

  /// Compiles the steps of a path without tuples, fields one after the other as one step.
  func steps(_ nodes: ArraySlice<Node>, _ context: Context) -> [Path.Step] {
    var steps: [Path.Step] = []
    var rest = nodes
    while let node = rest.first {
      let isFirst = rest.startIndex == 0
      let searches = node.isPlainDescendant
      let names = (searches ? rest.dropFirst() : rest).prefix(while: { $0.plainName != nil })
      let chain = FieldChain(names.compactMap(\.plainName))
      if chain.fields.isEmpty || outline != nil {
        steps.append(step(node, isFirst: isFirst, context))
        rest = rest.dropFirst()
      } else {
        rest = rest[names.endIndex...]
        if !searches, let next = rest.first, next.isPlainCode {
          steps.append(step(next, isFirst: false, context, after: chain))
          rest = rest.dropFirst()
        } else {
          let kind = searches ? Path.Step.Kind.descendants(chain) : .fields(chain)
          steps.append(Path.Step(kind: kind, filters: []))
        }
      }
    }
    return steps
  }

  /// Compiles a step that carries no tuples; `chain` are fields to read before.
  private func step(
    _ node: Node, isFirst: Bool, _ context: Context, after chain: FieldChain? = nil
  ) -> Path.Step {
    let step = plainStep(node, isFirst: isFirst, context, after: chain)
    return outline.map { watchedStep(step, node, $0) } ?? step
  }

  /// Compiles a step that carries no tuples and whose values are not noted.
  private func plainStep(
    _ node: Node, isFirst: Bool, _ context: Context, after chain: FieldChain?
  ) -> Path.Step {
    let stages = (node.stages ?? []).compactMap { stage in
      if case .filter(let predicate) = stage { return filter(predicate, context) }
      return nil
    }
    var inner = context
    if !isFirst { inner.repeats = true }
    let kind: Path.Step.Kind =
      switch node.kind {
      case .name(let name) where node.predicates == nil: .fields(FieldChain([name]))
      case .sort(let terms): .sort(sort(terms, at: node.location, context))
      default: .code(isFirst ? compile(node, inner.repeating) : entry(node, inner))
      }
    let number = stages.isEmpty && outline == nil ? FieldNumber(node, depth: inner.depth) : nil
    return Path.Step(
      kind: kind, filters: stages, isCons: isFirst && node.consArray, chain: chain,
      number: number)
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

  /// Whether the part is a variable or a `%` without predicates.
  fileprivate var isPlainVariable: Bool {
    switch kind {
    case .variable, .parent: hasNothingBehind
    default: false
    }
  }

  /// Whether the part is a step that computes something for each item.
  fileprivate var isPlainCode: Bool {
    switch kind {
    case .name, .sort, .descendant: false
    default: true
    }
  }

  /// The name of the field that the part reads, if it does nothing else.
  var plainName: String? {
    guard case .name(let name) = kind, hasNothingBehind else { return nil }
    return name
  }

  /// The name of the field that a path of one step reads, if it does nothing else.
  var plainPath: String? {
    guard let names = plainPathNames, names.count == 1 else { return nil }
    return names[0]
  }

  /// The names of the fields that a path reads one of the other, if it does nothing else.
  var plainPathNames: [String]? {
    guard case .path(let steps) = kind, predicates == nil, group == nil, !keepArray,
      !keepSingletonArray, !tuple
    else { return nil }
    let names = steps.compactMap(\.plainName)
    return names.count == steps.count ? names : nil
  }

  /// Whether the part is `**` and nothing else.
  fileprivate var isPlainDescendant: Bool {
    if case .descendant = kind { return hasNothingBehind }
    return false
  }

  /// Whether neither predicates nor bindings nor a grouping follow.
  var hasNothingBehind: Bool {
    (stages ?? []).isEmpty && predicates == nil && group == nil && !keepArray && !tuple
  }
}
