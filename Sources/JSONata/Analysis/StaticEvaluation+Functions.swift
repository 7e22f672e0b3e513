extension StaticEvaluation {
  /// How many functions are gone through inside each other.
  private static let maximumCallDepth = 4

  /// The value of a part that makes or calls a function.
  func function(
    of node: Node, _ scope: StaticScope, _ context: StaticValue
  ) -> StaticValue {
    switch node.kind {
    case .lambda:
      return StaticValue(type: .function, functions: [.lambda(node, scope, context: context)])
    case .transform: return StaticValue(type: .function, functions: [.transform(node, scope)])
    case .call(let procedure, let arguments):
      return call(procedure, arguments, piped: [], at: node, scope, context)
    case .apply(let left, let right):
      let first = value(of: left, scope, context)
      if case .call(let procedure, let arguments) = right.kind {
        let value = call(procedure, arguments, piped: [first], at: right, scope, context)
        return filtered(value, by: right.predicates ?? [], scope)
      }
      return piped(first, into: value(of: right, scope, context), at: node)
    case .partial(let procedure, let arguments):
      use(value(of: procedure, scope, context), .everything)
      for argument in arguments { _ = used(argument, scope, context) }
      return StaticValue(type: .function)
    default: return .unknown
    }
  }

  /// The value of `first ~> second`: a call, or a function made of two.
  private func piped(
    _ first: StaticValue, into second: StaticValue, at node: Node
  ) -> StaticValue {
    guard first.type.kinds.contains(.function) else {
      return apply(second, [first], at: node)
    }
    use(first, .everything)
    use(second, .everything)
    return first.type == .function ? StaticValue(type: .function) : .unknown
  }

  /// The value of a call.
  private func call(
    _ procedure: Node, _ arguments: [Node], piped: [StaticValue], at node: Node,
    _ scope: StaticScope, _ context: StaticValue
  ) -> StaticValue {
    var values = piped
    if case .variable("error") = procedure.kind, scope["error"] == nil {
      for argument in arguments { _ = used(argument, scope, context) }
      return StaticValue(type: .never)
    }
    let function = value(of: procedure, scope, context)
    for argument in arguments { values.append(value(of: argument, scope, context)) }
    if case .builtin(let name)? = function.functions.first, function.functions.count == 1 {
      let nodes = piped.isEmpty ? arguments : []
      return call(builtin: name, values, nodes: nodes, context: context, at: node)
    }
    return apply(function, values, at: node)
  }

  /// The value of `function` applied to `arguments`.
  func apply(
    _ function: StaticValue, _ arguments: [StaticValue], at node: Node
  ) -> StaticValue {
    let isKnown = !function.functions.isEmpty && function.type == .function
    guard isKnown, callDepth < Self.maximumCallDepth, !isExhausted else {
      for argument in arguments { use(argument, .everything) }
      if callDepth < Self.maximumCallDepth { use(function, .everything) }
      return .unknown
    }
    callDepth += 1
    defer { callDepth -= 1 }
    return function.functions.map { apply($0, arguments, at: node) }
      .reduce(StaticValue(type: .never)) { $0.union($1) }
  }

  /// The value of one function applied to `arguments`.
  private func apply(
    _ function: StaticFunction, _ arguments: [StaticValue], at node: Node
  ) -> StaticValue {
    switch function {
    case .builtin(let name):
      return call(builtin: name, arguments, nodes: [], context: .unknown, at: node)
    case .lambda(let definition, let scope, let context):
      guard case .lambda(let lambda) = definition.kind else { return .unknown }
      let inner = StaticScope(parent: scope)
      for (index, name) in lambda.parameters.enumerated() {
        let given = arguments.indices.contains(index)
        inner.bind(name, given ? arguments[index] : StaticValue(type: .undefined))
      }
      let wasConditional = isConditional
      isConditional = false
      defer { isConditional = wasConditional }
      if lambda.signature != nil { for argument in arguments { use(argument, .everything) } }
      visitedFunctions.insert(definition)
      let result = value(of: lambda.body, inner, context)
      return lambda.signature == nil ? result : result.typed(.unknown)
    case .transform(let node, let scope): return transform(node, scope, arguments)
    }
  }

  /// What a transform makes of the first argument.
  private func transform(
    _ node: Node, _ scope: StaticScope, _ arguments: [StaticValue]
  ) -> StaticValue {
    guard case .transform(let pattern, let update, let delete) = node.kind,
      let input = arguments.first
    else { return .unknown }
    use(input, .everything)
    let match = value(of: pattern, scope, input)
    let item = match.typed(match.type.item)
    _ = conditionally { used(update, scope, item) }
    if let delete { _ = conditionally { used(delete, scope, item) } }
    let kinds = input.type.kinds.intersection([.undefined, .array, .object])
    return StaticValue(type: ValueType(kinds))
  }

  /// Goes through functions that leave the expression, or whose calls are not followed, with
  /// arguments of which nothing is known.
  func release(_ functions: [StaticFunction]) {
    for case .lambda(let node, let scope, let context) in functions {
      guard visitedFunctions.insert(node).inserted else { continue }
      guard case .lambda(let lambda) = node.kind else { continue }
      let unknown = lambda.parameters.map { _ in StaticValue.unknown }
      use(apply(.lambda(node, scope, context: context), unknown, at: node), .everything)
    }
    for case .transform(let node, let scope) in functions {
      guard visitedFunctions.insert(node).inserted else { continue }
      _ = transform(node, scope, [.unknown])
    }
  }
}
