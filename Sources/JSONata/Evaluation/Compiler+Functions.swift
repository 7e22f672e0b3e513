import JSON

extension Compiler {
  /// Compiles the definition of a function.
  func lambda(_ lambda: Node.Lambda, _ context: Context) -> Code {
    let definition = definition(lambda, in: context.scope)
    return { run, frame, input in
      .function(LambdaFunction(definition, frame: frame, input: input, home: run))
    }
  }

  /// Compiles the body of a function.
  func definition(_ lambda: Node.Lambda, in scope: Scope) -> LambdaDefinition {
    let layout = FrameLayout()
    let inner = Scope(parent: scope, layout: layout)
    for name in lambda.parameters { inner.declareParameter(name) }
    for name in lambda.body.boundNames where inner.slots[name] == nil { inner.declare(name) }
    var context = Context(scope: inner)
    context.checked = lambda.body.certainTailDepth
    let body = tail(lambda.body, context)
    return LambdaDefinition(
      parameterCount: lambda.parameters.count, signature: lambda.signature, layout: layout,
      depth: context.checked,
      keepsFrames: lambda.body.makesFunctions, body: body)
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
    guard let otherwise else {
      return { run, frame, input throws(JSONataError) in
        try truth(of: try test(run, frame, input)) ? try first(run, frame, input) : .none
      }
    }
    let second = tail(otherwise, inner)
    return { run, frame, input throws(JSONataError) in
      try truth(of: try test(run, frame, input))
        ? try first(run, frame, input) : try second(run, frame, input)
    }
  }

  /// Compiles a block in tail position; its variables live in the frame of the call.
  private func tailBlock(_ items: [Node], _ context: Context) -> Code {
    var inner = context.nested()
    inner.scope = Scope(parent: context.scope, layout: context.scope.layout)
    for name in items.reduce(into: Set<String>(), { $0.formUnion($1.boundNames) }).sorted() {
      inner.scope.declare(name)
    }
    var codes: [CompiledPart] = []
    for item in items.dropLast() {
      codes.append(CompiledPart(code: entry(item, inner)))
      if case .bind(let name, _) = item.kind { inner.scope.markBound(name) }
    }
    guard let last = items.last else { return { _, _, _ in nil } }
    return sequence(codes, then: tail(last, inner))
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
    let arguments = ArgumentList(arguments.map { CompiledPart(code: entry($0, inner)) })
    let site = CallSite(name: procedure.calledName, location: procedure.location)
    return { run, frame, input throws(JSONataError) in
      let callee = try function(run, frame, input)
      if let lambda = callee?.plainLambda, arguments.fit(lambda, run) {
        let target = lambda.newFrame(base: frame.base)
        try arguments.bind(run, frame, input, target)
        run.leave(Evaluation.TailCall(target: .lambda(lambda, target), site: site))
        return nil
      }
      let values = try arguments.values(run, frame, input)
      run.leave(
        Evaluation.TailCall(target: .function(callee?.functionValue, values), site: site))
      return nil
    }
  }

  // MARK: - Calls

  /// Whether `name` is a built-in function that the expression does not hide.
  func isBuiltin(_ name: String, _ scope: Scope) -> Bool {
    scope.places(of: name).isEmpty && Builtins.function(named: name, in: dialect) != nil
  }

  /// Compiles a call; `context` is that of its parts.
  func call(_ node: Node, _ procedure: Node, _ arguments: [Node], _ context: Context) -> Code {
    if let code = joinedTexts(node, procedure, arguments, context) { return code }
    let codes = arguments.map { CompiledPart(code: compile($0, context)) }
    if let builtin = builtin(procedure, context) {
      return builtinCall(builtin, node, procedure, codes, context)
    }
    let call = functionCall(node, procedure, codes, context)
    let function = call.function
    let list = call.arguments
    let depth = call.depth
    return { run, frame, input throws(JSONataError) in
      let callee = try function(run, frame, input)
      guard let lambda = callee?.plainLambda, list.fit(lambda, run) else {
        return try call.apply(callee, to: Arguments(), run, frame, input)
      }
      let target = lambda.newFrame(base: frame.base + depth)
      try list.bind(run, frame, input, target)
      do throws(JSONataError) {
        return try run.call(lambda, target)
      } catch {
        throw error.leaving(call.site, of: lambda)
      }
    }
  }

  /// Compiles the call `node` of what `procedure` gives.
  func functionCall(
    _ node: Node, _ procedure: Node, _ arguments: [CompiledPart], _ context: Context
  ) -> FunctionCall {
    FunctionCall(
      function: compile(procedure, context), arguments: ArgumentList(arguments),
      suggestion: suggestion(for: procedure, code: "T1005", at: node.location, context),
      depth: context.depth, site: CallSite(name: procedure.calledName, location: node.location))
  }

  /// The built-in function that `procedure` names.
  func builtin(_ procedure: Node, _ context: Context) -> NativeFunction? {
    guard case .variable(let name) = procedure.kind, isBuiltin(name, context.scope) else {
      return nil
    }
    return Builtins.function(named: name, in: dialect)
  }

  /// Compiles a call of a built-in function by its name.
  ///
  /// The caller may have a function or a variable of that name, which is found out at run time.
  func builtinCall(
    _ builtin: NativeFunction, _ node: Node, _ procedure: Node, _ arguments: [CompiledPart],
    _ context: Context
  ) -> Code {
    if builtin.name == "eval" { return evalCall(arguments, at: node.location, context) }
    let call = functionCall(node, procedure, arguments, context)
    let list = call.arguments
    let depth = call.depth
    return { run, frame, input throws(JSONataError) in
      if run.overridesBuiltins {
        let callee = try call.function(run, frame, input)
        return try call.apply(callee, to: Arguments(), run, frame, input)
      }
      var invocation = Invocation(run: run, depth: frame.base + depth, arguments: Arguments())
      try list.append(run, frame, input, &invocation.arguments)
      do throws(JSONataError) {
        try run.tick()
        return try builtin.call(&invocation, context: input)
      } catch {
        throw error.leaving(call.site, of: builtin)
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
      return pipedCall(right, procedure, first, arguments, context)
    }
    let second = compile(right, context)
    let location = node.location
    let depth = context.depth
    return { run, frame, input throws(JSONataError) in
      let value = try first(run, frame, input)
      let callee = try second(run, frame, input)
      guard let function = callee?.functionValue else {
        throw JSONataError("T2006", at: location, value: callee)
      }
      if let previous = value?.functionValue {
        return .function(ComposedFunction(previous, function))
      }
      return try run.apply(function, Arguments(value), context: nil, depth: frame.base + depth)
    }
  }

  /// Compiles the call `node` whose first argument, `piped`, stands before `~>`.
  private func pipedCall(
    _ node: Node, _ procedure: Node, _ piped: @escaping Code, _ arguments: [Node],
    _ context: Context
  ) -> Code {
    let codes = arguments.map { CompiledPart(code: compile($0, context)) }
    if let builtin = builtin(procedure, context) {
      let all = [CompiledPart(code: piped)] + codes
      return builtinCall(builtin, node, procedure, all, context)
    }
    let call = functionCall(node, procedure, codes, context)
    return { run, frame, input throws(JSONataError) in
      let first = Arguments(try piped(run, frame, input))
      let callee = try call.function(run, frame, input)
      return try call.apply(callee, to: first, run, frame, input)
    }
  }

  /// Compiles a partial application; `context` is that of its parts.
  func partial(
    _ node: Node, _ procedure: Node, _ arguments: [Node], _ context: Context
  ) -> Code {
    let function = compile(procedure, context)
    let codes = arguments.map { argument -> CompiledPart? in
      if case .placeholder = argument.kind { return nil }
      return CompiledPart(code: compile(argument, context))
    }
    let location = node.location
    let name = procedure.calledName
    let suggestion = suggestion(for: procedure, code: "T1007", at: location, context)
    return { run, frame, input throws(JSONataError) in
      var given: [JSONValue?] = []
      for code in codes { given.append(try code?.code(run, frame, input)) }
      let callee = try function(run, frame, input)
      if callee == nil { try suggestion?(run, frame) }
      guard let target = callee?.functionValue else {
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
  var calledName: String? {
    switch kind {
    case .variable(let name): name
    case .path(let steps): steps.first?.fieldName
    case .block, .call, .partial, .lambda: "("
    default: nil
    }
  }

  /// The depth that the body of a function certainly reaches if the part is the body.
  fileprivate var certainTailDepth: Int {
    guard predicates == nil, group == nil, !keepArray else { return certainDepth }
    switch kind {
    case .condition(let condition, _, _): return 1 + condition.certainDepth
    case .call: return 0
    case .block(let items) where items.last?.isTail == true: return 0
    default: return certainDepth
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
