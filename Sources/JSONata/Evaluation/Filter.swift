import JSON

extension Compiler {
  /// Compiles a predicate; `context` is that of the parts of the path around it.
  func filter(_ predicate: Node, _ context: Context) -> Filter {
    if case .number(let number) = predicate.kind, predicate.predicates == nil {
      return Filter(index: number.rounded(.down), code: { _, _, _ in .number(number) })
    }
    var filter = Filter(
      code: entry(predicate, context.repeating), tupleLayout: context.tupleLayout)
    if outline == nil {
      filter.test = FieldTest(predicate, depth: context.depth)
      filter.isConstant = predicate.isConstant
    }
    return filter
  }

  /// Compiles the predicates of a part that is no step; `context` is that of its parts.
  func filtered(_ code: @escaping Code, _ predicates: [Node.Stage], _ context: Context) -> Code {
    let filters = predicates.compactMap { stage in
      if case .filter(let predicate) = stage { return filter(predicate, context) }
      return nil
    }
    return { run, frame, input throws(JSONataError) in
      var value = try code(run, frame, input)
      for filter in filters { value = try filter.run(run, frame, value) }
      return value
    }
  }
}

/// A compiled predicate.
struct Filter: Sendable {
  /// The position that it selects, if it is a literal.
  var index: Double?

  /// The condition or the positions.
  let code: Code

  /// A faster way to the same condition, if there is one.
  var test: FieldTest?

  /// Whether the value is the same for all items.
  var isConstant = false

  /// The slots of the frames of tuples, if the predicate is for tuples.
  var tupleLayout: FrameLayout?

  /// The items of `value` that the predicate selects, as a sequence.
  func run(
    _ run: Evaluation, _ frame: Frame, _ value: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    if let index { return select(index, of: value) }
    guard case .array(let list) = value else { return try single(run, frame, value) }
    if list.traits.contains(.tupleStream) {
      return TuplePath.box(try self.run(run, TuplePath.unbox(list), frame))
    }
    if isConstant, let first = list.elements.first,
      let positions = try code(run, frame, first), let numbers = try self.positions(positions)
    {
      return .array(JSONArray(select(numbers, of: list.elements), from: list, traits: .sequence))
    }
    var selected: [JSONValue] = []
    if let test, frame.base + test.depth <= run.depthLimit {
      try select(test, run, frame, list.elements, into: &selected)
    } else {
      for (position, element) in list.elements.enumerated() {
        try run.tick()
        try add(
          element, at: position, of: list.elements.count, if: try code(run, frame, element),
          to: &selected)
      }
    }
    return .array(JSONArray(selected, from: list, traits: .sequence))
  }

  /// The tuples that the predicate selects.
  func run(
    _ run: Evaluation, _ tuples: [Tuple], _ frame: Frame
  ) throws(JSONataError) -> [Tuple] {
    if let index {
      let position = index < 0 ? Double(tuples.count) + index : index
      return position >= 0 && position < Double(tuples.count) ? [tuples[Int(position)]] : []
    }
    var selected: [Tuple] = []
    for (position, tuple) in tuples.enumerated() {
      try run.tick()
      try add(
        tuple, at: position, of: tuples.count, if: try code(run, tuple.frame, tuple.value),
        to: &selected)
    }
    return selected
  }

  /// Adds those `elements` to `selected` for which `test` holds; where it cannot tell, `code` does.
  private func select(
    _ test: FieldTest, _ run: Evaluation, _ frame: Frame, _ elements: [JSONValue],
    into selected: inout [JSONValue]
  ) throws(JSONataError) {
    try run.tick(elements.count)
    for position in elements.indices {
      let holds = elements.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.flatMap { test.holds(at: $0 + position) }
      }
      if holds == true {
        selected.append(elements[position])
      } else if holds == nil {
        let result = try code(run, frame, elements[position])
        try add(elements[position], at: position, of: elements.count, if: result, to: &selected)
      }
    }
  }

  /// The elements at `positions`, in their own order.
  private func select(_ positions: [Double], of elements: [JSONValue]) -> [JSONValue] {
    let count = Double(elements.count)
    return positions.lazy.map { $0.rounded(.down) }.map { $0 < 0 ? $0 + count : $0 }
      .filter { $0 >= 0 && $0 < count }.sorted().map { elements[Int($0)] }
  }

  /// The value at a literal position.
  private func select(_ index: Double, of value: JSONValue?) -> JSONValue? {
    guard case .array(let list) = value else { return index == 0 || index == -1 ? value : nil }
    let position = index < 0 ? Double(list.elements.count) + index : index
    guard position >= 0, position < Double(list.elements.count) else {
      return .array(.emptySequence)
    }
    let element = list.elements[Int(position)]
    if list.traits.contains(.tupleStream) {
      return .array(JSONArray([element], traits: [.sequence, .tupleStream]))
    }
    if case .array = element { return element }
    return .sequence([element])
  }

  /// Applies the condition to a value that is no list.
  private func single(
    _ run: Evaluation, _ frame: Frame, _ value: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    var frame = frame
    if let tupleLayout {
      frame = Frame.make(tupleLayout.count, parent: frame, base: frame.base)
    }
    let result = try code(run, frame, value)
    guard let value else { return nil }
    var selected: [JSONValue] = []
    try add(value, at: 0, of: 1, if: result, to: &selected)
    return .sequence(selected)
  }

  /// Adds `element` as often as `result` selects it.
  @inline(__always)
  private func add<Item>(
    _ element: Item, at position: Int, of count: Int, if result: JSONValue?,
    to selected: inout [Item]
  ) throws(JSONataError) {
    switch result {
    case .bool(let isSelected): if isSelected { selected.append(element) }
    case nil: break
    case let result?:
      guard let positions = try positions(result) else {
        if try truth(of: result) { selected.append(element) }
        return
      }
      for number in positions {
        let index = number.rounded(.down)
        if (index < 0 ? index + Double(count) : index) == Double(position) {
          selected.append(element)
        }
      }
    }
  }

  /// The positions that `result` is, if it is a number or a list of numbers.
  private func positions(_ result: JSONValue) throws(JSONataError) -> [Double]? {
    if let number = try Operators.number(result) { return [number] }
    guard case .array(let list) = result else { return nil }
    var numbers: [Double] = []
    for element in list.elements {
      guard let number = try Operators.number(element) else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}

extension Node {
  /// Whether the value is made of literals alone.
  fileprivate var isConstant: Bool {
    guard predicates == nil, group == nil else { return false }
    switch kind {
    case .number: return true
    case .array(let items): return items.allSatisfy(\.isConstant)
    case .binary(.doubleDot, let lower, let upper): return lower.isConstant && upper.isConstant
    case .negate(let operand): return operand.isConstant
    default: return false
    }
  }
}
