import JSON

extension Compiler {
  /// Compiles the definition of a function.
  func lambda(_ lambda: Node.Lambda, _ context: Context) -> Code {
    let definition = definition(lambda, in: context.scope)
    return { _, frame, input in .function(LambdaFunction(definition, frame: frame, input: input)) }
  }

  /// Compiles the body of a function.
  func definition(_ lambda: Node.Lambda, in scope: Scope) -> LambdaDefinition {
    let layout = FrameLayout()
    let inner = Scope(parent: scope, layout: layout)
    for name in lambda.parameters { inner.declareParameter(name) }
    for name in lambda.body.boundNames where inner.slots[name] == nil { inner.declare(name) }
    let body = tail(lambda.body, Context(scope: inner))
    return LambdaDefinition(
      parameterCount: lambda.parameters.count, signature: lambda.signature, layout: layout,
      body: body)
  }

  /// Compiles a part whose value is that of the function, so that a call there need not return.
  private func tail(_ node: Node, _ context: Context) -> Code {
    guard node.predicates == nil, node.group == nil, !node.keepArray else {
      return entry(node, context)
    }
    switch node.kind {
    case .call(let procedure, let arguments):
      return watched(tailCall(node, procedure, arguments, context), node)
    case .condition(let condition, let then, let otherwise):
      return watched(tailCondition(condition, then, otherwise, context), node)
    case .block(let items) where items.last?.isTail == true:
      return watched(tailBlock(items, context), node)
    default: return entry(node, context)
    }
  }

  /// Compiles a condition in tail position.
  private func tailCondition(
    _ condition: Node, _ then: Node, _ otherwise: Node?, _ context: Context
  ) -> Code {
    let inner = context.nested()
    let test = entry(condition, inner)
    let first = tail(then, inner)
    let second = otherwise.map { tail($0, inner) }
    return { run, frame, input throws(JSONataError) in
      if try truth(of: try test(run, frame, input)) { return try first(run, frame, input) }
      return try second?(run, frame, input)
    }
  }

  /// Compiles a block in tail position; its variables live in the frame of the call.
  private func tailBlock(_ items: [Node], _ context: Context) -> Code {
    var inner = context.nested()
    inner.scope = Scope(parent: context.scope, layout: context.scope.layout)
    for name in items.reduce(into: Set<String>(), { $0.formUnion($1.boundNames) }).sorted() {
      inner.scope.declare(name)
    }
    var codes: [Code] = []
    for item in items.dropLast() {
      codes.append(entry(item, inner))
      if case .bind(let name, _) = item.kind { inner.scope.markBound(name) }
    }
    if let last = items.last { codes.append(tail(last, inner)) }
    let all = codes
    return { run, frame, input throws(JSONataError) in
      var value: JSONValue?
      for code in all { value = try code(run, frame, input) }
      return value
    }
  }

  /// Compiles a call in tail position: its function and arguments are evaluated, and the call is
  /// left to the loop of the caller, at whose depth they count.
  private func tailCall(
    _ node: Node, _ procedure: Node, _ arguments: [Node], _ context: Context
  ) -> Code {
    if case .variable(let name) = procedure.kind, isBuiltin(name, context.scope) {
      return entry(node, context)
    }
    var inner = context
    inner.depth = 0
    inner.checked = 0
    let function = entry(procedure, inner)
    let codes = arguments.map { entry($0, inner) }
    let name = procedure.calledName
    let location = procedure.location
    return { run, frame, input throws(JSONataError) in
      var values = Arguments()
      let callee = try function(run, frame, input)
      for code in codes { values.append(try code(run, frame, input)) }
      var target: FunctionValue?
      if case .function(let value) = callee { target = value as? FunctionValue }
      run.tailCall = TailCall(
        function: target, arguments: values, name: name, location: location)
      return .function(TailCallMarker.shared)
    }
  }

  // MARK: - Calls

  /// Whether `name` is a built-in function that the expression does not hide.
  func isBuiltin(_ name: String, _ scope: Scope) -> Bool {
    scope.places(of: name).isEmpty && Builtins.function(named: name, in: dialect) != nil
  }

  /// Compiles a call; `context` is that of its parts.
  func call(_ node: Node, _ procedure: Node, _ arguments: [Node], _ context: Context) -> Code {
    call(node, procedure, arguments.map { compile($0, context) }, piped: nil, context)
  }

  /// Compiles a call whose arguments are compiled; `piped` is what stands before `~>`.
  private func call(
    _ node: Node, _ procedure: Node, _ arguments: [Code], piped: Code?, _ context: Context
  ) -> Code {
    let function = compile(procedure, context)
    let name = procedure.calledName
    let location = node.location
    let depth = context.depth
    let suggestion = suggestion(for: procedure, code: "T1005", at: location, context)
    if case .variable(let name) = procedure.kind, isBuiltin(name, context.scope) {
      noteBuiltin(name)
      if name == "eval" {
        return evalCall((piped.map { [$0] } ?? []) + arguments, at: location, context)
      }
    }
    return { run, frame, input throws(JSONataError) in
      var values = Arguments()
      if let piped { values.append(try piped(run, frame, input)) }
      let callee = try function(run, frame, input)
      if callee == nil { try suggestion?(run, frame) }
      for code in arguments { values.append(try code(run, frame, input)) }
      var identity: ObjectIdentifier?
      do throws(JSONataError) {
        guard case .function(let value) = callee, let target = value as? FunctionValue else {
          throw JSONataError("T1006")
        }
        identity = ObjectIdentifier(target)
        return try run.apply(target, values, context: input, depth: frame.base + depth)
      } catch {
        throw error.leavingCall(of: identity, named: name, at: location)
      }
    }
  }

  /// Compiles a check that throws the error `code` if the name that is called without `$` is that
  /// of a variable.
  private func suggestion(
    for procedure: Node, code: String, at location: SourceLocation, _ context: Context
  ) -> (@Sendable (Evaluation, Frame) throws(JSONataError) -> Void)? {
    guard let name = procedure.steps.first?.fieldName else { return nil }
    let variable = variable(name, context.scope)
    return { run, frame throws(JSONataError) in
      guard let value = try variable(run, frame, nil), try truth(of: value) || value.isFunction
      else { return }
      throw JSONataError(code, at: location, token: name)
    }
  }

  /// Compiles `left ~> right`; `context` is that of its parts.
  func apply(_ node: Node, _ left: Node, _ right: Node, _ context: Context) -> Code {
    let first = compile(left, context)
    if case .call(let procedure, let arguments) = right.kind {
      let codes = arguments.map { compile($0, context) }
      return call(right, procedure, codes, piped: first, context)
    }
    let second = compile(right, context)
    let location = node.location
    let depth = context.depth
    return { run, frame, input throws(JSONataError) in
      let value = try first(run, frame, input)
      let callee = try second(run, frame, input)
      guard case .function(let next) = callee, let function = next as? FunctionValue else {
        throw JSONataError("T2006", at: location, value: callee)
      }
      if case .function(let previous) = value, let previous = previous as? FunctionValue {
        return .function(ComposedFunction(previous, function))
      }
      return try run.apply(function, Arguments(value), context: nil, depth: frame.base + depth)
    }
  }

  /// Compiles a partial application; `context` is that of its parts.
  func partial(
    _ node: Node, _ procedure: Node, _ arguments: [Node], _ context: Context
  ) -> Code {
    let function = compile(procedure, context)
    let codes = arguments.map { argument -> Code? in
      if case .placeholder = argument.kind { return nil }
      return compile(argument, context)
    }
    let location = node.location
    let name = procedure.calledName
    let suggestion = suggestion(for: procedure, code: "T1007", at: location, context)
    return { run, frame, input throws(JSONataError) in
      var given: [JSONValue?] = []
      for code in codes { given.append(try code?(run, frame, input)) }
      let callee = try function(run, frame, input)
      if callee == nil { try suggestion?(run, frame) }
      guard case .function(let value) = callee, let target = value as? FunctionValue else {
        throw JSONataError("T1008", at: location, token: name)
      }
      let count = target.parameterCount
      let open = codes.indices.filter { codes[$0] == nil && $0 < count }
      given = Array(given.prefix(count))
      given += Array(repeating: nil, count: count - given.count)
      return .function(PartialFunction(target, given: given, open: open))
    }
  }
}

extension Node {
  /// The name by which a part calls a function, for errors.
  fileprivate var calledName: String? {
    switch kind {
    case .variable(let name): name
    case .path(let steps): steps.first?.fieldName
    case .block, .call, .partial, .lambda: "("
    default: nil
    }
  }

  /// Whether a call in tail position may be found at the end of the part.
  fileprivate var isTail: Bool {
    switch kind {
    case .call, .condition, .block: true
    default: false
    }
  }
}
