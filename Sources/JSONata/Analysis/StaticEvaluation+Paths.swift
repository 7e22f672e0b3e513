extension StaticEvaluation {
  /// The value of a path.
  func path(_ node: Node, _ scope: StaticScope, _ context: StaticValue) -> StaticValue {
    let inner = StaticScope(parent: scope)
    var value = context
    for (index, step) in node.steps.enumerated() {
      if index == 0, step.takesWholeContext {
        value = self.value(of: step, scope, context)
        if step.tuple { bindTuple(step, value, inner) }
        value = filtered(value, by: step.stages ?? [], inner)
      } else {
        value = self.step(step, value, inner, isFirst: index == 0)
      }
    }
    if node.keepSingletonArray || node.keepArray {
      let isNested = node.steps.last?.consArray ?? false
      value.type = isNested ? .array(nil).undefined() : value.type.keptArray
    }
    return node.group.map { grouped(value, $0, inner) } ?? value
  }

  /// What a step, its predicates included, gives for the items of `context`.
  private func step(
    _ step: Node, _ context: StaticValue, _ scope: StaticScope, isFirst: Bool
  ) -> StaticValue {
    if case .sort(let terms) = step.kind {
      return filtered(sorted(context, by: terms, scope), by: step.stages ?? [], scope)
    }
    let mayEnd = !isFirst && context.type.mayBeUndefined
    var items = context
    if mayEnd { items.type = items.type.removing(.undefined) }
    var result = each(items, keepsLists: step.consArray) { item in
      if let slot = step.ancestor { ancestors[slot.label] = item }
      let value =
        isFirst
        ? stepValue(step, item, scope) : conditionally { stepValue(step, item, scope) }
      if step.tuple { bindTuple(step, value, scope) }
      return filtered(value, by: step.stages ?? [], scope)
    }
    if step.focus != nil { result = context.typed(context.type.sequence) }
    result.type = result.type.undefined(if: mayEnd)
    return result
  }

  /// What a step without its predicates gives for one item.
  private func stepValue(
    _ step: Node, _ item: StaticValue, _ scope: StaticScope
  ) -> StaticValue {
    if case .name(let name) = step.kind, step.predicates == nil {
      return field(name, of: item, at: step.location.range)
    }
    return value(of: step, scope, item)
  }

  /// Binds what `@` and `#` bind.
  private func bindTuple(_ step: Node, _ value: StaticValue, _ scope: StaticScope) {
    if let name = step.focus { scope.bind(name, value.typed(value.type.item.removing(.undefined))) }
    if let name = step.index { scope.bind(name, StaticValue(type: .number)) }
    for case .index(let name) in step.stages ?? [] {
      scope.bind(name, StaticValue(type: .number))
    }
  }

  // MARK: - Items

  /// What `body` gives for the items of `value`, as the sequence of a path, in which lists become
  /// one unless it `keepsLists`.
  func each(
    _ value: StaticValue, keepsLists: Bool = false, _ body: (StaticValue) -> StaticValue
  ) -> StaticValue {
    let result = body(value.typed(value.type.item))
    guard value.type.mayBeArray else { return result }
    let sequence =
      keepsLists
      ? result.type.union(.array(result.type)).undefined() : result.type.sequence
    return result.typed(value.type.kinds == .array ? sequence : result.type.union(sequence))
  }

  /// `value` after the predicates in `stages`.
  func filtered(
    _ value: StaticValue, by stages: [Node.Stage], _ scope: StaticScope
  ) -> StaticValue {
    var value = value
    for case .filter(let predicate) in stages {
      use(value, .items)
      let item = value.typed(value.type.item.removing(.undefined))
      _ = conditionally { used(predicate, scope, item) }
      let selectsOne: Bool =
        if case .number = predicate.kind { true } else { false }
      value.type = value.type.filtered(toOne: selectsOne)
    }
    return value
  }

  /// The items of `value` in the order of `terms`.
  private func sorted(
    _ value: StaticValue, by terms: [Node.SortTerm], _ scope: StaticScope
  ) -> StaticValue {
    use(value, .items)
    let item = value.typed(value.type.item)
    for term in terms { _ = conditionally { used(term.expression, scope, item) } }
    return value
  }

  /// The object that a grouping makes of `value`.
  func grouped(
    _ value: StaticValue, _ group: Node.Group, _ scope: StaticScope
  ) -> StaticValue {
    use(value, .items)
    let item = value.typed(value.type.item)
    return object(group.pairs, scope, item, grouped: value)
  }
}

extension ValueType {
  /// The type after `[]`, which keeps a list of one element.
  var keptArray: ValueType {
    let items = item.removing(.undefined)
    return ValueType.array(items).undefined(if: mayBeUndefined)
  }

  /// The type after a predicate, which selects at most one element or any number of them.
  func filtered(toOne: Bool) -> ValueType {
    let item = item.removing(.undefined)
    guard mayBeArray else { return item.undefined() }
    return (toOne ? item : item.union(.array(item))).undefined()
  }
}

extension Node {
  /// Whether the part, as the first step of a path, is evaluated once and not for each item.
  fileprivate var takesWholeContext: Bool {
    switch kind {
    case .variable: true
    case .array: consArray
    default: false
    }
  }
}
