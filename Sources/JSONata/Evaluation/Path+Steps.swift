import JSON

extension Path.Step {
  /// Does the step for `items`; `input` is the context of the path.
  @inline(__always)
  func run(
    _ items: Path.Items, _ run: Evaluation, _ frame: Frame, _ input: JSONValue?, isLast: Bool
  ) throws(JSONataError) -> Path.Items {
    if let chain {
      return try runAll(after: chain, items, run, frame, isLast: isLast)
    }
    if isCons, case .code(let code) = kind { return try runCons(code, items, run, frame) }
    if case .sort(let sort) = kind { return try runSort(sort, items, run, frame) }
    if filters.isEmpty {
      if case .fields(let chain) = kind { return try chain.run(items, run, isLast: isLast) }
      if case .descendants(let chain) = kind {
        return try chain.runDescendants(items, run, isLast: isLast)
      }
    }
    return try runEach(items, run, frame, isLast: isLast)
  }

  /// Does the step for each item.
  @inline(__always)
  private func runEach(
    _ items: Path.Items, _ run: Evaluation, _ frame: Frame, isLast: Bool
  ) throws(JSONataError) -> Path.Items {
    switch items {
    case .none: return .none
    case .one(let item):
      return Path.Items(try value(for: item, run, frame), isLast: isLast)
    case .many(let list), .plain(let list):
      defer { withExtendedLifetime(list) {} }
      return try runAll(list.borrowed, run, frame, isLast: isLast) { $0 }
    }
  }

  /// Does the step for each item that the fields of `chain` lead to.
  private func runAll(
    after chain: FieldChain, _ items: Path.Items, _ run: Evaluation, _ frame: Frame, isLast: Bool
  ) throws(JSONataError) -> Path.Items {
    var places: [UnsafePointer<JSONValue>] = []
    if chain.find(in: items, into: &places) {
      try run.check(count: places.count)
      let result =
        if let number {
          try computeAll(number, places, run, frame, isLast: isLast)
        } else {
          try runAll(places, run, frame, isLast: isLast) { $0.pointee }
        }
      // The places belong to the items, which have to be held so long.
      return withExtendedLifetime(items) { result }
    }
    let found = try chain.run(items, run, isLast: false)
    return found.isEmpty ? .none : try runEach(found, run, frame, isLast: isLast)
  }

  /// Computes `number` of the item at each of `places`, whose values are not even retained.
  private func computeAll(
    _ number: FieldNumber, _ places: [UnsafePointer<JSONValue>], _ run: Evaluation,
    _ frame: Frame, isLast: Bool
  ) throws(JSONataError) -> Path.Items {
    var results = StepResults()
    if !places.isEmpty { try run.check(depth: frame.base + number.depth) }
    for place in places {
      try run.tick()
      let found = number.number(at: place)
      if !found.isNaN {
        results.add(.number(found))
      } else if let value = try value(for: place.pointee, run, frame) {
        results.add(value)
      }
      try run.check(count: results.elements.count)
    }
    return results.items(isLast: isLast)
  }

  /// The value of the step for one item.
  @inline(__always)
  private func value(
    for item: JSONValue?, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> JSONValue? {
    var value: JSONValue?
    switch kind {
    case .fields(let chain): value = chain.fields[0].read(from: item)
    case .code(let code): value = try code(run, frame, item)
    case .sort, .descendants: value = item
    }
    for filter in filters { value = try filter.run(run, frame, value) }
    return value
  }

  /// Does the step for each of `sources`, whose items `item` gives.
  @inline(__always)
  private func runAll<Sources: Collection>(
    _ sources: Sources, _ run: Evaluation, _ frame: Frame, isLast: Bool,
    item: (Sources.Element) -> JSONValue
  ) throws(JSONataError) -> Path.Items {
    var results = StepResults()
    for source in sources {
      try run.tick()
      guard let value = try value(for: item(source), run, frame) else { continue }
      results.add(value)
      try run.check(count: results.elements.count)
    }
    return results.items(isLast: isLast)
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
    case .plain(let list): value = .array(try sort.run(run, frame, list))
    case .many(let list):
      let items = list.isSequence ? list : JSONArray(list.elements, traits: .sequence)
      value = .array(try sort.run(run, frame, items))
    }
    for filter in filters { value = try filter.run(run, frame, value) }
    guard let value else { return .none }
    guard case .array(let list) = value else { return .one(value) }
    return list.isSequence ? .many(list) : .plain(list)
  }
}

/// The values that a step has given for its items.
struct StepResults {
  /// The values, lists flattened, if there is more than one.
  private(set) var elements: [JSONValue] = []

  private var first: JSONValue?
  private var count = 0

  /// Adds the value for an item.
  @inline(__always)
  mutating func add(_ value: JSONValue) {
    count += 1
    if count > 2 {
      append(value)
    } else if count == 1 {
      first = value
    } else {
      if let first { append(first) }
      append(value)
    }
  }

  /// Adds `value` to the elements; a list is flattened unless an expression has constructed it.
  @inline(__always)
  private mutating func append(_ value: JSONValue) {
    if case .array(let list) = value, !list.traits.contains(.cons) {
      elements += list.elements
    } else {
      elements.append(value)
    }
  }

  /// What is handed to the next step.
  consuming func items(isLast: Bool) -> Path.Items {
    if count <= 1 { return Path.Items(first, isLast: isLast) }
    return elements.isEmpty ? .none : .many(JSONArray(elements, traits: .sequence))
  }
}

extension Path.Items {
  /// What the value for the only item hands on.
  @inline(__always)
  init(_ value: JSONValue?, isLast: Bool) {
    guard let value else {
      self = .none
      return
    }
    guard case .array(let list) = value else {
      self = .one(value)
      return
    }
    if isLast, !list.isSequence {
      self = .plain(list)
    } else if list.traits.contains(.cons) {
      self = .one(value)
    } else {
      self = list.elements.isEmpty ? .none : .many(list)
    }
  }
}
