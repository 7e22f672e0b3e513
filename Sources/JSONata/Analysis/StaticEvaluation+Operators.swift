extension StaticEvaluation {
  /// The value of a chain of operators, from the inside out.
  func chain(
    _ operations: [Node], _ scope: StaticScope, _ context: StaticValue
  ) -> StaticValue {
    var value: StaticValue?
    for operation in operations {
      guard case .binary(let symbol, let left, let right) = operation.kind else { continue }
      value = binary(symbol, (value ?? used(left, scope, context)).type, right, scope, context)
    }
    return value ?? .unknown
  }

  /// The value of `left symbol right`, whose left side is of the type `first`.
  func binary(
    _ symbol: Symbol, _ first: ValueType, _ right: Node, _ scope: StaticScope,
    _ context: StaticValue
  ) -> StaticValue {
    let isLazy = symbol == .and || symbol == .or
    let second =
      isLazy
      ? conditionally { used(right, scope, context) }.type : used(right, scope, context).type
    let mayBeUndefined = first.mayBeUndefined || second.mayBeUndefined
    switch symbol {
    case .plus, .minus, .star, .slash, .percent:
      return StaticValue(type: .number.undefined(if: mayBeUndefined))
    case .ampersand: return StaticValue(type: .string)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return StaticValue(type: .boolean.undefined(if: mayBeUndefined))
    case .equal, .notEqual, .in, .and, .or: return StaticValue(type: .boolean)
    case .doubleDot: return StaticValue(type: .array(.number).undefined(if: mayBeUndefined))
    default: return .unknown
    }
  }

  /// The value of `[ … ]`.
  func array(_ items: [Node], _ scope: StaticScope, _ context: StaticValue) -> StaticValue {
    var element = StaticValue(type: .never)
    for item in items {
      let value = value(of: item, scope, context)
      let isNested = if case .array = item.kind { true } else { false }
      let type = isNested ? value.type : value.type.item
      element = element.union(value.typed(type.removing(.undefined)))
    }
    return element.typed(.array(element.type))
  }

  /// The value of `{ … }`, or of a grouping of `grouped` with the item `context`.
  func object(
    _ pairs: [Node.Pair], _ scope: StaticScope, _ context: StaticValue,
    grouped: StaticValue? = nil
  ) -> StaticValue {
    var members = ValueType.Members([:], isClosed: true)
    for pair in pairs {
      _ =
        grouped == nil
        ? used(pair.key, scope, context) : conditionally { used(pair.key, scope, context) }
      let value =
        grouped.map { group in conditionally { used(pair.value, scope, group) } }
        ?? used(pair.value, scope, context)
      if case .string(let name) = pair.key.kind {
        members.types[name] = value.type
      } else {
        members.isClosed = false
      }
    }
    if !members.isClosed, !members.types.isEmpty { members.types = [:] }
    return StaticValue(type: ValueType(.object, members: members))
  }
}
