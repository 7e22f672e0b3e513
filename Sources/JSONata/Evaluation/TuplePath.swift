import JSON

/// An item with the variables that `@`, `#` and `%` have bound on its way.
struct Tuple {
  /// The item.
  var value: JSONValue?

  /// The variables.
  var frame: Frame
}

/// A tuple as an element of a list, for those that take over the tuples of a path within another.
///
/// `@unchecked Sendable`, inherited: it belongs to the one evaluation that makes it.
final class BoxedTuple: FunctionValue, @unchecked Sendable {
  /// The tuple.
  let tuple: Tuple

  /// Puts `tuple` into a box.
  init(_ tuple: Tuple) {
    self.tuple = tuple
    super.init(kind: .tuple)
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

    /// Whether the step binds a variable.
    let binds: Bool

    /// The first predicate, if it can be tested on the bare items.
    let test: FieldTest?

    /// Creates a step.
    init(
      kind: Path.Step.Kind, stages: [Stage], focus: Int?, index: Int?, ancestor: Int?,
      inner: [SlotPair]
    ) {
      self.kind = kind
      self.stages = stages
      self.focus = focus
      self.index = index
      self.ancestor = ancestor
      self.inner = inner
      let bindsPosition = stages.contains { if case .index = $0 { true } else { false } }
      binds = focus != nil || index != nil || ancestor != nil || bindsPosition
      if case .filter(let filter) = stages.first, focus == nil, filter.test?.isCondition == true {
        test = filter.test
      } else {
        test = nil
      }
    }
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
    for step in tupleSteps.dropLast() {
      stream = .tuples(try self.run(step, stream, run, frame))
    }
    if let last = tupleSteps.last {
      if grouping == nil, !givesTuples, !last.binds, last.stages.isEmpty,
        case .code(let code) = last.kind
      {
        return value(of: try values(code, stream, run, frame))
      }
      stream = .tuples(try self.run(last, stream, run, frame))
    }
    let tuples = self.tuples(of: stream, frame)
    if let grouping { return try grouping.run(run, frame, Self.box(tuples)) }
    return givesTuples ? Self.box(tuples) : value(of: tuples.compactMap(\.value))
  }

  /// What the steps hand on.
  private enum Stream {
    case items(Path.Items)
    case tuples([Tuple])
  }

  /// `tuples` as a value.
  static func box(_ tuples: [Tuple]) -> JSONValue {
    .array(
      JSONArray(
        tuples.map { .function(BoxedTuple($0)) }, traits: [.sequence, .tupleStream]))
  }

  /// The tuples in `list`.
  static func unbox(_ list: JSONArray) -> [Tuple] {
    list.elements.compactMap { element in
      if case .function(let function) = element { return (function as? BoxedTuple)?.tuple }
      return nil
    }
  }

  /// The value of the path.
  private func value(of values: [JSONValue]) -> JSONValue? {
    let traits: JSONArray.Traits = keepsSingleton ? [.sequence, .keepSingleton] : .sequence
    return .array(JSONArray(values, traits: traits))
  }

  /// The tuples of a stream; items become tuples without variables.
  private func tuples(of stream: Stream, _ frame: Frame) -> [Tuple] {
    switch stream {
    case .tuples(let tuples): return tuples
    case .items(let items):
      let shared = newFrame(frame)
      return values(of: items).map { value in
        Tuple(value: value, frame: sharesFrames ? shared : newFrame(frame))
      }
    }
  }

  /// Whether tuples with the same variables may have one frame: nothing else is kept in it.
  private var sharesFrames: Bool { layout.count == tupleCount }

  /// The values of items.
  private func values(of items: Path.Items) -> [JSONValue?] {
    switch items {
    case .none: []
    case .one(let item): [item]
    case .many(let list), .plain(let list): list.elements
    }
  }

  /// A frame without variables inside `frame`.
  private func newFrame(_ frame: Frame) -> Frame {
    Frame.make(layout.count, parent: frame, base: frame.base)
  }

  // MARK: - Steps

  /// The values that a last step gives which binds nothing.
  private func values(
    _ code: Code, _ stream: Stream, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> [JSONValue] {
    var results: [JSONValue] = []
    for tuple in tuples(of: stream, frame) {
      try run.tick()
      guard let value = try code(run, tuple.frame, tuple.value) else { continue }
      if case .array(let list) = value {
        results +=
          list.traits.contains(.tupleStream)
          ? Self.unbox(list).compactMap(\.value) : list.elements
      } else {
        results.append(value)
      }
      try run.check(count: results.count)
    }
    return results
  }

  /// Does one step.
  private func run(
    _ step: Step, _ stream: Stream, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> [Tuple] {
    var results: [Tuple] = []
    switch step.kind {
    case .sort(let sort): results = try order(sort, step, stream, run, frame)
    case .fields, .descendants: break
    case .code(let code):
      for tuple in tuples(of: stream, frame) {
        try run.tick()
        guard let value = try code(run, tuple.frame, tuple.value) else { continue }
        extend(tuple, with: value, step, run, into: &results)
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
    case .tuples(let tuples): return try sort.run(run, tuples)
    case .items(let items):
      let list = JSONArray(values(of: items).compactMap(\.self))
      return try sort.run(run, frame, list).elements.enumerated().map { position, value in
        let tuple = Tuple(value: value, frame: newFrame(frame))
        if let slot = step.index { tuple.frame[slot] = .some(.count(position)) }
        return tuple
      }
    }
  }

  /// Adds the tuples that `value`, the result of a step for `tuple`, gives to `results`.
  private func extend(
    _ tuple: Tuple, with value: JSONValue, _ step: Step, _ run: Evaluation,
    into results: inout [Tuple]
  ) {
    guard case .array(let list) = value else {
      return extend(tuple, with: value, at: 0, step, run, into: &results)
    }
    guard list.traits.contains(.tupleStream) else {
      for position in list.elements.indices {
        extend(tuple, with: list.elements[position], at: position, step, run, into: &results)
      }
      return
    }
    for inner in Self.unbox(list) {
      let frame = tuple.frame.copied(tupleCount)
      for pair in step.inner {
        if let value = inner.frame[pair.from] { frame[pair.to] = .some(value) }
      }
      results.append(Tuple(value: inner.value, frame: frame))
    }
  }

  /// Adds the tuple for `element`, which the step has given for `tuple` at `position`.
  private func extend(
    _ tuple: Tuple, with element: JSONValue, at position: Int, _ step: Step, _ run: Evaluation,
    into results: inout [Tuple]
  ) {
    if let test = step.test, tuple.frame.base + test.depth <= run.depthLimit,
      withUnsafePointer(to: element, { test.holds(at: $0) }) == false
    {
      return
    }
    guard step.binds || !sharesFrames else {
      return results.append(Tuple(value: element, frame: tuple.frame))
    }
    let frame = tuple.frame.copied(tupleCount)
    if let slot = step.focus { frame[slot] = .some(element) }
    if let slot = step.index { frame[slot] = .some(.count(position)) }
    if let slot = step.ancestor { frame[slot] = .some(tuple.value) }
    results.append(Tuple(value: step.focus == nil ? element : tuple.value, frame: frame))
  }

  /// Applies predicates and binds positions.
  private func apply(
    _ stages: [Stage], to tuples: [Tuple], _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> [Tuple] {
    var tuples = tuples
    for stage in stages {
      switch stage {
      case .filter(let filter): tuples = try filter.run(run, tuples, frame)
      case .index(let slot):
        for (position, tuple) in tuples.enumerated() {
          tuple.frame[slot] = .some(.count(position))
        }
      }
    }
    return tuples
  }
}
