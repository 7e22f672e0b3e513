import JSON

extension Compiler {
  /// Compiles the pairs of a grouping; `context` is that of the pairs.
  func grouping(
    _ pairs: [Node.Pair], at location: SourceLocation, _ context: Context
  ) -> Grouping {
    let codes = pairs.map { pair in
      Grouping.Pair(
        key: entry(pair.key, context.repeating), value: entry(pair.value, context.repeating))
    }
    let literals = shape(of: pairs).map {
      Grouping.Literals(shape: $0, fill: Grouping.filling(codes[...]))
    }
    return Grouping(
      pairs: codes, literals: literals, location: location, tupleLayout: context.tupleLayout)
  }

  /// Compiles `{ … }`.
  func object(_ pairs: [Node.Pair], at location: SourceLocation, _ context: Context) -> Code {
    let grouping = grouping(pairs, at: location, context)
    return { run, frame, input throws(JSONataError) in try grouping.run(run, frame, input) }
  }

  /// The shape of the object, if all keys are literals and distinct.
  private func shape(of pairs: [Node.Pair]) -> JSONShape? {
    var builder = JSONObject.Builder()
    for pair in pairs {
      guard case .string(let key) = pair.key.kind, builder[key] == nil,
        !Grouping.reserved.contains(key),
        pair.key.predicates == nil, pair.key.group == nil
      else { return nil }
      builder[key] = true
    }
    return builder.build().shape
  }
}

/// The compiled pairs of an object constructor or of a grouping.
struct Grouping: Sendable {
  /// A key and a value.
  struct Pair: Sendable {
    /// The code of the key.
    let key: Code

    /// The code of the value.
    let value: Code
  }

  /// The pairs.
  let pairs: [Pair]

  /// Computes the values of an object one after the other.
  typealias Fill =
    @Sendable (Evaluation, Frame, JSONValue?, inout JSONObject.Filling) throws(JSONataError) -> Void

  /// What there is to know of objects whose keys are literals.
  struct Literals: Sendable {
    /// The shape.
    let shape: JSONShape

    /// Computes the values.
    let fill: Fill
  }

  /// The way to objects, if all keys are literals.
  let literals: Literals?

  /// Where it stands.
  let location: SourceLocation

  /// The slots of the frames of tuples, if the pairs are for tuples.
  let tupleLayout: FrameLayout?

  /// The object made of `input`, whose elements are grouped if it is a list.
  func run(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    if case .array(let list) = input {
      if list.traits.contains(.tupleStream) {
        return try group(TuplePath.unbox(list), run)
      }
      if list.elements.count > 1 { return try group(list.elements, run, frame) }
      return try single(run, inner(frame), list.elements.first)
    }
    return try single(run, inner(frame), input)
  }

  /// The frame of the pairs where there is no tuple.
  private func inner(_ frame: Frame) -> Frame {
    guard let tupleLayout else { return frame }
    return Frame.make(tupleLayout.count, parent: frame, base: frame.base)
  }

  /// The object made of one item.
  private func single(
    _ run: Evaluation, _ frame: Frame, _ item: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    if let literals {
      var filling = JSONObject.Filling(literals.shape)
      try literals.fill(run, frame, item, &filling)
      return .object(filling.object())
    }
    var groups = Groups<Void>(location: location)
    for (index, pair) in pairs.enumerated() {
      guard let key = try key(pair, run, frame, item) else { continue }
      try groups.add((), key, index)
    }
    return try groups.object { pair, _ throws(JSONataError) in
      try pairs[pair].value(run, frame, item)
    }
  }

  /// The closure that computes the values of `pairs`, each by one that calls that of the pairs before
  /// it: going through a list of closures would retain and release each of them.
  static func filling(_ pairs: ArraySlice<Pair>) -> Fill {
    guard let last = pairs.last else { return { _, _, _, _ in } }
    let code = last.value
    if pairs.count == 1 {
      return { run, frame, item, filling throws(JSONataError) in
        filling.add(try code(run, frame, item))
      }
    }
    let others = filling(pairs.dropLast())
    return { run, frame, item, filling throws(JSONataError) in
      try others(run, frame, item, &filling)
      filling.add(try code(run, frame, item))
    }
  }

  /// The key that `pair` gives for `item`.
  private func key(
    _ pair: Pair, _ run: Evaluation, _ frame: Frame, _ item: JSONValue?
  ) throws(JSONataError) -> JSONString? {
    guard let key = try pair.key(run, frame, item) else { return nil }
    guard case .string(let text) = key else {
      throw JSONataError("T1003", at: location, value: key)
    }
    if text.text.utf8.first == UInt8(ascii: "_"), Self.reserved.contains(text.text) {
      throw JSONataError("D1013", at: location, value: key)
    }
    return text
  }

  /// The keys that the reference keeps for itself.
  static let reserved: Set<String> = ["_jsonata_lambda", "_jsonata_function"]

  /// The object made of the elements of a list.
  private func group(
    _ items: [JSONValue], _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> JSONValue? {
    var groups = Groups<JSONValue>(location: location)
    for item in items {
      try run.tick()
      for index in pairs.indices {
        guard let key = try key(pairs[index], run, frame, item) else { continue }
        try groups.add(item, key, index)
      }
    }
    return try groups.object { pair, items throws(JSONataError) in
      try pairs[pair].value(run, frame, joined(items))
    }
  }

  /// The object made of tuples.
  private func group(_ tuples: [Tuple], _ run: Evaluation) throws(JSONataError) -> JSONValue? {
    var groups = Groups<Tuple>(location: location)
    for tuple in tuples {
      try run.tick()
      for index in pairs.indices {
        guard let key = try key(pairs[index], run, tuple.frame, tuple.value) else { continue }
        try groups.add(tuple, key, index)
      }
    }
    return try groups.object { pair, tuples throws(JSONataError) in
      guard let merged = Self.merged(tuples) else { return nil }
      return try pairs[pair].value(run, merged.frame, merged.value)
    }
  }

  /// One tuple with the values of all.
  private static func merged(_ tuples: [Tuple]) -> Tuple? {
    guard let first = tuples.first, tuples.count > 1 else { return tuples.first }
    let frame = first.frame.copied(first.frame.header.count)
    for slot in 0..<frame.header.count where tuples.contains(where: { $0.frame[slot] != nil }) {
      frame[slot] = .some(joined(tuples.lazy.map { $0.frame[slot] ?? nil }))
    }
    return Tuple(value: joined(tuples.lazy.map(\.value)), frame: frame)
  }
}

/// The groups of a grouping, in the order in which their keys came up.
private struct Groups<Item> {
  /// The items of a key, and the pair that has given it.
  private struct Group {
    let pair: Int
    var items: [Item]
  }

  /// Where the grouping stands.
  let location: SourceLocation

  private var positions: [JSONString: Int] = [:]
  private var keys: [String] = []
  private var groups: [Group] = []

  /// Starts without groups.
  init(location: SourceLocation) {
    self.location = location
  }

  /// Adds an item to the group of `key`.
  mutating func add(_ item: Item, _ key: JSONString, _ pair: Int) throws(JSONataError) {
    if let position = positions[key] {
      guard groups[position].pair == pair else {
        throw JSONataError("D1009", at: location, value: .string(key))
      }
      groups[position].items.append(item)
      return
    }
    positions[key] = keys.count
    keys.append(key.text)
    groups.append(Group(pair: pair, items: [item]))
  }

  /// The object of the groups whose `value` is there.
  func object(
    _ value: (Int, [Item]) throws(JSONataError) -> JSONValue?
  ) throws(JSONataError) -> JSONValue {
    var names: [String] = []
    var values: [JSONValue] = []
    for (index, group) in groups.enumerated() {
      guard let value = try value(group.pair, group.items) else { continue }
      names.append(keys[index])
      values.append(value)
    }
    return .object(JSONObject(shape: JSONShape(uniqueKeys: names), values: values))
  }
}
