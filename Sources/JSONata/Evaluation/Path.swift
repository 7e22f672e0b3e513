import JSON

/// A compiled path without tuples.
struct Path: Sendable {
  /// A compiled step.
  ///
  /// A class, because a path would copy all that a step holds whenever it runs.
  final class Step: Sendable {
    /// What a step does.
    enum Kind: Sendable {
      /// Reads fields of each item, one of the other.
      case fields(FieldChain)

      /// Reads fields of everything in each item.
      case descendants(FieldChain)

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

    /// Fields that are read of the items before.
    let chain: FieldChain?

    /// The value of the step for an item, if it is a number computed of fields.
    let number: FieldNumber?

    /// Creates a step.
    init(
      kind: Kind, filters: [Filter], isCons: Bool = false, chain: FieldChain? = nil,
      number: FieldNumber? = nil
    ) {
      self.number = number
      self.kind = kind
      self.filters = filters
      self.isCons = isCons
      self.chain = chain
    }
  }

  /// The steps.
  let steps: [Step]

  /// Whether the first step reads a variable, so that a list as context is not gone through.
  let startsWithVariable: Bool

  /// Whether a single element stays in its list.
  let keepsSingleton: Bool

  /// The grouping at the end.
  var grouping: Grouping?

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
