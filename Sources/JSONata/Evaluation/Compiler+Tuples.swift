import JSON

extension Compiler {
  /// Compiles a path whose steps carry tuples.
  func tuplePath(_ node: Node, _ context: Context) -> Code {
    let steps = node.steps
    var first = steps.firstIndex(where: \.tuple) ?? 0
    if first == 0, steps[0].consArray { first = 1 }
    let scope = tupleScope(of: steps, in: context.scope)
    let tupleCount = scope.layout.count
    tupleScopes[ObjectIdentifier(node)] = scope
    for step in steps[first...] {
      for name in step.boundNames { scope.declare(name) }
    }
    let plain = steps[..<first].enumerated().map { index, step in
      self.step(step, isFirst: index == 0, context)
    }
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

/// A compiled path whose steps carry tuples of an item and the variables bound on its way.
struct TuplePath: Sendable {
  /// A predicate or the binding of a position.
  enum Stage: Sendable {
    case filter(Filter)
    case index(Int)
  }

  /// The slot of a variable in an inner and an outer tuple.
  struct SlotPair: Sendable {
    let from: Int
    let to: Int
  }

  /// A compiled step.
  struct Step: Sendable {
    /// What the step does.
    let kind: Path.Step.Kind

    /// The predicates and bindings of positions.
    let stages: [Stage]

    /// The slot of the variable that `@` binds.
    let focus: Int?

    /// The slot of the variable that `#` binds.
    let index: Int?

    /// The slot of the parent.
    let ancestor: Int?

    /// What is taken over from tuples that the step gives.
    let inner: [SlotPair]
  }

  /// The steps before the first that needs tuples.
  let steps: [Path.Step]

  /// The steps from the first that needs tuples.
  let tupleSteps: [Step]

  /// The slots of the tuples' frames.
  let layout: FrameLayout

  /// The number of slots that are handed from tuple to tuple.
  let tupleCount: Int

  /// Whether the first step reads a variable.
  let startsWithVariable: Bool

  /// Whether a single element stays in its list.
  let keepsSingleton: Bool

  /// Whether the value is the tuples themselves.
  let givesTuples: Bool

  /// The grouping at the end.
  var grouping: Grouping?

  /// Evaluates the path.
  func run(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    var items = Path.Items.one(input)
    if case .array(let list) = input, !startsWithVariable { items = .many(list) }
    for step in steps {
      items = try step.run(items, run, frame, input, isLast: false)
      if case .none = items { break }
    }
    var stream = Stream.items(items)
    for step in tupleSteps { stream = .tuples(try self.run(step, stream, run, frame)) }
    let tuples = try self.tuples(of: stream, frame)
    let result = value(of: tuples)
    guard let grouping else { return result }
    return try grouping.run(run, frame, Self.box(tuples))
  }

  /// What the steps hand on.
  private enum Stream {
    case items(Path.Items)
    case tuples([Tuple])
  }

  /// `tuples` as a value.
  private static func box(_ tuples: [Tuple]) -> JSONValue {
    .array(JSONArray(tuples.map { .function($0) }, traits: [.sequence, .tupleStream]))
  }

  /// The value of the path.
  private func value(of tuples: [Tuple]) -> JSONValue? {
    if givesTuples { return Self.box(tuples) }
    let traits: JSONArray.Traits = keepsSingleton ? [.sequence, .keepSingleton] : .sequence
    return .array(JSONArray(tuples.compactMap(\.value), traits: traits))
  }

  /// The tuples of a stream; items become tuples without variables.
  private func tuples(of stream: Stream, _ frame: Frame) throws(JSONataError) -> [Tuple] {
    switch stream {
    case .tuples(let tuples): return tuples
    case .items(let items): return values(of: items).map { tuple($0, frame) }
    }
  }

  /// The values of items.
  private func values(of items: Path.Items) -> [JSONValue?] {
    switch items {
    case .none: []
    case .one(let item): [item]
    case .many(let list), .plain(let list): list.elements
    }
  }

  /// A tuple without variables.
  private func tuple(_ value: JSONValue?, _ frame: Frame) -> Tuple {
    Tuple(value, frame: Frame.make(layout.count, parent: frame, base: frame.base))
  }

  /// Does one step.
  private func run(
    _ step: Step, _ stream: Stream, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> [Tuple] {
    var results: [Tuple] = []
    switch step.kind {
    case .sort(let sort): results = try order(sort, step, stream, run, frame)
    case .field: break
    case .code(let code):
      for tuple in try tuples(of: stream, frame) {
        try run.tick()
        guard let value = try code(run, tuple.frame, tuple.value) else { continue }
        extend(tuple, with: value, step, into: &results)
        try run.check(count: results.count)
      }
    }
    return try apply(step.stages, to: results, run, frame)
  }

  /// Orders the tuples.
  private func order(
    _ sort: Sort, _ step: Step, _ stream: Stream, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> [Tuple] {
    switch stream {
    case .tuples(let tuples):
      guard case .array(let list) = Self.box(tuples) else { return tuples }
      return Self.unbox(try sort.run(run, frame, list))
    case .items(let items):
      let list = JSONArray(values(of: items).compactMap(\.self))
      return try sort.run(run, frame, list).elements.enumerated().map { position, value in
        let tuple = tuple(value, frame)
        if let slot = step.index { tuple.frame[slot] = .some(.count(position)) }
        return tuple
      }
    }
  }

  /// The tuples in `list`.
  static func unbox(_ list: JSONArray) -> [Tuple] {
    list.elements.compactMap { element in
      if case .function(let function) = element { return function as? Tuple }
      return nil
    }
  }

  /// Adds the tuples that `value`, the result of a step for `tuple`, gives to `results`.
  private func extend(
    _ tuple: Tuple, with value: JSONValue, _ step: Step, into results: inout [Tuple]
  ) {
    if case .array(let list) = value, list.traits.contains(.tupleStream) {
      for inner in Self.unbox(list) {
        let frame = tuple.frame.copied(tupleCount)
        for pair in step.inner {
          if let value = inner.frame[pair.from] { frame[pair.to] = .some(value) }
        }
        results.append(Tuple(inner.value, frame: frame))
      }
      return
    }
    for (position, element) in elements(of: value).enumerated() {
      let frame = tuple.frame.copied(tupleCount)
      if let slot = step.focus { frame[slot] = .some(element) }
      if let slot = step.index { frame[slot] = .some(.count(position)) }
      if let slot = step.ancestor { frame[slot] = .some(tuple.value) }
      results.append(Tuple(step.focus == nil ? element : tuple.value, frame: frame))
    }
  }

  /// Applies predicates and binds positions.
  private func apply(
    _ stages: [Stage], to tuples: [Tuple], _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> [Tuple] {
    var tuples = tuples
    for stage in stages {
      switch stage {
      case .filter(let filter):
        guard case .array(let list) = try filter.run(run, frame, Self.box(tuples)) else {
          return []
        }
        tuples = Self.unbox(list)
      case .index(let slot):
        for (position, tuple) in tuples.enumerated() {
          tuple.frame[slot] = .some(.count(position))
        }
      }
    }
    return tuples
  }
}
