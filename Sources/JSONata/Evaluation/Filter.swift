import JSON

extension Compiler {
  /// Compiles a predicate; `context` is that of the parts of the path around it.
  func filter(_ predicate: Node, _ context: Context) -> Filter {
    if case .number(let number) = predicate.kind, predicate.predicates == nil {
      return Filter(index: number.rounded(.down), code: nil, tupleLayout: nil)
    }
    let code = entry(predicate, context.repeating)
    return Filter(index: nil, code: code, tupleLayout: context.tupleLayout)
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
  let index: Double?

  /// The condition, or the positions, otherwise.
  let code: Code?

  /// The slots of the frames of tuples, if the predicate is for tuples.
  let tupleLayout: FrameLayout?

  /// The items of `value` that the predicate selects, as a sequence.
  func run(
    _ run: Evaluation, _ frame: Frame, _ value: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    if let index { return select(index, of: value) }
    guard let code else { return value }
    guard case .array(let list) = value else { return try single(code, run, frame, value) }
    let isTuples = list.traits.contains(.tupleStream)
    var selected: [JSONValue] = []
    for (position, element) in list.elements.enumerated() {
      try run.tick()
      let result: JSONValue?
      if isTuples, case .function(let function) = element, let tuple = function as? Tuple {
        result = try code(run, tuple.frame, tuple.value)
      } else {
        result = try code(run, frame, element)
      }
      try add(element, at: position, of: list.elements.count, if: result, to: &selected)
    }
    let traits: JSONArray.Traits = isTuples ? [.sequence, .tupleStream] : .sequence
    return .array(JSONArray(selected, traits: traits))
  }

  /// The value at a literal position.
  private func select(_ index: Double, of value: JSONValue?) -> JSONValue? {
    guard case .array(let list) = value else { return index == 0 || index == -1 ? value : nil }
    let position = index < 0 ? Double(list.elements.count) + index : index
    guard position >= 0, position < Double(list.elements.count) else {
      return .array(.emptySequence)
    }
    let element = list.elements[Int(position)]
    if case .array = element { return element }
    if list.traits.contains(.tupleStream) {
      return .array(JSONArray([element], traits: [.sequence, .tupleStream]))
    }
    return .sequence([element])
  }

  /// Applies the condition to a value that is no list.
  private func single(
    _ code: Code, _ run: Evaluation, _ frame: Frame, _ value: JSONValue?
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
  private func add(
    _ element: JSONValue, at position: Int, of count: Int, if result: JSONValue?,
    to selected: inout [JSONValue]
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
