import JSON

extension StaticEvaluation {
  /// The value of a call of the built-in function `name`; `nodes` are its arguments where they are
  /// written as such.
  func call(
    builtin name: String, _ arguments: [StaticValue], nodes: [Node], context: StaticValue,
    at node: Node
  ) -> StaticValue {
    var arguments = arguments
    if Self.takesContext(name, arguments.count, dialect) {
      arguments.insert(namedContext(context, at: node.location.range), at: 0)
    }
    if let value = iteration(name, arguments, at: node) { return value }
    switch name {
    case "count": return use(arguments, .items, giving: .number)
    case "exists": return use(arguments, .items, giving: .boolean)
    case "eval": readsAnything = true
    case "lookup":
      if arguments.count == 2, let last = nodes.last, case .string(let key) = last.kind {
        return each(arguments[0]) { field(key, of: $0, at: last.extent) }
      }
    case "append" where arguments.count == 2:
      let type = arguments[0].type.appended(arguments[1].type)
      return arguments[0].union(arguments[1]).typed(type)
    case "reverse", "shuffle":
      guard let list = arguments.first else { break }
      return list.typed(.array(list.type.element).undefined(if: list.type.mayBeUndefined))
    case "merge":
      for argument in arguments { use(argument, .everything) }
      return StaticValue(type: arguments.first?.type.merged ?? .undefined)
    default: break
    }
    for argument in arguments { use(argument, .everything) }
    return StaticValue(type: BuiltinTypes.result(of: name, for: arguments.map(\.type)))
  }

  /// Notes the use of `arguments` by a function that gives `type`.
  private func use(
    _ arguments: [StaticValue], _ use: FieldRead.Use, giving type: ValueType
  ) -> StaticValue {
    for argument in arguments { self.use(argument, use) }
    return StaticValue(type: type)
  }

  /// Whether the context stands in for the first of the arguments, of which `count` are given.
  private static func takesContext(
    _ name: String, _ count: Int, _ dialect: JSONataExpression.Dialect
  ) -> Bool {
    let signature = Builtins.function(named: name, in: dialect)?.signature
    guard let parameters = signature?.parameters, parameters.first?.usesContext == true else {
      return false
    }
    return count < parameters.count { !$0.isOptional || $0.usesContext }
  }

  // MARK: - Functions of functions

  /// The value of a call of a function that applies another to elements; nil for any other function.
  private func iteration(
    _ name: String, _ arguments: [StaticValue], at node: Node
  ) -> StaticValue? {
    guard let list = arguments.first, let function = arguments.dropFirst().first else {
      return nil
    }
    let item = list.typed(list.type.item.removing(.undefined))
    let index = StaticValue(type: .number)
    use(list, ["map", "filter", "single", "reduce", "sort"].contains(name) ? .items : .passage)
    switch name {
    case "map": return map(apply(function, [item, index, list], at: node))
    case "filter":
      use(apply(function, [item, index, list], at: node), .everything)
      return item.typed(item.type.sequence)
    case "single":
      use(apply(function, [item, index, list], at: node), .everything)
      return item.typed(item.type.undefined(if: list.type.mayBeUndefined))
    case "sort":
      use(apply(function, [item, item], at: node), .everything)
      return list.typed(.array(item.type).undefined(if: list.type.mayBeUndefined))
    case "reduce": return reduce(item, function, arguments.dropFirst(2).first, list, at: node)
    case "each":
      use(list, .everything)
      let key = StaticValue(type: .string)
      return map(apply(function, [.unknown, key, list], at: node))
    case "sift":
      use(list, .everything)
      let key = StaticValue(type: .string)
      use(apply(function, [.unknown, key, list], at: node), .everything)
      return StaticValue(type: ValueType(.object).undefined())
    default: return nil
    }
  }

  /// A sequence of values like `value`, lists kept.
  private func map(_ value: StaticValue) -> StaticValue {
    let type = value.type.removing(.undefined)
    return value.typed(type.union(.array(type)).undefined())
  }

  /// The value of `$reduce`.
  private func reduce(
    _ item: StaticValue, _ function: StaticValue, _ start: StaticValue?, _ list: StaticValue,
    at node: Node
  ) -> StaticValue {
    let index = StaticValue(type: .number)
    var result = start ?? item
    for _ in 0..<3 {
      let next = apply(function, [result, item, index, list], at: node)
      let joined = result.union(next)
      if joined.type == result.type, joined.origins == result.origins { break }
      result = joined
    }
    let last = apply(function, [result, item, index, list], at: node)
    let isStable = result.type.union(last.type) == result.type
    let value = result.union(last)
    return value.typed(isStable ? value.type.undefined() : .unknown)
  }
}

extension ValueType {
  /// The type of `$append` of two values.
  fileprivate func appended(_ other: ValueType) -> ValueType {
    if self == .undefined { return other }
    if other == .undefined { return self }
    let first = removing(.undefined)
    let second = other.removing(.undefined)
    var joined = ValueType.array(first.item.union(second.item))
    if mayBeUndefined { joined = joined.union(second) }
    if other.mayBeUndefined { joined = joined.union(first) }
    return joined.undefined(if: mayBeUndefined && other.mayBeUndefined)
  }

  /// The type of `$merge` of a list of objects, of which any may be missing.
  fileprivate var merged: ValueType {
    let object = item.removing([.undefined, .array])
    guard let members = object.members, object.kinds == .object else {
      return ValueType(.object).undefined(if: mayBeUndefined)
    }
    let types = members.types.mapValues { $0.undefined() }
    return ValueType(.object, members: Members(types, isClosed: members.isClosed))
      .undefined(if: mayBeUndefined)
  }
}
