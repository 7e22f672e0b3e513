import JSON

extension Compiler {
  /// Compiles a path.
  func path(_ node: Node, _ context: Context) -> Code {
    let isPlain = !node.steps.contains(where: \.tuple)
    let code = isPlain ? plainPath(node, context) : tuplePath(node, context)
    return outline.map { watchedPath(code, node, $0) } ?? code
  }

  /// Compiles a path whose steps carry no tuples.
  private func plainPath(_ node: Node, _ context: Context) -> Code {
    let steps = node.steps.enumerated().map { index, step in
      self.step(step, isFirst: index == 0, context)
    }
    var path = Path(
      steps: steps, startsWithVariable: node.steps.first.map(\.isVariable) ?? false,
      keepsSingleton: node.keepSingletonArray, grouping: nil)
    if let group = node.group {
      path.grouping = grouping(group.pairs, at: group.location, context)
    }
    let compiled = path
    if compiled.isOneField, case .field(let field) = compiled.steps[0].kind {
      return { run, frame, input throws(JSONataError) in
        guard case .object(let object) = input else { return try compiled.run(run, frame, input) }
        return field.read(from: object, run)
      }
    }
    return { run, frame, input throws(JSONataError) in try compiled.run(run, frame, input) }
  }

  /// Compiles a step that carries no tuples.
  func step(_ node: Node, isFirst: Bool, _ context: Context) -> Path.Step {
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
      case .name(let name) where node.predicates == nil:
        .field(Field(name: name, site: newSite()))
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
}

/// A compiled path without tuples.
struct Path: Sendable {
  /// A compiled step.
  struct Step: Sendable {
    /// What a step does.
    enum Kind: Sendable {
      /// Reads a field of each item.
      case field(Field)

      /// Evaluates an expression for each item.
      case code(Code)

      /// Orders the items.
      case sort(Sort)
    }

    /// What the step does.
    let kind: Kind

    /// The predicates.
    let filters: [Filter]

    /// Whether the step is evaluated once for all items.
    let isCons: Bool
  }

  /// The steps.
  let steps: [Step]

  /// Whether the first step reads a variable, so that a list as context is not gone through.
  let startsWithVariable: Bool

  /// Whether a single element stays in its list.
  let keepsSingleton: Bool

  /// The grouping at the end.
  var grouping: Grouping?

  /// Whether the path is one field without anything else.
  var isOneField: Bool {
    guard steps.count == 1, grouping == nil, !keepsSingleton, steps[0].filters.isEmpty else {
      return false
    }
    if case .field = steps[0].kind { return true }
    return false
  }

  /// What a step hands to the next.
  enum Items {
    /// No item.
    case none

    /// One item, which may be a list; nil is the undefined context.
    case one(JSONValue?)

    /// The elements of a list.
    case many(JSONArray)

    /// A list that is a result as it is; its elements are items for a next step.
    case plain(JSONArray)

    /// Whether there is nothing for a next step.
    var isEmpty: Bool {
      switch self {
      case .none: true
      case .one: false
      case .many(let list), .plain(let list): list.elements.isEmpty
      }
    }
  }

  /// Evaluates the path.
  func run(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    var items = Items.one(input)
    if case .array(let list) = input, !startsWithVariable { items = .many(list) }
    for index in steps.indices {
      items = try steps[index].run(
        items, run, frame, input, isLast: index == steps.count - 1)
      if items.isEmpty { break }
    }
    let result = value(of: items)
    guard let grouping else { return result }
    return try grouping.run(run, frame, result)
  }

  /// The value of the path whose last step has given `items`; sequences are not collapsed yet.
  private func value(of items: Items) -> JSONValue? {
    switch items {
    case .none: nil
    case .one(let item):
      keepsSingleton
        ? item.map { .array(JSONArray([$0], traits: [.sequence, .keepSingleton])) } : item
    case .many(let list): sequence(list)
    case .plain(let list):
      keepsSingleton && list.traits.contains(.cons)
        ? .array(JSONArray([.array(list)], traits: [.sequence, .keepSingleton])) : .array(list)
    }
  }

  /// The elements of `list` as a sequence.
  private func sequence(_ list: JSONArray) -> JSONValue {
    let traits: JSONArray.Traits = keepsSingleton ? [.sequence, .keepSingleton] : .sequence
    return .array(list.traits == traits ? list : JSONArray(list.elements, traits: traits))
  }
}

extension Path.Step {
  /// Does the step for `items`; `input` is the context of the path.
  @inline(__always)
  func run(
    _ items: Path.Items, _ run: Evaluation, _ frame: Frame, _ input: JSONValue?, isLast: Bool
  ) throws(JSONataError) -> Path.Items {
    if isCons, case .code(let code) = kind { return try runCons(code, items, run, frame) }
    if case .sort(let sort) = kind { return try runSort(sort, items, run, frame) }
    switch items {
    case .none: return .none
    case .one(let item):
      return Self.items(of: try value(for: item, run, frame), isLast: isLast)
    case .many(let list), .plain(let list):
      return try runAll(list, run, frame, isLast: isLast)
    }
  }

  /// The value of the step for one item.
  @inline(__always)
  private func value(
    for item: JSONValue?, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> JSONValue? {
    var value: JSONValue?
    switch kind {
    case .field(let field): value = field.read(from: item, run)
    case .code(let code): value = try code(run, frame, item)
    case .sort: value = item
    }
    for filter in filters { value = try filter.run(run, frame, value) }
    return value
  }

  /// What the value for the only item hands on.
  @inline(__always)
  private static func items(of value: JSONValue?, isLast: Bool) -> Path.Items {
    guard let value else { return .none }
    guard case .array(let list) = value else { return .one(value) }
    if isLast, !list.isSequence { return .plain(list) }
    if list.traits.contains(.cons) { return .one(value) }
    return list.elements.isEmpty ? .none : .many(list)
  }

  /// Does the step for each element of `list`.
  private func runAll(
    _ list: JSONArray, _ run: Evaluation, _ frame: Frame, isLast: Bool
  ) throws(JSONataError) -> Path.Items {
    var first: JSONValue?
    var results: [JSONValue] = []
    var count = 0
    for element in list.elements {
      try run.tick()
      guard let value = try value(for: element, run, frame) else { continue }
      count += 1
      if count == 1 {
        first = value
        continue
      }
      if count == 2 {
        results.reserveCapacity(min(list.elements.count, 1_024))
        if let first { Self.add(first, to: &results) }
      }
      Self.add(value, to: &results)
      try run.check(count: results.count)
    }
    if count <= 1 { return Self.items(of: first, isLast: isLast) }
    return results.isEmpty ? .none : .many(JSONArray(results, traits: .sequence))
  }

  /// Adds `value` to `results`; a list is flattened unless an expression has constructed it.
  @inline(__always)
  private static func add(_ value: JSONValue, to results: inout [JSONValue]) {
    guard case .array(let list) = value, !list.traits.contains(.cons) else {
      return results.append(value)
    }
    results += list.elements
  }

  /// Evaluates a list constructor at the start of a path.
  private func runCons(
    _ code: Code, _ items: Path.Items, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> Path.Items {
    let context: JSONArray =
      switch items {
      case .many(let list), .plain(let list): list
      case .one(let item): JSONArray(item.map { [$0] } ?? [], traits: .sequence)
      case .none: .emptySequence
      }
    guard let value = try code(run, frame, .array(context)) else { return .none }
    guard case .array(let list) = value else { return .one(value) }
    if list.elements.isEmpty, !list.isSequence { return .plain(list) }
    return list.isSequence ? .many(list) : .plain(list)
  }

  /// Orders the items.
  private func runSort(
    _ sort: Sort, _ items: Path.Items, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> Path.Items {
    var value: JSONValue?
    switch items {
    case .none: return .none
    case .one(let item): value = item
    case .many(let list), .plain(let list): value = .array(try sort.run(run, frame, list))
    }
    for filter in filters { value = try filter.run(run, frame, value) }
    guard let value else { return .none }
    guard case .array(let list) = value else { return .one(value) }
    return list.isSequence ? .many(list) : .plain(list)
  }
}
